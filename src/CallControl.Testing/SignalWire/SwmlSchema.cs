using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The parameters of those SWML methods that are checked, from an embedded table. A text that holds a variable fits every field.
/// </summary>
internal static class SwmlSchema
{
    private static readonly RequestSchema Schema = new("SwmlMethods.json") { TakesVariables = true };

    private static readonly Dictionary<string, FieldShape> Methods = Schema.Root.GetProperty("operations").EnumerateObject()
        .ToDictionary(static entry => entry.Name, static entry => FieldShape.OfType(Schema, entry.Value), StringComparer.Ordinal);

    /// <summary>What is wrong with a method's parameters; null when nothing is.</summary>
    public static string? Check(string method, JsonElement parameters)
    {
        var findings = new Findings();
        if (Methods.TryGetValue(method, out var shape))
            shape.Check(parameters, pointer: "", findings);
        return findings.First;
    }

    /// <summary>
    /// What is wrong with those parameters that hold a variable once its value is put in, as a text or as the number or flag it reads as;
    /// null when nothing is.
    /// </summary>
    public static string? CheckValues(string method, JsonElement parameters, SwmlValues values)
    {
        if (parameters.ValueKind is not JsonValueKind.Object || !Methods.TryGetValue(method, out var shape))
            return null;
        foreach (var member in parameters.EnumerateObject())
        {
            if (member.Value.ValueKind is not JsonValueKind.String || shape.FieldOf(member.Name) is not { } field)
                continue;
            var text = member.Value.GetString()!;
            var value = values.Expand(text);
            if (value != text && Check(field, member.Name, value) is { } problem)
                return problem;
        }

        return null;
    }

    private static string? Check(FieldShape field, string name, string value)
    {
        var asText = new Findings();
        field.Check(JsonParts.ElementOf(JsonValue.Create(value)), $"/{name}", asText);
        if (asText.First is null || LiteralOf(value) is not { } literal)
            return asText.First;
        var asLiteral = new Findings();
        field.Check(JsonParts.ElementOf(literal), $"/{name}", asLiteral);
        return asLiteral.First;
    }

    private static JsonValue? LiteralOf(string value)
    {
        if (value is "true" or "false")
            return JsonValue.Create(value is "true");
        if (long.TryParse(value, CultureInfo.InvariantCulture, out var whole))
            return JsonValue.Create(whole);
        return double.TryParse(value, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : null;
    }

    private sealed class Findings : SchemaFindings
    {
        public string? First { get; private set; }

        public override void Report(SchemaProblem problem, string detail, string pointer) =>
            First ??= pointer.Length > 0 ? $"{pointer[1..].Replace('/', '.')}: {detail}" : detail;
    }
}
