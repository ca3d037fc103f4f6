using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A SIP header of the INVITE that <see cref="SwmlConnect"/> sends.</summary>
public sealed record SwmlHeader() : SwmlPart
{
    /// <summary>A header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    [SetsRequiredMembers]
    public SwmlHeader(string name, string value)
        : this() => (Name, Value) = (name, value);

    /// <summary>The header's name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The header's value.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".name", Name);
        if (Value is null)
            violations.Add(field + ".value", "must be given");
    }
}
