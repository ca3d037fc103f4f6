using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a sidecar tells. Which members there are, depends on the type.</summary>
public sealed record AiSidecarReport
{
    /// <summary>What it tells.</summary>
    [JsonPropertyName("type")]
    public AiSidecarEventType Type { get; init; }

    /// <summary>When. Unverified: the unit.</summary>
    [JsonPropertyName("ts")]
    [JsonConverter(typeof(CountConverter))]
    public long? Timestamp { get; init; }

    /// <summary>Which round of the sidecar it belongs to.</summary>
    [JsonPropertyName("tick_id")]
    [JsonConverter(typeof(CountConverter))]
    public long? TickId { get; init; }

    /// <summary>What leg it is of; an object of no told shape.</summary>
    [JsonPropertyName("channel_data")]
    public JsonElement? ChannelData { get; init; }

    /// <summary>The question that it belongs to.</summary>
    [JsonPropertyName("ask_id")]
    public string? AskId { get; init; }

    /// <summary>The model's answer as it came.</summary>
    [JsonPropertyName("raw")]
    public string? Raw { get; init; }

    /// <summary>The answer in short.</summary>
    [JsonPropertyName("summary")]
    public string? Summary { get; init; }

    /// <summary>What was said or found.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>The name of a function or action.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>What the function was called with, JSON as text.</summary>
    [JsonPropertyName("arguments")]
    public string? Arguments { get; init; }

    /// <summary>What the function returned.</summary>
    [JsonPropertyName("response")]
    public string? Response { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public string? Reason { get; init; }

    /// <summary>Why it failed.</summary>
    [JsonPropertyName("error_reason")]
    public string? ErrorReason { get; init; }

    /// <summary>More on that.</summary>
    [JsonPropertyName("detail")]
    public string? Detail { get; init; }

    /// <summary>How many turns were forgotten.</summary>
    [JsonPropertyName("dropped_count")]
    public int? DroppedCount { get; init; }

    /// <summary>How many turns were kept.</summary>
    [JsonPropertyName("kept_count")]
    public int? KeptCount { get; init; }

    /// <summary>How many tokens there were before.</summary>
    [JsonPropertyName("tokens_before")]
    public int? TokensBefore { get; init; }

    /// <summary>How many there are now.</summary>
    [JsonPropertyName("tokens_after")]
    public int? TokensAfter { get; init; }

    /// <summary>Which round of calling functions it is.</summary>
    [JsonPropertyName("iter")]
    public int? Iter { get; init; }

    /// <summary>How many there were.</summary>
    [JsonPropertyName("total_iters")]
    public int? TotalIters { get; init; }

    /// <summary>What made it speak.</summary>
    [JsonPropertyName("triggered_by")]
    public string? TriggeredBy { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiSidecarReport);
}
