using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Begins to record the call, and goes on at once.</summary>
/// <remarks>Sets the variables <c>record_call_url</c>, <c>record_call_result</c> (success, failed) and <c>record_control_id</c>.</remarks>
public sealed record SwmlRecordCall() : SwmlRecordingMethod("record_call")
{
    /// <summary>Names the recording, for <see cref="SwmlStopRecordCall"/>.</summary>
    /// <value>Not empty. Null, the default, lets the vendor choose; the variable <c>record_control_id</c> then holds it.</value>
    [JsonPropertyName("control_id")]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckId(field + ".control_id", ControlId?.Value);
    }
}
