using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A step of a SWML document: a method's name and its parameters.</summary>
/// <remarks>
/// Null members are left out; the vendor's default then holds. Lists and JSON given to a method are not copied: do not change them while it is in use. Expressions such as
/// <c>${vars.x}</c> may stand in every text; in the place of a number or a truth value they go into <see cref="SwmlObjectMethod.AdditionalProperties"/>.
/// Source: the vendor's schema of SWML of August 2026 and its method pages. What neither says is marked as unverified.
/// </remarks>
[JsonConverter(typeof(SwmlMethodConverter))]
public abstract record SwmlMethod
{
    private protected SwmlMethod(string name) => Name = name;

    /// <summary>The method's name in the document: <c>join_conference</c>.</summary>
    [JsonIgnore]
    public string Name { get; }

    /// <summary>The kind only: what is in it may be a number, a text or a key.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Adds every breach of the vendor's rules.</summary>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">The path of this method's parameters in the document: <c>main[0].connect</c>.</param>
    internal virtual void Validate(ViolationList violations, string field)
    {
    }

    /// <summary>Writes what stands behind the method's name.</summary>
    internal abstract void WriteParameters(Utf8JsonWriter writer);
}
