using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The 42 commands that the vendor documents, from an embedded table.</summary>
internal static class SignalWireSchema
{
    private static readonly RequestSchema Schema = new("SignalWireRequests.json");

    /// <summary>By the command's name.</summary>
    public static IReadOnlyDictionary<string, SignalWireOperation> Operations { get; } = Schema.Root.GetProperty("operations")
        .EnumerateObject().ToDictionary(
            static entry => entry.Name,
            static entry => new SignalWireOperation(
                entry.Name, entry.Value.GetProperty("callId").GetString()!, FieldShape.OfType(Schema, entry.Value)),
            StringComparer.Ordinal);
}

/// <summary>One command: where the call's id stands ("none", "params" or "top"), and what its body may hold.</summary>
internal sealed record SignalWireOperation(string Name, string CallId, FieldShape Body);
