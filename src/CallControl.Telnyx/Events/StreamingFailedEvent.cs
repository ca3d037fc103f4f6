using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A stream could not be opened, or broke.</summary>
/// <remarks>Name on the wire: <c>streaming.failed</c>.</remarks>
public sealed record StreamingFailedEvent : TelnyxEvent
{
    /// <summary>Why, in words of the vendor.</summary>
    [JsonPropertyName("failure_reason")]
    public string? FailureReason { get; init; }

    /// <summary>The stream, a UUID.</summary>
    [JsonPropertyName("stream_id")]
    public string? StreamId { get; init; }

    /// <summary>What it was asked to be.</summary>
    [JsonPropertyName("stream_params")]
    public StreamAskedFor? StreamParameters { get; init; }

    /// <summary>Where it was to go.</summary>
    [JsonPropertyName("stream_type")]
    public StreamingEventType StreamType { get; init; }
}
