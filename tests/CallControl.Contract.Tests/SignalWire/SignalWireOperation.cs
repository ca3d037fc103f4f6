using System.Text.Json;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>One of the vendor's commands, or one of the requests that read logs.</summary>
/// <param name="Name">The command's name; for a read one of ours. The names of its mapping files begin with it.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, with the placeholders of the mapping files.</param>
/// <param name="ClientMethod">The method of the client that is for it.</param>
/// <param name="IdPlace">Where the call id goes: <c>none</c>, <c>params</c>, <c>top</c>, or <c>path</c>.</param>
/// <param name="Parameters">The names of the members of <c>params</c>; those within them are left out.</param>
/// <param name="Required">Those of them that are required whatever the others are.</param>
/// <param name="Fixtures">The files with whole bodies.</param>
public sealed record SignalWireOperation(
    string Name,
    string Method,
    string Path,
    string ClientMethod,
    string IdPlace,
    IReadOnlyList<string> Parameters,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Fixtures)
{
    /// <summary>The 42 commands of the list that all tests share.</summary>
    public static IReadOnlyList<SignalWireOperation> Commands { get; } = ReadList();

    /// <summary>The 42 commands, and what reads the logs of calls.</summary>
    public static IReadOnlyList<SignalWireOperation> All { get; } =
    [
        .. Commands,
        Read("get_log", "/api/voice/logs/@@CALL@@", "GetCallLogAsync", "path"),
        Read("list_log_events", "/api/voice/logs/@@CALL@@/events", "ListCallLogEventsAsync", "path"),
        Read("list_logs", "/api/voice/logs", "ListCallLogsAsync", "none"),
    ];

    /// <summary>Whether it is sent to the one address of all commands.</summary>
    public bool IsCommand => Method == "POST";

    /// <summary>Whether it goes to one call. What is read back is a log, which may be there when the call is not, and the other way round.</summary>
    public bool ConcernsCall => IsCommand && IdPlace != "none";

    /// <summary>Whether it starts an operation, or goes to one, by an id that the caller chooses.</summary>
    public bool HasControlId => Parameters.Contains("control_id");

    /// <summary>Finds one by its name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static SignalWireOperation Named(string name) =>
        All.FirstOrDefault(operation => operation.Name == name)
        ?? throw new ArgumentException($"SignalWire has no command '{name}'.", nameof(name));

    private static SignalWireOperation Read(string name, string path, string method, string idPlace) => new(name, "GET", path, method, idPlace, [], [], []);

    private static List<SignalWireOperation> ReadList()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "SignalWire", "commands.json")));
        return [.. document.RootElement.GetProperty("commands").EnumerateArray().Select(command => new SignalWireOperation(
            command.GetProperty("name").GetString()!,
            "POST",
            "/api/calling/calls",
            command.GetProperty("method").GetString()!,
            command.GetProperty("id").GetString()!,
            [.. Members(command).Select(NameOf)],
            [.. Members(command).Where(member => member.TryGetProperty("required", out _)).Select(NameOf)],
            [.. command.GetProperty("fixtures").EnumerateArray().Select(file => file.GetString()!)]))];
    }

    private static IEnumerable<JsonElement> Members(JsonElement command) =>
        command.GetProperty("params").EnumerateArray().Where(member => NameOf(member).AsSpan().IndexOfAny('.', '[') < 0);

    private static string NameOf(JsonElement member) => member.GetProperty("name").GetString()!;
}
