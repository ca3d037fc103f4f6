using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Text began to be spoken.</summary>
/// <remarks>Name on the wire: <c>call.speak.started</c>.</remarks>
public sealed record CallSpeakStartedEvent : TelnyxEvent
{
    /// <summary>The spoken text. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("speak_id")]
    public string? SpeakId { get; init; }
}
