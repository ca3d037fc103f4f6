using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>The leg that a leg is connected to.</summary>
public sealed record CallPeer
{
    /// <summary>The leg; <c>default</c> where it was absent.</summary>
    [JsonPropertyName("call_id")]
    public CallId Call { get; init; }

    /// <summary>The node that it is on: a UUID with a region, such as <c>…@us-east</c>.</summary>
    [JsonPropertyName("node_id")]
    public string? NodeId { get; init; }

    /// <summary>What the application attached to it.</summary>
    [JsonPropertyName("tag")]
    public string? Tag { get; init; }

    /// <summary>The queue that it was taken out of.</summary>
    [JsonPropertyName("queue_id")]
    public string? QueueId { get; init; }

    /// <summary>The name of that queue.</summary>
    [JsonPropertyName("queue_name")]
    public string? QueueName { get; init; }

    /// <summary>What it goes over, and who is at its ends.</summary>
    [JsonPropertyName("device")]
    public CallDevice? Device { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallPeer);
}
