using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Sets variables.</summary>
/// <param name="Variables">Their values by their names; any JSON.</param>
public sealed record SwmlSet(JsonObject Variables) : SwmlMethod("set")
{
    internal override void WriteParameters(Utf8JsonWriter writer) => SwmlMethodConverter.WriteNode(writer, Variables);

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        if (Variables is null)
            violations.Add(field, "must be given");
    }
}
