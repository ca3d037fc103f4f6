using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What is tapped.</summary>
public sealed record CallTappedAudio
{
    /// <summary>What it is.</summary>
    [JsonPropertyName("type")]
    public CallTapType Type { get; init; }

    /// <summary>Whose it is.</summary>
    [JsonPropertyName("params")]
    public CallTappedAudioParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallTappedAudio);
}
