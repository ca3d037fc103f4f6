using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Lets the call wait in a queue, which is made if there is none of the name, until another one connects to it.</summary>
/// <remarks>
/// Sets the variables <c>queue_result</c> (entering, connecting, connected, leaving, timeout, hangup, failed), <c>wait_time</c>, <c>entry_position</c> and <c>entry_size</c>.
/// </remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The vendor's word.")]
public sealed record SwmlEnterQueue() : SwmlObjectMethod("enter_queue")
{
    /// <summary>The queue's name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("queue_name")]
    public required string QueueName { get; init; }

    /// <summary>What runs after the call was connected and the two are parted.</summary>
    /// <value>An absolute http or https address of a document, or a document as JSON (<see cref="SwmlDocument.ToJson"/>).</value>
    [JsonPropertyName("transfer_after_bridge")]
    public required string TransferAfterBridge { get; init; }

    /// <summary>Where <c>calling.call.queue</c> is sent to.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>Where what is heard meanwhile is fetched.</summary>
    /// <value>An absolute http or https address of WAV, MP3, AIFF, GSM or μ-law audio. Null, the default, is the vendor's music.</value>
    /// <remarks>Unverified: the vendor's introduction says that a document is fetched here.</remarks>
    [JsonPropertyName("wait_url")]
    public Uri? WaitUrl { get; init; }

    /// <summary>The longest wait, in seconds.</summary>
    /// <value>1 or more. Null, the default, is 3600.</value>
    [JsonPropertyName("wait_time")]
    public int? WaitTimeSeconds { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".queue_name", QueueName);
        violations.CheckRequired(field + ".transfer_after_bridge", TransferAfterBridge);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        SwmlRules.Url(violations, field + ".wait_url", WaitUrl);
        violations.CheckAtLeast(field + ".wait_time", WaitTimeSeconds, 1);
    }
}
