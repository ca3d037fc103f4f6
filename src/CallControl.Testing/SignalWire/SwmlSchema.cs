using System.Text.Json;
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

    private sealed class Findings : SchemaFindings
    {
        public string? First { get; private set; }

        public override void Report(SchemaProblem problem, string detail, string pointer) =>
            First ??= pointer.Length > 0 ? $"{pointer[1..].Replace('/', '.')}: {detail}" : detail;
    }
}
