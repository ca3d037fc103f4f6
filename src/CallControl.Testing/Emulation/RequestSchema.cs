using System.Text.Json;

namespace CallControl.Testing.Emulation;

/// <summary>The requests that a vendor documents, from an embedded table: operations, shared types and long enumerations.</summary>
internal sealed class RequestSchema
{
    private readonly Dictionary<string, FieldShape> _types = [];
    private readonly Dictionary<string, HashSet<string>> _enumerations;

    public RequestSchema(string resource)
    {
        using var stream = typeof(RequestSchema).Assembly.GetManifestResourceStream(resource)!;
        using var document = JsonDocument.Parse(stream);
        Root = document.RootElement.Clone();
        _enumerations = Root.GetProperty("enums").EnumerateObject()
            .ToDictionary(static entry => entry.Name, static entry => TextsOf(entry.Value));
    }

    public JsonElement Root { get; }

    /// <summary>Whether a text with a placeholder such as "${name}" or "%{name}" fits every field.</summary>
    public bool TakesVariables { get; init; }

    /// <summary>A shared type; asked for at the first value of it, as types refer to one another.</summary>
    public FieldShape TypeOf(string name)
    {
        lock (_types)
        {
            if (!_types.TryGetValue(name, out var shape))
            {
                var entry = Root.GetProperty("types").GetProperty(name);
                shape = entry.TryGetProperty("type", out _) ? FieldShape.OfField(this, entry) : FieldShape.OfType(this, entry);
                _types[name] = shape;
            }

            return shape;
        }
    }

    public HashSet<string> EnumerationOf(JsonElement entry) =>
        entry.ValueKind is JsonValueKind.String ? _enumerations[entry.GetString()!] : TextsOf(entry);

    /// <summary>The texts of a list, or its numbers as they are written.</summary>
    public static HashSet<string> TextsOf(JsonElement list) =>
        new(list.EnumerateArray().Select(static item => item.ToString()), StringComparer.Ordinal);
}
