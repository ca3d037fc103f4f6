using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Goes on with another section or document, for good.</summary>
/// <remarks>More than 32 transfers and jumps in a call are refused by the vendor.</remarks>
public sealed record SwmlTransfer() : SwmlObjectMethod("transfer")
{
    /// <summary>Goes on elsewhere.</summary>
    /// <param name="dest">See <see cref="Dest"/>.</param>
    [SetsRequiredMembers]
    public SwmlTransfer(string dest)
        : this() => Dest = dest;

    /// <summary>Where it goes on.</summary>
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

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".dest", Dest);
    }
}
