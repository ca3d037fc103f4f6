using System.Text.Json;

namespace CallControl.Testing;

/// <summary>The requests that the vendor documents: operations, shared types and long enumerations, from an embedded table.</summary>
internal static class TelnyxSchema
{
    private static readonly JsonElement Root = Load();

    private static readonly Dictionary<string, FieldShape> Types = [];

    private static readonly Dictionary<string, HashSet<string>> Enumerations = Root.GetProperty("enums").EnumerateObject()
        .ToDictionary(static entry => entry.Name, static entry => TextsOf(entry.Value));

    /// <summary>By the operation's name in the vendor's documents.</summary>
    public static IReadOnlyDictionary<string, TelnyxOperation> Operations { get; } = ReadOperations();

    /// <summary>A shared type; asked for at the first value of it, as types refer to one another.</summary>
    public static FieldShape TypeOf(string name)
    {
        lock (Types)
        {
            if (!Types.TryGetValue(name, out var shape))
                Types[name] = shape = FieldShape.OfType(Root.GetProperty("types").GetProperty(name));
            return shape;
        }
    }

    public static HashSet<string> EnumerationOf(JsonElement entry) =>
        entry.ValueKind is JsonValueKind.String ? Enumerations[entry.GetString()!] : TextsOf(entry);

    /// <summary>The texts of a list, or its numbers as they are written.</summary>
    public static HashSet<string> TextsOf(JsonElement list) =>
        new(list.EnumerateArray().Select(static item => item.ToString()), StringComparer.Ordinal);

    private static Dictionary<string, TelnyxOperation> ReadOperations()
    {
        var operations = new Dictionary<string, TelnyxOperation>(StringComparer.Ordinal);
        foreach (var entry in Root.GetProperty("operations").EnumerateObject())
        {
            operations[entry.Name] = new TelnyxOperation(
                entry.Name,
                entry.Value.GetProperty("method").GetString()!,
                FieldShape.OfType(entry.Value),
                entry.Value.TryGetProperty("anyOf", out var anyOf) ? [.. TextsOf(anyOf)] : []);
        }

        return operations;
    }

    private static JsonElement Load()
    {
        using var stream = typeof(TelnyxSchema).Assembly.GetManifestResourceStream("TelnyxRequests.json")!;
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}

/// <summary>One operation: how it is asked for, what its body may hold, and fields of which at least one must be there.</summary>
internal sealed record TelnyxOperation(string Name, string Method, FieldShape Body, IReadOnlyList<string> AnyOf);
