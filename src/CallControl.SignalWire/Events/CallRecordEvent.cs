using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A recording began, was paused, or is over.</summary>
/// <remarks>Name on the wire: <c>calling.call.record</c>.</remarks>
public sealed record CallRecordEvent : SignalWireEvent
{
    /// <summary>How it goes.</summary>
    [JsonPropertyName("state")]
    public CallRecordState State { get; init; }

    /// <summary>The recording, as the vendor's other interfaces name it.</summary>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    /// <summary>Where it is: here on some of the vendor's pages, within <see cref="Record"/> on others.</summary>
    [JsonPropertyName("url")]
    public string? Url { get => field ?? Record?.Url; init; }

    /// <summary>How long it is; seconds on the wire. In both places, too.</summary>
    [JsonPropertyName("duration")]
    public TimeSpan? Duration { get => field ?? Record?.Duration; init; }

    /// <summary>How long the file is, in bytes. In both places, too.</summary>
    [JsonPropertyName("size")]
    [JsonConverter(typeof(CountConverter))]
    public long? Size { get => field ?? Record?.Size; init; }

    /// <summary>When it began; seconds on the wire.</summary>
    [JsonPropertyName("start_time")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the first audio came; seconds on the wire. Unverified: the unit.</summary>
    [JsonPropertyName("first_frame_time")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? FirstFrameTime { get; init; }

    /// <summary>When it ended; seconds on the wire.</summary>
    [JsonPropertyName("end_time")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>What it holds for the time of a pause.</summary>
    [JsonPropertyName("pause_behavior")]
    public CallRecordPauseBehavior PauseBehavior { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("record")]
    public CallRecording? Record { get; init; }
}
