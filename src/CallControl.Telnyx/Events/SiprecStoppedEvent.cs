using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A SIPREC session ended.</summary>
/// <remarks>Name on the wire: <c>siprec.stopped</c>.</remarks>
public sealed record SiprecStoppedEvent : TelnyxEvent
{
    /// <summary>Why, in words of the vendor.</summary>
    [JsonPropertyName("hangup_cause")]
    public string? HangupCause { get; init; }
}
