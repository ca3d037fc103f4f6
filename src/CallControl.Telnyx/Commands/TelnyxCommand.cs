using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What all commands to Telnyx share.</summary>
/// <remarks>Null members are left out. Source: the vendor's OpenAPI file of July 2026, and its SDKs of August 2026 for what is newer.</remarks>
public abstract record TelnyxCommand
{
    private protected TelnyxCommand(string action) => Action = action;

    /// <summary>Members to put into the body besides, or instead of, those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing.</value>
    /// <remarks>For fields and values that this version does not know; they are not checked. Not copied: do not change it while the command is in use.</remarks>
    [JsonIgnore]
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The command's name on the wire: the end of the path, or <c>dial</c>.</summary>
    internal string Action { get; }

    /// <summary>The command's kind only: what is in it may be a number, a text or a key.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules, under the vendor's field names.</summary>
    internal virtual void Validate(ViolationList violations)
    {
    }
}
