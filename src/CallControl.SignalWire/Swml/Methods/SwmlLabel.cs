using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>A place that <see cref="SwmlGoto"/> of the same section jumps to.</summary>
/// <param name="Label">Its name; not empty.</param>
public sealed record SwmlLabel(string Label) : SwmlMethod("label")
{
    internal override void WriteParameters(Utf8JsonWriter writer) => writer.WriteStringValue(Label);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        violations.CheckRequired(field, Label);
    }
}
