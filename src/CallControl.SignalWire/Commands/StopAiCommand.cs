using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Ends the call's AI agent.</summary>
public sealed record StopAiCommand() : SignalWireCommand("calling.ai.stop")
{
    /// <summary>Taken by the vendor, and ignored.</summary>
    /// <value>Not empty. Null, the default, leaves it out.</value>
    [JsonPropertyName(ControlIdField)]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? ControlId { get; init; }

    internal override OperationId? Operation => ControlId;

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckId(ControlIdField, ControlId?.Value);
    }
}
