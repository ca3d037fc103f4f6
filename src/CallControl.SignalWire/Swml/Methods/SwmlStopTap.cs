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
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckId(field + ".control_id", ControlId?.Value);
    }
}
