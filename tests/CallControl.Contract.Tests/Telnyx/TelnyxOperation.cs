using System.Text.Json;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>One operation of the vendor's API.</summary>
/// <param name="Name">Its name, with which the names of its mapping files begin.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, with the placeholders of the mapping files.</param>
/// <param name="Fields">The names of the request's fields.</param>
public sealed record TelnyxOperation(string Name, string Method, string Path, IReadOnlyList<string> Fields)
{
    private const string ListActiveCalls = "list_active_calls";

    /// <summary>The 43 operations of the list that all tests share, and the list of active calls, which is no command.</summary>
    public static IReadOnlyList<TelnyxOperation> All { get; } =
        [.. ReadList(), new(ListActiveCalls, "GET", "/v2/connections/@@CONNECTION@@/active_calls", [])];

    /// <summary>Whether the operation goes to one call.</summary>
    public bool ConcernsCall => Path.Contains("@@CALL@@", StringComparison.Ordinal);

    /// <summary>Whether the request has a <c>command_id</c>.</summary>
    public bool HasCommandId => Fields.Contains("command_id");

    /// <summary>Finds an operation by its name.</summary>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static TelnyxOperation Named(string name) =>
        All.FirstOrDefault(operation => operation.Name == name)
        ?? throw new ArgumentException($"Telnyx has no operation '{name}'.", nameof(name));

    private static List<TelnyxOperation> ReadList()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Telnyx", "commands.json")));
        return [.. document.RootElement.GetProperty("commands").EnumerateArray().Select(command => new TelnyxOperation(
            command.GetProperty("name").GetString()!,
            command.GetProperty("method").GetString()!,
            "/v2" + command.GetProperty("path").GetString()!.Replace("{call_control_id}", "@@CALL@@", StringComparison.Ordinal),
            [.. command.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()!)]))];
    }
}
