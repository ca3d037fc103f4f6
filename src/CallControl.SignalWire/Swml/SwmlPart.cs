using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>An object within a method's parameters.</summary>
public abstract record SwmlPart
{
    private IDictionary<string, JsonElement>? _unlistedMembers;

    private protected SwmlPart()
    {
    }

    /// <summary>Members besides those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing. A member that is set as a property must not be in it. Copied, both ways.</value>
    /// <remarks>For members and values that this version does not know; they are not checked.</remarks>
    [JsonIgnore]
    public JsonObject? AdditionalProperties
    {
        get => SwmlMembers.ToObject(_unlistedMembers);
        init => _unlistedMembers = SwmlMembers.FromObject(value);
    }

    /// <summary>The same, for the serialiser.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal IDictionary<string, JsonElement>? UnlistedMembers
    {
        get => _unlistedMembers;
        set => _unlistedMembers = value;
    }

    /// <summary>The kind only: what is in it may be a number, a text or a key.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules.</summary>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">The path of this object in the document.</param>
    internal virtual void Validate(ViolationList violations, string field) =>
        SwmlRules.AdditionalProperties(violations, field, this, _unlistedMembers);
}
