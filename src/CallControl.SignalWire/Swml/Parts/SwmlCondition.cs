using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A condition of <see cref="SwmlCond"/> and its steps, or the steps where no condition holds.</summary>
public sealed record SwmlCondition() : SwmlPart
{
    /// <summary>Steps under a condition.</summary>
    /// <param name="when">JavaScript, without <c>${}</c>.</param>
    /// <param name="then">The steps.</param>
    public SwmlCondition(string when, params IReadOnlyList<SwmlMethod> then)
        : this() => (When, Then) = (when, then);

    /// <summary>The condition.</summary>
    /// <value>JavaScript, in which variables stand by their names, without <c>${}</c>: <c>detect_result == 'machine'</c>. Null for <see cref="Otherwise"/>.</value>
    [JsonPropertyName("when")]
    public string? When { get; init; }

    /// <summary>The steps if the condition holds.</summary>
    [JsonPropertyName("then")]
    public IReadOnlyList<SwmlMethod>? Then { get; init; }

    /// <summary>The steps if none holds.</summary>
    [JsonPropertyName("else")]
    public IReadOnlyList<SwmlMethod>? Else { get; init; }

    /// <summary>The steps if no condition holds. The last of the list.</summary>
    /// <param name="methods">The steps.</param>
    public static SwmlCondition Otherwise(params IReadOnlyList<SwmlMethod> methods) => new() { Else = methods };

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (When is null && Then is null && Else is null)
            violations.Add(field + ".when", "must be given, or else else");
        else if (When is not null || Then is not null)
            ValidateWhen(violations, field);

        SwmlRules.Methods(violations, field + ".then", Then);
        SwmlRules.Methods(violations, field + ".else", Else);
    }

    private void ValidateWhen(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".when", When);
        if (Then is null)
            violations.Add(field + ".then", "must be given");
    }
}
