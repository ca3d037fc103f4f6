using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Any method, as JSON: the way to what this version has no record for, such as <c>ai</c> or <c>live_transcribe</c>.</summary>
/// <remarks>Nothing of it is checked but that it has a name.</remarks>
public sealed record SwmlRaw : SwmlMethod
{
    /// <summary>A method that is written as its name alone, without parameters: <c>"hangup"</c>.</summary>
    /// <param name="name">The method's name.</param>
    public SwmlRaw(string name)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(name);
        IsNameOnly = true;
    }

    /// <summary>A method with parameters.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="parameters">What stands behind the name; null is written as null. Not copied: do not change it.</param>
    public SwmlRaw(string name, JsonNode? parameters)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Parameters = parameters;
    }

    /// <summary>What stands behind the name.</summary>
    public JsonNode? Parameters { get; }

    /// <summary>Whether the step is the name alone.</summary>
    public bool IsNameOnly { get; }

    internal override void WriteParameters(Utf8JsonWriter writer) => SwmlMethodConverter.WriteNode(writer, Parameters);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (string.IsNullOrWhiteSpace(Name))
            violations.Add(field, "must have a method's name");
    }
}
