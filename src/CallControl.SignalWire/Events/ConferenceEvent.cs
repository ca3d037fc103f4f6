using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Something happened in a conference.</summary>
/// <remarks>
/// Name on the wire: <c>calling.conference</c>.
/// The beginning and the end of a conference name no leg. Long because each status has members of its own.
/// </remarks>
public sealed record ConferenceEvent : SignalWireEvent
{
    /// <summary>What happened.</summary>
    [JsonPropertyName("status")]
    public ConferenceStatus Status { get; init; }

    /// <summary>The conference.</summary>
    [JsonPropertyName("conference_id")]
    public string? ConferenceId { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Where it is. Absent from some of the vendor's examples.</summary>
    [JsonPropertyName("region")]
    public string? Region { get; init; }

    /// <summary>How many legs are in it.</summary>
    [JsonPropertyName("size")]
    public int? Size { get; init; }

    /// <summary>Whether the leg cannot be heard.</summary>
    [JsonPropertyName("muted")]
    public bool? Muted { get; init; }

    /// <summary>Whether the leg is on hold.</summary>
    [JsonPropertyName("hold")]
    public bool? Hold { get; init; }

    /// <summary>Whether the leg is heard by one other only.</summary>
    [JsonPropertyName("coaching")]
    public bool? Coaching { get; init; }

    /// <summary>The leg that it is heard by; <c>default</c> where there is none.</summary>
    [JsonPropertyName("call_id_to_coach")]
    public CallId CallToCoach { get; init; }

    /// <summary>Whether the conference ends when the leg leaves.</summary>
    [JsonPropertyName("end_on_leave")]
    public bool? EndOnLeave { get; init; }

    /// <summary>Whether the conference begins when the leg joins.</summary>
    [JsonPropertyName("start_on_join")]
    public bool? StartOnJoin { get; init; }

    /// <summary>The leg by which it ended; <c>default</c> where there is none.</summary>
    [JsonPropertyName("call_id_ending_conf")]
    public CallId CallEndingConference { get; init; }

    /// <summary>Why it ended.</summary>
    [JsonPropertyName("reason_ended")]
    public ConferenceReasonEnded ReasonEnded { get; init; }

    /// <summary>Where the recording is.</summary>
    [JsonPropertyName("recording_url")]
    public string? RecordingUrl { get; init; }

    /// <summary>How long it is; seconds on the wire.</summary>
    [JsonPropertyName("recording_duration")]
    public TimeSpan? RecordingDuration { get; init; }

    /// <summary>How long the file is, in bytes.</summary>
    [JsonPropertyName("recording_file_size")]
    [JsonConverter(typeof(CountConverter))]
    public long? RecordingFileSize { get; init; }

    /// <summary>Where the announcement is.</summary>
    [JsonPropertyName("announce_url")]
    public string? AnnounceUrl { get; init; }

    /// <summary>The round trip on average, of <c>participant-call-quality</c> as all that follow; text on the wire. Unverified: its unit, and those of the jitter.</summary>
    [JsonPropertyName("rtt_avg")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? RttAverage { get; init; }

    /// <summary>The shortest round trip.</summary>
    [JsonPropertyName("rtt_min")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? RttMin { get; init; }

    /// <summary>The longest round trip.</summary>
    [JsonPropertyName("rtt_max")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? RttMax { get; init; }

    /// <summary>The least jitter of what went out.</summary>
    [JsonPropertyName("out_jitter_min")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? OutboundJitterMin { get; init; }

    /// <summary>The most jitter of what went out.</summary>
    [JsonPropertyName("out_jitter_max")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? OutboundJitterMax { get; init; }

    /// <summary>The jitter of what went out on average.</summary>
    [JsonPropertyName("out_jitter_avg")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? OutboundJitterAverage { get; init; }

    /// <summary>How much of what went out was lost.</summary>
    [JsonPropertyName("out_lost")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? OutboundLost { get; init; }

    /// <summary>Bytes of audio that came in.</summary>
    [JsonPropertyName("in_media_bytes")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundMediaBytes { get; init; }

    /// <summary>Packets of audio that came in.</summary>
    [JsonPropertyName("in_media_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundMediaPacketCount { get; init; }

    /// <summary>Packets that were left out.</summary>
    [JsonPropertyName("in_skip_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundSkipPacketCount { get; init; }

    /// <summary>Packets that came at odd times.</summary>
    [JsonPropertyName("in_jitter_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundJitterPacketCount { get; init; }

    /// <summary>Packets of keys that came in.</summary>
    [JsonPropertyName("in_dtmf_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundDtmfPacketCount { get; init; }

    /// <summary>Packets of comfort noise that came in.</summary>
    [JsonPropertyName("in_cng_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundCngPacketCount { get; init; }

    /// <summary>Packets that were thrown away.</summary>
    [JsonPropertyName("in_flush_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundFlushPacketCount { get; init; }

    /// <summary>Flaws of what came in.</summary>
    [JsonPropertyName("in_flaws_total")]
    [JsonConverter(typeof(CountConverter))]
    public long? InboundFlawsTotal { get; init; }

    /// <summary>How well the audio arrived, in per cent.</summary>
    [JsonPropertyName("in_quality_percentage")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? InboundQualityPercentage { get; init; }

    /// <summary>The same as a mean opinion score: 1 to 5.</summary>
    [JsonPropertyName("in_mos")]
    [JsonConverter(typeof(ForgivingNumberConverter))]
    public double? InboundMos { get; init; }

    /// <summary>Bytes of audio that went out.</summary>
    [JsonPropertyName("out_media_bytes")]
    [JsonConverter(typeof(CountConverter))]
    public long? OutboundMediaBytes { get; init; }

    /// <summary>Packets of audio that went out.</summary>
    [JsonPropertyName("out_media_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? OutboundMediaPacketCount { get; init; }

    /// <summary>Packets of keys that went out.</summary>
    [JsonPropertyName("out_dtmf_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? OutboundDtmfPacketCount { get; init; }

    /// <summary>Packets of comfort noise that went out.</summary>
    [JsonPropertyName("out_cng_packet_count")]
    [JsonConverter(typeof(CountConverter))]
    public long? OutboundCngPacketCount { get; init; }
}
