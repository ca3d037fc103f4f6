using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What happened to a fax.</summary>
public sealed record CallFax
{
    /// <summary>What.</summary>
    [JsonPropertyName("type")]
    public CallFaxType Type { get; init; }

    /// <summary>The page, or how it ended.</summary>
    [JsonPropertyName("params")]
    public CallFaxParams? Params { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallFax);
}
