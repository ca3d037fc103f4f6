using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The call is over.</summary>
/// <remarks>For a call that got lost it comes some 120 s after the last sign of life. Unverified: further members. Name on the wire: <c>call.hangup</c>. Source: <c>/webhooks/call-events/</c>.</remarks>
public sealed record CallHangupEvent : SessionGatewayEvent
{
    /// <summary>Why. An open set of lower-case words, of which <c>completed</c>, <c>busy</c>, <c>rejected</c> and <c>no_answer</c> are known.</summary>
    /// <remarks>Not the names that <see cref="HangupCommand.Cause"/> takes.</remarks>
    [JsonPropertyName("hangup_cause")]
    [JsonConverter(typeof(TextConverter))]
    public string? HangupCause { get; init; }
}
