using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The 16 commands that the vendor documents and the objects of its JSON-RPC methods, from an embedded table.</summary>
internal static class CallrSchema
{
    private static readonly RequestSchema Schema = new("CallrCommands.json");

    /// <summary>The parameters of each command, by its name.</summary>
    public static IReadOnlyDictionary<string, FieldShape> Commands { get; } = Schema.Root.GetProperty("operations").EnumerateObject()
        .ToDictionary(static entry => entry.Name, static entry => FieldShape.OfType(Schema, entry.Value), StringComparer.Ordinal);

    public static FieldShape TypeOf(string name) => Schema.TypeOf(name);
}
