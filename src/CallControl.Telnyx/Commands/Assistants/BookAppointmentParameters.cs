using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How appointments are booked.</summary>
public sealed record BookAppointmentParameters : TelnyxCommandPart
{
    /// <summary>The integration secret at Telnyx that holds the calendar's key.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("api_key_ref")]
    public required string ApiKeyRef { get; init; }

    /// <summary>The kind of appointment, by the calendar's number.</summary>
    [JsonPropertyName("event_type_id")]
    public required long EventTypeId { get; init; }

    /// <summary>Who comes.</summary>
    /// <value>Null, the default, lets the assistant ask.</value>
    [JsonPropertyName("attendee_name")]
    public string? AttendeeName { get; init; }

    /// <summary>The time zone of who comes, such as <c>Europe/Berlin</c>.</summary>
    /// <value>Null, the default, lets the assistant ask.</value>
    [JsonPropertyName("attendee_timezone")]
    public string? AttendeeTimezone { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".api_key_ref", ApiKeyRef);
    }
}
