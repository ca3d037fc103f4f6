using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>What all commands to the gateway share.</summary>
public abstract record SessionGatewayCommand
{
    private protected SessionGatewayCommand()
    {
    }

    /// <summary>Members to put into the body besides, or instead of, those that this record writes, under the gateway's names.</summary>
    /// <value>Null, the default, adds nothing.</value>
    /// <remarks>For fields that this version does not know; they are not checked. Not copied: do not change it while the command is in use.</remarks>
    [JsonIgnore]
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The command's kind only: what is in it may be a token or a key.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the gateway's rules, under the gateway's field names.</summary>
    internal virtual void Validate(ViolationList violations)
    {
    }
}
