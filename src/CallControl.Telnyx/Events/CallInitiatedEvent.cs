using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg came to be: somebody calls, or a call goes out.</summary>
/// <remarks>Name on the wire: <c>call.initiated</c>.</remarks>
public sealed record CallInitiatedEvent : TelnyxEvent
{
    /// <summary>Which way it goes. Both come to the same address.</summary>
    [JsonPropertyName("direction")]
    public TelnyxCallDirection Direction { get; init; }

    /// <summary><c>parked</c> for a leg that came in, <c>bridging</c> for one that goes out.</summary>
    [JsonPropertyName("state")]
    public TelnyxCallState State { get; init; }

    /// <summary>When the leg began.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>The name of the calling party.</summary>
    [JsonPropertyName("caller_id_name")]
    public string? CallerIdName { get; init; }

    /// <summary>What the screening of the caller found.</summary>
    [JsonPropertyName("call_screening_result")]
    public string? CallScreeningResult { get; init; }

    /// <summary>How far the origin of the number is vouched for (STIR/SHAKEN): <c>A</c>, <c>B</c> or <c>C</c>.</summary>
    [JsonPropertyName("shaken_stir_attestation")]
    public string? ShakenStirAttestation { get; init; }

    /// <summary>Whether that was verified.</summary>
    [JsonPropertyName("shaken_stir_validated")]
    public bool? ShakenStirValidated { get; init; }

    /// <summary>The codecs of the application. Text; may hold more than a clean list.</summary>
    [JsonPropertyName("connection_codecs")]
    public string? ConnectionCodecs { get; init; }

    /// <summary>The codecs that the far side offers. Text; may hold more than a clean list.</summary>
    [JsonPropertyName("offered_codecs")]
    public string? OfferedCodecs { get; init; }

    /// <summary>The SIP URI of the calling party. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("from_sip_uri")]
    public string? FromSipUri { get; init; }

    /// <summary>The SIP URI of the called party. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("to_sip_uri")]
    public string? ToSipUri { get; init; }

    /// <summary>SIP headers of any other name; empty where there are none.</summary>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader> CustomHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The SIP headers <c>User-to-User</c> and <c>Diversion</c>; empty where there are none.</summary>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader> SipHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The tags of the leg; empty where there are none.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];
}
