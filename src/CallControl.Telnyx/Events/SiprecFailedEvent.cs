using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A SIPREC session failed.</summary>
/// <remarks>Name on the wire: <c>siprec.failed</c>.</remarks>
public sealed record SiprecFailedEvent : TelnyxEvent
{
    /// <summary>Why, in words of the vendor.</summary>
    [JsonPropertyName("failure_cause")]
    public string? FailureCause { get; init; }
}
