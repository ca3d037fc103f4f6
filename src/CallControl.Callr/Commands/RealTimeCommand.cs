using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>What all commands to a call share: one is the answer to one request of the vendor's.</summary>
/// <remarks>
/// Members that are null are left out; the others are sent always, since the vendor publishes no defaults: a default that is told here is the one of its own SDK. Source: the
/// vendor's Real-Time reference, and its SDKs.
/// </remarks>
public abstract record RealTimeCommand
{
    private protected RealTimeCommand(string name) => Name = name;

    /// <summary>Members to put into <c>params</c> besides, or instead of, those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing.</value>
    /// <remarks>For members and values that this version does not know; they are not checked. Not copied: do not change it while the command is in use.</remarks>
    [JsonIgnore]
    public JsonObject? AdditionalProperties { get; init; }

    /// <summary>The command's name on the wire: <c>play_record</c>.</summary>
    internal string Name { get; }

    /// <summary>The command's kind only: what is in it may be a number or a text.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules, under the vendor's names within <c>params</c>.</summary>
    internal abstract void Validate(ViolationList violations);
}
