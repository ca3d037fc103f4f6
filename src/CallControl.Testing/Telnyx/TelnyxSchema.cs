using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The requests that the vendor documents: operations, shared types and long enumerations, from an embedded table.</summary>
internal static class TelnyxSchema
{
    private static readonly RequestSchema Schema = new("TelnyxRequests.json");

    /// <summary>By the operation's name in the vendor's documents.</summary>
    public static IReadOnlyDictionary<string, TelnyxOperation> Operations { get; } = ReadOperations();

    private static Dictionary<string, TelnyxOperation> ReadOperations()
    {
        var operations = new Dictionary<string, TelnyxOperation>(StringComparer.Ordinal);
        foreach (var entry in Schema.Root.GetProperty("operations").EnumerateObject())
        {
            operations[entry.Name] = new TelnyxOperation(
                entry.Name,
                entry.Value.GetProperty("method").GetString()!,
                FieldShape.OfType(Schema, entry.Value),
                entry.Value.TryGetProperty("anyOf", out var anyOf) ? [.. RequestSchema.TextsOf(anyOf)] : []);
        }

        return operations;
    }
}

/// <summary>One operation: how it is asked for, what its body may hold, and fields of which at least one must be there.</summary>
internal sealed record TelnyxOperation(string Name, string Method, FieldShape Body, IReadOnlyList<string> AnyOf);
