using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Removes variables.</summary>
/// <param name="Variables">Their names; one is written as text, several as a list.</param>
public sealed record SwmlUnset(params IReadOnlyList<string> Variables) : SwmlMethod("unset")
{
    internal override void WriteParameters(Utf8JsonWriter writer)
    {
        if (Variables.Count == 1)
        {
            writer.WriteStringValue(Variables[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var name in Variables)
            writer.WriteStringValue(name);

        writer.WriteEndArray();
    }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Variables is null)
            violations.Add(field, "must be given");

        SwmlRules.NotEmpty(violations, field, Variables);
        for (var i = 0; i < Variables?.Count; i++)
            violations.CheckRequired(ViolationListExtensions.Item(field, i), Variables[i]);
    }
}
