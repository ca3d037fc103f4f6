using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg left a queue.</summary>
/// <remarks>Name on the wire: <c>call.dequeued</c>.</remarks>
public sealed record CallDequeuedEvent : TelnyxEvent
{
    /// <summary>The name of the queue.</summary>
    [JsonPropertyName("queue")]
    public string? Queue { get; init; }

    /// <summary>The place that it had.</summary>
    [JsonPropertyName("queue_position")]
    public int? QueuePosition { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public DequeueReason Reason { get; init; }

    /// <summary>How long it waited.</summary>
    [JsonPropertyName("wait_time_secs")]
    public TimeSpan? WaitTime { get; init; }
}
