using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>One turn of a conversation.</summary>
public sealed record AiLogEntry
{
    /// <summary>Who said it.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; init; }

    /// <summary>What was said.</summary>
    [JsonPropertyName("content")]
    public string? Content { get; init; }

    /// <summary>How sure the vendor is of the words.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>In which language.</summary>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>What kind of filter it went through.</summary>
    [JsonPropertyName("filter_type")]
    public string? FilterType { get; init; }

    /// <summary>What that filter was set to.</summary>
    [JsonPropertyName("filter_value")]
    public string? FilterValue { get; init; }

    /// <summary>The call of a function that it belongs to.</summary>
    [JsonPropertyName("tool_call_id")]
    public string? ToolCallId { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiLogEntry);
}
