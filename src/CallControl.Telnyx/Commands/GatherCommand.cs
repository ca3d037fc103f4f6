using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Collects keys without a prompt.</summary>
/// <remarks><c>call.dtmf.received</c> comes for each key, <c>call.gather.ended</c> at the end.</remarks>
public sealed record GatherCommand() : TelnyxGatherCommand("gather")
{
    /// <summary>Names the collection in its events.</summary>
    /// <value>1 to 40 characters. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("gather_id")]
    public string? GatherId { get; init; }

    /// <summary>How long the first key is waited for, in milliseconds.</summary>
    /// <value>1 to 120000. Null, the default, is 5000.</value>
    [JsonPropertyName("initial_timeout_millis")]
    public int? InitialTimeoutMs { get; init; }

    /// <summary>How long the whole collection may last, in milliseconds.</summary>
    /// <value>Null, the default, is 60000.</value>
    [JsonPropertyName("timeout_millis")]
    public int? TimeoutMs { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckLength("gather_id", GatherId, 1, 40);
        violations.CheckRange("initial_timeout_millis", InitialTimeoutMs, 1, 120_000);
        violations.CheckAtLeast("timeout_millis", TimeoutMs, 0);
    }
}
