using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What a collect found.</summary>
public sealed record CallCollectResult
{
    /// <summary>What kind of result it is.</summary>
    [JsonPropertyName("type")]
    public CallCollectResultType Type { get; init; }

    /// <summary>The digits or words.</summary>
    [JsonPropertyName("params")]
    public CallCollectParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallCollectResult);
}
