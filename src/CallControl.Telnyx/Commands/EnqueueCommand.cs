using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Puts a leg into a queue.</summary>
/// <remarks><c>call.enqueued</c>, and at the end <c>call.dequeued</c>, are expected to follow.</remarks>
public sealed record EnqueueCommand() : TelnyxCallCommand("enqueue")
{
    /// <summary>The queue, which is made if there is none of that name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("queue_name")]
    public required string QueueName { get; init; }

    /// <summary>Whether the place is kept when the caller hangs up.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("keep_after_hangup")]
    public bool? KeepAfterHangup { get; init; }

    /// <summary>The most calls in the queue; fixed when it is made.</summary>
    /// <value>Null, the default, is 100.</value>
    [JsonPropertyName("max_size")]
    public int? MaxSize { get; init; }

    /// <summary>The longest wait, in seconds; the call then leaves the queue with the reason <c>timeout</c>.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("max_wait_time_secs")]
    public int? MaxWaitTimeSeconds { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired("queue_name", QueueName);
        violations.CheckAtLeast("max_size", MaxSize, 1);
        violations.CheckAtLeast("max_wait_time_secs", MaxWaitTimeSeconds, 0);
    }
}
