using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Jumps to a <see cref="SwmlLabel"/> of the same section.</summary>
public sealed record SwmlGoto() : SwmlObjectMethod("goto")
{
    /// <summary>Jumps to a label.</summary>
    /// <param name="label">Its name.</param>
    [SetsRequiredMembers]
    public SwmlGoto(string label)
        : this() => Label = label;

    /// <summary>The label's name.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("label")]
    public required string Label { get; init; }

    /// <summary>When it jumps.</summary>
    /// <value>JavaScript, without <c>${}</c>. Null, the default, for always.</value>
    [JsonPropertyName("when")]
    public string? When { get; init; }

    /// <summary>How often it jumps at most.</summary>
    /// <value>1 to 100. Null, the default, is 100.</value>
    [JsonPropertyName("max")]
    public int? Max { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field + ".label", Label);
        violations.CheckId(field + ".when", When);
        violations.CheckRange(field + ".max", Max, 1, 100);
    }
}
