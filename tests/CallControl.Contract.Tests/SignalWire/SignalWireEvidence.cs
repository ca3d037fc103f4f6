using System.Reflection;
using System.Text;
using System.Text.Json;
using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What there is of the adapter and its tests, to be held against the lists of the vendor's commands and events.</summary>
/// <param name="Listed">The commands of the list that all tests share.</param>
/// <param name="Commands">The typed commands, by the name that they send.</param>
/// <param name="Methods">The methods of the client, with the command that each takes; <see cref="void"/> where it takes none.</param>
/// <param name="Samples">The fixtures of commands that are there as files, with the name in their body.</param>
/// <param name="Mappings">The names of the mapping files.</param>
/// <param name="SuccessRuns">The operations and cases that the client is run with against its mapping.</param>
/// <param name="FailureRuns">The operations and failures that the client is run with.</param>
/// <param name="ListedEvents">The events of the list that all tests share, with their fixtures.</param>
/// <param name="Events">The names of the typed event records.</param>
/// <param name="Catalog">The name of the record that a body with hardly more than an event's name is read as.</param>
/// <param name="Fixtures">The names of the record that each fixture is read as, by the event's name and the file.</param>
internal sealed record SignalWireEvidence(
    IReadOnlyDictionary<string, SignalWireOperation> Listed,
    IReadOnlyDictionary<string, Type> Commands,
    IReadOnlyDictionary<string, Type> Methods,
    IReadOnlyCollection<(string File, string Command)> Samples,
    IReadOnlyCollection<string> Mappings,
    IReadOnlyCollection<(string Operation, string Case)> SuccessRuns,
    IReadOnlyCollection<(string Operation, string Case)> FailureRuns,
    IReadOnlyDictionary<string, IReadOnlyList<string>> ListedEvents,
    IReadOnlyCollection<string> Events,
    Func<string, string?> Catalog,
    IReadOnlyCollection<(string EventType, string File, string? Record)> Fixtures)
{
    /// <summary>The request for a document, which is no event by its name; its fixtures are in a folder of their own.</summary>
    public const string Fetch = "(SWML fetch)";

    private const string FetchFolder = "fetch";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "SignalWire");

    /// <summary>What the assemblies and the files beside them hold.</summary>
    public static SignalWireEvidence Collect() => new(
        SignalWireOperation.All.ToDictionary(operation => operation.Name, StringComparer.Ordinal),
        SealedTypes<SignalWireCommand>().ToDictionary(NameOf, StringComparer.Ordinal),
        typeof(ISignalWireCallingClient).GetMethods().ToDictionary(
            method => method.Name,
            method => method.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(type => type.IsAssignableTo(typeof(SignalWireCommand))) ?? typeof(void),
            StringComparer.Ordinal),
        [.. Files("commands").Select(file => (Path.GetFileName(file), CommandIn(file)))],
        SignalWireMapping.Names,
        [.. SignalWireRun.All.Select(call => (call.Operation, call.Case))],
        [.. SignalWireFailureTests.OperationsAndFailures.Select(row => (row.Data.Item1, row.Data.Item2))],
        ReadEvents(),
        [.. SealedTypes<SignalWireEvent>().Select(type => type.Name)],
        ReadName,
        [.. Files("events").Select(ReadEvent), .. Files(FetchFolder).Select(ReadFetch)]);

    /// <summary>The record that an event's name calls for: <c>calling.call.play</c> is <c>CallPlayEvent</c>, <c>calling.user_event</c> is <c>UserEvent</c>.</summary>
    public static string RecordOf(string eventType)
    {
        if (eventType == Fetch) return nameof(SwmlFetchEvent);
        var words = eventType.Split('.', '_').Where(word => word != "calling");
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name.EndsWith("Event", StringComparison.Ordinal) ? name : name + "Event";
    }

    /// <summary>What a command, or what reads logs, lacks; empty where it lacks nothing.</summary>
    public IEnumerable<string> GapsOfOperation(string operation)
    {
        if (Listed.GetValueOrDefault(operation) is not { } listed)
        {
            yield return $"{operation}: not in commands.json";
            yield break;
        }

        var command = listed.IsCommand ? Commands.GetValueOrDefault(operation) : typeof(void);
        if (command is null)
            yield return $"{operation}: no typed command";
        else if (Methods.GetValueOrDefault(listed.ClientMethod) != command)
            yield return $"{operation}: no method {listed.ClientMethod}{(listed.IsCommand ? $" that takes a {command.Name}" : "")}";
        if (listed.IsCommand && !Samples.Contains((operation + ".json", operation))) yield return $"{operation}: no fixture {operation}.json";
        foreach (var fixture in listed.Fixtures.Where(fixture => !Samples.Contains((fixture, operation)) && fixture != operation + ".json"))
            yield return $"{operation}: no fixture {fixture}";
        if (!Mappings.Contains(operation + ".success")) yield return $"{operation}: no mapping {operation}.success";
        if (!SuccessRuns.Contains((operation, "success"))) yield return $"{operation}: not run with its mapping";
        foreach (var failure in new[] { "404", "422", "500" }.Where(failure => !FailureRuns.Contains((operation, failure))))
            yield return $"{operation}: not run with failure.{failure}";
    }

    /// <summary>What an event lacks; empty where it lacks nothing.</summary>
    public IEnumerable<string> GapsOfEvent(string eventType)
    {
        var record = RecordOf(eventType);
        if (eventType != Fetch && !ListedEvents.ContainsKey(eventType)) yield return $"{eventType}: not in events.json";
        if (!Events.Contains(record)) yield return $"{eventType}: no record {record}";
        if (eventType != Fetch && Catalog(eventType) is var read && read != record) yield return $"{eventType}: not read by its name as {record}, but as {read ?? "nothing"}";
        var folder = eventType == Fetch ? FetchFolder : eventType;
        var fixtures = Fixtures.Where(fixture => fixture.EventType == folder).ToList();
        if (fixtures.Count == 0) yield return $"{eventType}: no fixture";
        foreach (var (_, file, other) in fixtures.Where(fixture => fixture.Record != record))
            yield return $"{eventType}: the fixture {file} is not read as {record}, but as {other ?? "nothing"}";
        foreach (var missing in ListedEvents.GetValueOrDefault(eventType, []).Where(name => !fixtures.Exists(fixture => fixture.File == name + ".json")))
            yield return $"{eventType}: no fixture {missing}.json";
    }

    private static IEnumerable<Type> SealedTypes<T>() => typeof(T).Assembly.GetExportedTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(T)));

    // The name on the wire is the adapter's own business, hence not public.
    private static string NameOf(Type command) =>
        (string)typeof(SignalWireCommand).GetProperty("Name", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Activator.CreateInstance(command))!;

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(Path.Combine(Folder, folder), "*.json", SearchOption.AllDirectories);

    private static string CommandIn(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.GetProperty("command").GetString()!;
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadEvents()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "events.json")));
        return document.RootElement.EnumerateArray().ToDictionary(
            entry => entry.GetProperty("event_type").GetString()!,
            entry => (IReadOnlyList<string>)[.. entry.GetProperty("fixtures").EnumerateArray().Select(fixture => fixture.GetString()!)],
            StringComparer.Ordinal);
    }

    private static string? ReadName(string eventType) =>
        Read(Encoding.UTF8.GetBytes($$$"""{"event_type": "{{{eventType}}}", "params": {"call_id": "3c5b0d1e-6a72-4f0d-9b1e-2f4a6c8d0e11"}}"""));

    private static (string EventType, string File, string? Record) ReadEvent(string file) =>
        (Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileName(file), Read(File.ReadAllBytes(file)));

    private static (string EventType, string File, string? Record) ReadFetch(string file) =>
        (FetchFolder, Path.GetFileName(file), SwmlFetchParser.TryParse(File.ReadAllBytes(file), out var fetch, out _) ? fetch.GetType().Name : null);

    private static string? Read(byte[] body) => SignalWireEventParser.TryParse(body, out var value, out _) ? value.GetType().Name : null;
}
