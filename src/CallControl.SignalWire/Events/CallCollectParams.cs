using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What was pressed or said.</summary>
public sealed record CallCollectParams
{
    /// <summary>The digits, without the one that ended them.</summary>
    [JsonPropertyName("digits")]
    public string? Digits { get; init; }

    /// <summary>The digit that ended them; empty where none did.</summary>
    [JsonPropertyName("terminator")]
    public string? Terminator { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>How sure the vendor is of the words. Unverified: the scale; some of its pages have 0.95, some 83.2.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallCollectParams);
}
