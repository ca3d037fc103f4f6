using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Looks for free appointments.</summary>
public sealed record CheckAvailabilityTool() : AssistantTool("check_availability")
{
    /// <summary>How.</summary>
    [JsonPropertyName("check_availability")]
    public required CheckAvailabilityParameters CheckAvailability { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        CheckAvailability?.Validate(violations, field + ".check_availability");
    }
}
