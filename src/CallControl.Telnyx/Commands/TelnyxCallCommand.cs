using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A command that can be sent again without being carried out twice.</summary>
/// <remarks>An instance stands for one command: sent a second time, or copied by <c>with</c>, it keeps its id.</remarks>
public abstract record TelnyxCallCommand : TelnyxStateCommand
{
    private const string CommandIdField = "command_id";

    private protected TelnyxCallCommand(string action)
        : base(action) => CommandId = new OperationId(Guid.NewGuid().ToString());

    /// <summary>Names the command: another one with the same name on the same leg is ignored for 60 s, another dial on the whole account.</summary>
    /// <value>Any text that is not empty; a new UUID by default.</value>
    /// <remarks>Unverified: what a repetition is answered with.</remarks>
    [JsonPropertyName(CommandIdField)]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId CommandId { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckRequired(CommandIdField, CommandId.Value);
        if (AdditionalProperties?.ContainsKey(CommandIdField) == true)
            violations.Add(CommandIdField, "must be set as CommandId, not among the additional properties");
    }
}
