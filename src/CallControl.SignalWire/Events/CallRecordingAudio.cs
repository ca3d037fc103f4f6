using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>How a recording is made.</summary>
public sealed record CallRecordingAudio
{
    /// <summary>The format of the file, such as <c>mp3</c> or <c>wav</c>.</summary>
    [JsonPropertyName("format")]
    public string? Format { get; init; }

    /// <summary>Whether each side has a channel of its own.</summary>
    [JsonPropertyName("stereo")]
    public bool? Stereo { get; init; }

    /// <summary>Whose audio it is.</summary>
    [JsonPropertyName("direction")]
    public CallRecordDirection Direction { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallRecordingAudio);
}
