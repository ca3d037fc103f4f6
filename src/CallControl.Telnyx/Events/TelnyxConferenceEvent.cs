using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Something happened in a conference.</summary>
/// <remarks>The events of the conference as a whole name no leg.</remarks>
public abstract record TelnyxConferenceEvent : TelnyxEvent
{
    private protected TelnyxConferenceEvent()
    {
    }

    /// <summary>The conference, a UUID.</summary>
    [JsonPropertyName("conference_id")]
    public string? ConferenceId { get; init; }
}
