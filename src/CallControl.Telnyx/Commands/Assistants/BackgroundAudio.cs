using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A sound behind an assistant's voice.</summary>
public sealed record BackgroundAudio : TelnyxCommandPart
{
    /// <summary>Where it comes from; <c>type</c> on the wire.</summary>
    [JsonPropertyName("type")]
    public required BackgroundAudioKind Kind { get; init; }

    /// <summary>The sound.</summary>
    [JsonPropertyName("value")]
    public required BackgroundSound Value { get; init; }

    /// <summary>How loud it is.</summary>
    /// <value>Null, the default, leaves it to the vendor. Unverified: the range.</value>
    [JsonPropertyName("volume")]
    public double? Volume { get; init; }
}
