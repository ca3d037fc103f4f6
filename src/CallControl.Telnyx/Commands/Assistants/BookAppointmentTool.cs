using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Books an appointment.</summary>
public sealed record BookAppointmentTool() : AssistantTool("book_appointment")
{
    /// <summary>How.</summary>
    [JsonPropertyName("book_appointment")]
    public required BookAppointmentParameters BookAppointment { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        BookAppointment?.Validate(violations, field + ".book_appointment");
    }
}
