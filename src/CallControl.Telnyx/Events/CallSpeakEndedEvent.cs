using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A spoken text ended.</summary>
/// <remarks>Name on the wire: <c>call.speak.ended</c>.</remarks>
public sealed record CallSpeakEndedEvent : TelnyxEvent
{
    /// <summary>How it ended.</summary>
    [JsonPropertyName("status")]
    public SpeakStatus Status { get; init; }

    /// <summary>The spoken text. Unverified: seen in captures, not promised by the vendor.</summary>
    [JsonPropertyName("speak_id")]
    public string? SpeakId { get; init; }
}
