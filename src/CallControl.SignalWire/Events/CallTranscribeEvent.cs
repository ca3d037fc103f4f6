using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A transcription began, or is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.transcribe</c>. Comes over the vendor's RELAY socket only. Unverified: from a draft of the vendor's.</remarks>
public sealed record CallTranscribeEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallTranscribeState State { get; init; }

    /// <summary>Where the recording is that it is made of. Unverified: of what.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>That recording.</summary>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    /// <summary>Where its events go.</summary>
    [JsonPropertyName("status_url")]
    public string? StatusUrl { get; init; }

    /// <summary>How long it is; seconds on the wire.</summary>
    [JsonPropertyName("duration")]
    public TimeSpan? Duration { get; init; }

    /// <summary>How long the file is, in bytes.</summary>
    [JsonPropertyName("size")]
    [JsonConverter(typeof(CountConverter))]
    public long? Size { get; init; }

    /// <summary>When it began; seconds on the wire. Unverified: the unit.</summary>
    [JsonPropertyName("start_time")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When it ended; seconds on the wire. Unverified: the unit.</summary>
    [JsonPropertyName("end_time")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? EndTime { get; init; }
}
