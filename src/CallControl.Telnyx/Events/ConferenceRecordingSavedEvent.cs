using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A recording of a conference is over and can be fetched.</summary>
/// <remarks>Name on the wire: <c>conference.recording.saved</c>. The schema gives it no <c>occurred_at</c> at all.</remarks>
public sealed record ConferenceRecordingSavedEvent : TelnyxConferenceEvent
{
    /// <summary>The recording, a UUID.</summary>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    /// <summary>Signed links to the recording, good for 10 minutes.</summary>
    [JsonPropertyName("recording_urls")]
    public RecordingUrls? RecordingUrls { get; init; }

    /// <summary>Links for everybody; without any unless the account has them.</summary>
    [JsonPropertyName("public_recording_urls")]
    public RecordingUrls? PublicRecordingUrls { get; init; }

    /// <summary>How the legs share it.</summary>
    [JsonPropertyName("channels")]
    public RecordingChannels Channels { get; init; }

    /// <summary>How it is stored.</summary>
    [JsonPropertyName("format")]
    public RecordingFormat Format { get; init; }

    /// <summary>When the recording began.</summary>
    [JsonPropertyName("recording_started_at")]
    public DateTimeOffset? RecordingStartedAt { get; init; }

    /// <summary>When the recording ended.</summary>
    [JsonPropertyName("recording_ended_at")]
    public DateTimeOffset? RecordingEndedAt { get; init; }
}
