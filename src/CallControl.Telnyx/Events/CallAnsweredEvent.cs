using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg was answered.</summary>
/// <remarks>Name on the wire: <c>call.answered</c>.</remarks>
public sealed record CallAnsweredEvent : TelnyxEvent
{
    /// <summary><c>answered</c>; may be absent.</summary>
    [JsonPropertyName("state")]
    public TelnyxCallState State { get; init; }

    /// <summary>When the leg began.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>SIP headers of any other name; empty where there are none.</summary>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader> CustomHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The SIP headers <c>User-to-User</c> and <c>Diversion</c>; empty where there are none.</summary>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader> SipHeaders { get; init => field = value ?? []; } = [];

    /// <summary>The tags of the leg; empty where there are none.</summary>
    [JsonPropertyName("tags")]
    public IReadOnlyList<string> Tags { get; init => field = value ?? []; } = [];

    /// <summary>The codec of the leg. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>Of that codec, in Hz. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("sampling_rate")]
    public int? SamplingRateHz { get; init; }

    /// <summary>Where a stream goes, if one was asked for. Unverified: named on the pages, not in the schema.</summary>
    [JsonPropertyName("stream_url")]
    public string? StreamUrl { get; init; }

    /// <summary>Which audio goes there. Unverified: named on the pages, not in the schema.</summary>
    [JsonPropertyName("stream_track")]
    public StreamTrack StreamTrack { get; init; }
}
