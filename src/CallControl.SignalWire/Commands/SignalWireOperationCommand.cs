using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A command that starts an operation under an id of our own.</summary>
/// <remarks>
/// An instance stands for one operation: sent a second time, or copied by <c>with</c>, it keeps its id. The id must be unique among the running operations of the same kind on the
/// call; it comes back in the events, but not in the answer.
/// </remarks>
public abstract record SignalWireOperationCommand : SignalWireCommand
{
    private protected SignalWireOperationCommand(string name)
        : base(name) => ControlId = new OperationId(Guid.NewGuid().ToString());

    /// <summary>Names the operation, in its events and for the commands that control it.</summary>
    /// <value>Any text that is not empty; a new UUID by default.</value>
    [JsonPropertyName(ControlIdField)]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId ControlId { get; init; }

    internal sealed override OperationId? Operation => ControlId;

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired(ControlIdField, ControlId.Value);
    }
}
