using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What all commands to SignalWire share.</summary>
/// <remarks>
/// Null members are left out, and the vendor's own default holds. Source: the vendor's description of <c>POST /api/calling/calls</c> of August 2026. The description refuses
/// members that it does not know; unverified: whether the vendor does.
/// </remarks>
public abstract record SignalWireCommand
{
    /// <summary>Where the call's id goes, and so nothing of the caller's.</summary>
    private protected const string IdField = "id";

    /// <summary>Where the operation's id goes.</summary>
    private protected const string ControlIdField = "control_id";

    private protected SignalWireCommand(string name) => Name = name;

    /// <summary>Members to put into <c>params</c> besides, or instead of, those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing. Neither <c>id</c> nor <c>control_id</c> can be among them.</value>
    /// <remarks>For members and values that this version does not know; they are not checked. Not copied: do not change it while the command is in use.</remarks>
    [JsonIgnore]
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The command's name on the wire: <c>calling.play</c>.</summary>
    internal string Name { get; }

    /// <summary>The operation it starts or controls; null for none.</summary>
    internal virtual OperationId? Operation => null;

    /// <summary>The command's kind only: what is in it may be a number, a text or a password.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules, under the vendor's names within <c>params</c>.</summary>
    internal virtual void Validate(ViolationList violations)
    {
        if (AdditionalProperties?.ContainsKey(IdField) == true)
            violations.Add(IdField, "must be given as the call, not among the additional properties");

        if (AdditionalProperties?.ContainsKey(ControlIdField) == true)
            violations.Add(ControlIdField, "must be set as ControlId, where the command has one, not among the additional properties");
    }
}
