using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Audio is no longer forked.</summary>
/// <remarks>Name on the wire: <c>call.fork.stopped</c>.</remarks>
public sealed record CallForkStoppedEvent : TelnyxEvent
{
    /// <summary>What was forked.</summary>
    [JsonPropertyName("stream_type")]
    public ForkEventStreamType StreamType { get; init; }
}
