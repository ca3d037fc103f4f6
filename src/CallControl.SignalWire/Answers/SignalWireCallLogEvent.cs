using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Something that happened in a call, as its log has it.</summary>
public sealed record SignalWireCallLogEvent : SignalWireAnswer
{
    /// <summary>When it happened; null where the answer does not say.</summary>
    [JsonPropertyName("event_at")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How serious it is; null where the answer does not say.</summary>
    [JsonPropertyName("level")]
    [JsonConverter(typeof(AnswerWordConverter<CallLogEventLevel>))]
    public CallLogEventLevel? Level { get; init; }

    /// <summary>What happened: <c>calling_call_initiated</c>. Null where the answer does not say.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? Name { get; init; }

    /// <summary>More about it, in a shape that depends on <see cref="Name"/>; null where the answer does not say. May hold numbers: do not print it.</summary>
    [JsonPropertyName("details")]
    public JsonElement? Details { get; init; }

    /// <summary>The project; null where the answer does not say.</summary>
    [JsonPropertyName("project_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? ProjectId { get; init; }

    /// <summary>The log; null where the answer does not say.</summary>
    [JsonPropertyName("log_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? LogId { get; init; }
}
