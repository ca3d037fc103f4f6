using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Whose audio is tapped.</summary>
public sealed record CallTappedAudioParams
{
    /// <summary>Whose.</summary>
    [JsonPropertyName("direction")]
    public CallTapDirection Direction { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallTappedAudioParams);
}
