using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Runs another section or document, and comes back at its end or its <see cref="SwmlReturn"/>.</summary>
/// <remarks>The variable <c>return_value</c> then holds what was returned.</remarks>
public sealed record SwmlExecute() : SwmlObjectMethod("execute")
{
    /// <summary>Runs a section or document.</summary>
    /// <param name="dest">See <see cref="Dest"/>.</param>
    [SetsRequiredMembers]
    public SwmlExecute(string dest)
        : this() => Dest = dest;

    /// <summary>What is run.</summary>
    /// <value>
    /// A section's name, an absolute http or https address that a document is fetched from by POST (may hold a user's name and password), or a document as JSON
    /// (<see cref="SwmlDocument.ToJson"/>). Not empty.
    /// </value>
    [JsonPropertyName("dest")]
    public required string Dest { get; init; }

    /// <summary>What is passed: <c>params</c> of the section and of the fetch.</summary>
    [JsonPropertyName("params")]
    public JsonObject? Params { get; init; }

    /// <summary>Data of the author's own, which the vendor does not look at.</summary>
    [JsonPropertyName("meta")]
    public JsonObject? Meta { get; init; }

    /// <summary>What runs when it comes back.</summary>
    [JsonPropertyName("on_return")]
    public IReadOnlyList<SwmlMethod>? OnReturn { get; init; }

    /// <summary>How it goes on, by what was returned.</summary>
    /// <value>A switch without a variable looks at <c>return_value</c>. Null, the default, goes on with the next step.</value>
    [JsonPropertyName("result")]
    public SwmlBranch? Result { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".dest", Dest);
        SwmlRules.Methods(violations, field + ".on_return", OnReturn);
        SwmlRules.Branch(violations, field + ".result", Result);
    }
}
