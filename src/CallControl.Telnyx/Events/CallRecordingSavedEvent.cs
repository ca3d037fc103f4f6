using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A recording is over and can be fetched.</summary>
/// <remarks>Name on the wire: <c>call.recording.saved</c>.</remarks>
public sealed record CallRecordingSavedEvent : TelnyxEvent
{
    /// <summary>Signed links to the recording, good for 10 minutes.</summary>
    [JsonPropertyName("recording_urls")]
    public RecordingUrls? RecordingUrls { get; init; }

    /// <summary>Links for everybody; without any unless the account has them.</summary>
    [JsonPropertyName("public_recording_urls")]
    public RecordingUrls? PublicRecordingUrls { get; init; }

    /// <summary>How the legs share it.</summary>
    [JsonPropertyName("channels")]
    public RecordingChannels Channels { get; init; }

    /// <summary>When the recording began.</summary>
    [JsonPropertyName("recording_started_at")]
    public DateTimeOffset? RecordingStartedAt { get; init; }

    /// <summary>When the recording ended.</summary>
    [JsonPropertyName("recording_ended_at")]
    public DateTimeOffset? RecordingEndedAt { get; init; }

    /// <summary>The recording, a UUID. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    /// <summary>How it is stored. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("format")]
    public RecordingFormat Format { get; init; }

    /// <summary>When the leg began. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the leg ended. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("end_time")]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Of no known meaning; mostly null. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("flow_destination")]
    public string? FlowDestination { get; init; }
}
