using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A method whose parameters are the members of an object.</summary>
public abstract record SwmlObjectMethod : SwmlMethod
{
    private IDictionary<string, JsonElement>? _unlistedMembers;

    private protected SwmlObjectMethod(string name)
        : base(name)
    {
    }

    /// <summary>Parameters besides those that this record writes, under the vendor's names.</summary>
    /// <value>Null, the default, adds nothing. A parameter that is set as a property must not be in it. Copied, both ways.</value>
    /// <remarks>For parameters and values that this version does not know; they are not checked.</remarks>
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

    internal sealed override void WriteParameters(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, this, SwmlJsonContext.TypeOf(this));

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.AdditionalProperties(violations, field, this, _unlistedMembers);
    }
}
