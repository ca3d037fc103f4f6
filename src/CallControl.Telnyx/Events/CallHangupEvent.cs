using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg ended. Its last event, though others may still be under way.</summary>
/// <remarks>Name on the wire: <c>call.hangup</c>.</remarks>
public sealed record CallHangupEvent : TelnyxEvent
{
    /// <summary>Why.</summary>
    [JsonPropertyName("hangup_cause")]
    public TelnyxHangupCause HangupCause { get; init; }

    /// <summary>Who ended it.</summary>
    [JsonPropertyName("hangup_source")]
    public TelnyxHangupSource HangupSource { get; init; }

    /// <summary>The SIP status it ended with as text, such as <c>486</c>; may be <c>unspecified</c>.</summary>
    [JsonPropertyName("sip_hangup_cause")]
    public string? SipHangupCause { get; init; }

    /// <summary><c>hangup</c>.</summary>
    [JsonPropertyName("state")]
    public TelnyxCallState State { get; init; }

    /// <summary>When the leg began.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the leg ended. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("end_time")]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>How well the audio travelled; null where it was not measured.</summary>
    [JsonPropertyName("call_quality_stats")]
    public CallQualityStats? CallQualityStats { get; init; }

    /// <summary>SIP headers of any other name; empty where there are none.</summary>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader> CustomHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The SIP headers <c>User-to-User</c> and <c>Diversion</c>; empty where there are none.</summary>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader> SipHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The tags of the leg; empty where there are none.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>What went wrong at Telnyx, of no known shape. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("telnyx_error")]
    public JsonElement? TelnyxError { get; init; }
}
