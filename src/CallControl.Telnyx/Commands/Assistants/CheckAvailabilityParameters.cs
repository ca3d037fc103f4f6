using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How free appointments are looked for.</summary>
public sealed record CheckAvailabilityParameters : TelnyxCommandPart
{
    /// <summary>The integration secret at Telnyx that holds the calendar's key.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("api_key_ref")]
    public required string ApiKeyRef { get; init; }

    /// <summary>The kind of appointment, by the calendar's number.</summary>
    [JsonPropertyName("event_type_id")]
    public required long EventTypeId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".api_key_ref", ApiKeyRef);
    }
}
