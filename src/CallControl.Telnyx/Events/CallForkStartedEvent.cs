using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Audio began to be forked.</summary>
/// <remarks>Name on the wire: <c>call.fork.started</c>.</remarks>
public sealed record CallForkStartedEvent : TelnyxEvent
{
    /// <summary>What is forked.</summary>
    [JsonPropertyName("stream_type")]
    public ForkEventStreamType StreamType { get; init; }
}
