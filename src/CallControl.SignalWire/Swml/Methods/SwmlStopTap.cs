using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends what <see cref="SwmlTap"/> began.</summary>
/// <remarks>Sets the variable <c>stop_tap_result</c> (success, failed).</remarks>
public sealed record SwmlStopTap() : SwmlObjectMethod("stop_tap")
{
    /// <summary>Which tap.</summary>
    /// <value>Not empty. Null, the default, is the last one that was begun.</value>
    [JsonPropertyName("control_id")]
    public string? ControlId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.NotEmpty(violations, field + ".control_id", ControlId);
    }
}
