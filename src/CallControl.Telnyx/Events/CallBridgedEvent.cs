using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A leg was connected with another.</summary>
/// <remarks>Name on the wire: <c>call.bridged</c>.</remarks>
public sealed record CallBridgedEvent : TelnyxEvent
{
    /// <summary>When the leg began. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("start_time")]
    public DateTimeOffset? StartTime { get; init; }
}
