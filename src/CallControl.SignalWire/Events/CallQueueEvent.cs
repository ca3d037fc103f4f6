using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A leg was put into a queue, or left it.</summary>
/// <remarks>Name on the wire: <c>calling.call.queue</c>.</remarks>
public sealed record CallQueueEvent : SignalWireEvent
{
    /// <summary>What happened.</summary>
    [JsonPropertyName("status")]
    public CallQueueStatus Status { get; init; }

    /// <summary>The queue.</summary>
    [JsonPropertyName("id")]
    public string? QueueId { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? QueueName { get; init; }

    /// <summary>Where in the queue the leg is, from 1. Unverified: from 1.</summary>
    [JsonPropertyName("position")]
    public int? Position { get; init; }

    /// <summary>How many legs are in it.</summary>
    [JsonPropertyName("size")]
    public int? Size { get; init; }

    /// <summary>How long legs wait on average. Unverified: the unit.</summary>
    [JsonPropertyName("avg_time")]
    [JsonConverter(typeof(CountConverter))]
    public long? AverageTime { get; init; }

    /// <summary>When it was put into the queue; microseconds on the wire. Null where it was 0.</summary>
    [JsonPropertyName("enqueue_ts")]
    [JsonConverter(typeof(EpochMicrosecondsConverter))]
    public DateTimeOffset? EnqueuedAt { get; init; }

    /// <summary>When it was taken out; microseconds on the wire. Null where it was 0.</summary>
    [JsonPropertyName("dequeue_ts")]
    [JsonConverter(typeof(EpochMicrosecondsConverter))]
    public DateTimeOffset? DequeuedAt { get; init; }

    /// <summary>When it left; microseconds on the wire. Null where it was 0.</summary>
    [JsonPropertyName("leave_ts")]
    [JsonConverter(typeof(EpochMicrosecondsConverter))]
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Where its events go.</summary>
    [JsonPropertyName("status_url")]
    public string? StatusUrl { get; init; }
}
