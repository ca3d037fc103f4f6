using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A command that goes to a running operation.</summary>
public abstract record SignalWireFollowUpCommand : SignalWireCommand
{
    private protected SignalWireFollowUpCommand(string name)
        : base(name)
    {
    }

    /// <summary>The operation.</summary>
    /// <value>The id that it was started with; not empty.</value>
    [JsonPropertyName(ControlIdField)]
    [JsonConverter(typeof(OperationIdConverter))]
    public required OperationId ControlId { get; init; }

    internal sealed override OperationId? Operation => ControlId;

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired(ControlIdField, ControlId.Value);
    }
}
