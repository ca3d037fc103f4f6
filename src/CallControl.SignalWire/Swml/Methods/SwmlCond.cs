using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Runs the steps of the first condition that holds.</summary>
/// <param name="Conditions">The conditions, in order; at least one.</param>
public sealed record SwmlCond(params IReadOnlyList<SwmlCondition> Conditions) : SwmlBranch("cond")
{
    internal override void WriteParameters(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, Conditions, SwmlJsonContext.Default.IReadOnlyListSwmlCondition);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Conditions is null)
            violations.Add(field, "must be given");

        SwmlRules.NotEmpty(violations, field, Conditions);
        for (var i = 0; i < Conditions?.Count; i++)
        {
            if (Conditions[i] is { } condition)
                condition.Validate(violations, ViolationListExtensions.Item(field, i));
            else
                violations.Add(ViolationListExtensions.Item(field, i), "must be given");
        }
    }
}
