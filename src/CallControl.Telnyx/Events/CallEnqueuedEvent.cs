using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg entered a queue.</summary>
/// <remarks>Name on the wire: <c>call.enqueued</c>.</remarks>
public sealed record CallEnqueuedEvent : TelnyxEvent
{
    /// <summary>The name of the queue.</summary>
    [JsonPropertyName("queue")]
    public string? Queue { get; init; }

    /// <summary>Its place, beginning with 1. Unverified: where it begins.</summary>
    [JsonPropertyName("current_position")]
    public int? CurrentPosition { get; init; }

    /// <summary>How long one waits in that queue on average.</summary>
    [JsonPropertyName("queue_avg_wait_time_secs")]
    public TimeSpan? QueueAverageWaitTime { get; init; }
}
