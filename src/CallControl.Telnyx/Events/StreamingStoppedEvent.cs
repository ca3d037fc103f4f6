using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A stream ended.</summary>
/// <remarks>Name on the wire: <c>streaming.stopped</c>.</remarks>
public sealed record StreamingStoppedEvent : TelnyxEvent
{
    /// <summary>Where it went.</summary>
    [JsonPropertyName("stream_url")]
    public string? StreamUrl { get; init; }

    /// <summary>The stream, a UUID. Unverified: inferred from <c>streaming.failed</c>; not in the schema of this event.</summary>
    [JsonPropertyName("stream_id")]
    public string? StreamId { get; init; }
}
