using System.Reflection;
using System.Text.Json;
using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>What there is of the adapter and its tests, to be held against the lists of the vendor's operations and events.</summary>
/// <param name="Commands">The typed commands, by the operation they are sent to.</param>
/// <param name="Methods">The methods of the client, with the command that each takes; <see cref="void"/> where it takes none.</param>
/// <param name="Mappings">The names of the mapping files.</param>
/// <param name="SuccessRuns">The operations and cases that the client is run with against its mapping.</param>
/// <param name="FailureRuns">The operations and failures that the client is run with.</param>
/// <param name="Events">The names of the typed event records.</param>
/// <param name="Fixtures">The names of the record that each fixture is read as, by the event's name and the file.</param>
internal sealed record TelnyxEvidence(
    IReadOnlyDictionary<string, Type> Commands,
    IReadOnlyDictionary<string, Type> Methods,
    IReadOnlyCollection<string> Mappings,
    IReadOnlyCollection<(string Operation, string Case)> SuccessRuns,
    IReadOnlyCollection<(string Operation, string Case)> FailureRuns,
    IReadOnlyCollection<string> Events,
    IReadOnlyCollection<(string EventType, string File, string? Record)> Fixtures)
{
    /// <summary>Operations without a body, which need no command, and the method that asks for them.</summary>
    private static readonly Dictionary<string, string> MethodsWithoutCommand = new(StringComparer.Ordinal)
    {
        ["retrieve_call"] = nameof(ITelnyxCallsClient.GetCallAsync),
        ["list_active_calls"] = nameof(ITelnyxCallsClient.ListActiveCallsAsync),
    };

    private static string EventFolder => Path.Combine(AppContext.BaseDirectory, "Telnyx", "events");

    /// <summary>What the assemblies and the files beside them hold.</summary>
    public static TelnyxEvidence Collect() => new(
        CommandTypes().ToDictionary(ActionOf, StringComparer.Ordinal),
        typeof(ITelnyxCallsClient).GetMethods().ToDictionary(
            method => method.Name,
            method => method.GetParameters().Select(parameter => parameter.ParameterType).FirstOrDefault(type => type.IsAssignableTo(typeof(TelnyxCommand))) ?? typeof(void),
            StringComparer.Ordinal),
        TelnyxMapping.Names,
        [.. TelnyxRun.All.Select(call => (call.Operation, call.Case))],
        [.. TelnyxFailureTests.OperationsAndFailures.Select(row => (row.Data.Item1, row.Data.Item2))],
        [.. typeof(TelnyxEvent).Assembly.GetExportedTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(TelnyxEvent))).Select(type => type.Name)],
        [.. Directory.EnumerateFiles(EventFolder, "*.json", SearchOption.AllDirectories).Select(ReadFixture)]);

    /// <summary>The names of the vendor's events, from the list that all tests share.</summary>
    public static IReadOnlyList<string> ReadEventTypes()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Telnyx", "events.json")));
        return [.. document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("event_type").GetString()!)];
    }

    /// <summary>The record that an event's name calls for: <c>call.playback.ended</c> is <c>CallPlaybackEndedEvent</c>.</summary>
    public static string RecordOf(string eventType) =>
        string.Concat(eventType.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) + "Event";

    /// <summary>What an operation lacks; empty where it lacks nothing.</summary>
    public IEnumerable<string> GapsOfOperation(string operation)
    {
        var hasNoCommand = MethodsWithoutCommand.TryGetValue(operation, out var method);
        var command = hasNoCommand ? typeof(void) : Commands.GetValueOrDefault(operation);
        if (command is null)
        {
            yield return $"{operation}: no typed command";
        }
        else
        {
            method ??= command.Name[..^"Command".Length] + "Async";
            if (Methods.GetValueOrDefault(method) != command)
                yield return $"{operation}: no method {method}{(hasNoCommand ? "" : $" that takes a {command.Name}")}";
        }

        if (!Mappings.Contains(operation + ".success")) yield return $"{operation}: no mapping {operation}.success";
        if (!SuccessRuns.Contains((operation, "success"))) yield return $"{operation}: not run with its mapping";
        foreach (var failure in new[] { "422", "429", "500" }.Where(failure => !FailureRuns.Contains((operation, failure))))
            yield return $"{operation}: not run with failure.{failure}";
    }

    /// <summary>What an event lacks; empty where it lacks nothing.</summary>
    public IEnumerable<string> GapsOfEvent(string eventType)
    {
        var record = RecordOf(eventType);
        if (!Events.Contains(record)) yield return $"{eventType}: no record {record}";
        var fixtures = Fixtures.Where(fixture => fixture.EventType == eventType).ToList();
        if (fixtures.Count == 0) yield return $"{eventType}: no fixture";
        if (fixtures.Count > 0 && !fixtures.Exists(fixture => fixture.Record == record))
            yield return $"{eventType}: no fixture is read as {record}, but as {string.Join(", ", fixtures.Select(fixture => fixture.Record ?? "nothing").Distinct())}";
    }

    private static IEnumerable<Type> CommandTypes() =>
        typeof(TelnyxCommand).Assembly.GetExportedTypes().Where(type => type.IsSealed && type.IsAssignableTo(typeof(TelnyxCommand)));

    // The action is the adapter's own business, hence not public.
    private static string ActionOf(Type command) =>
        (string)typeof(TelnyxCommand).GetProperty("Action", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Activator.CreateInstance(command))!;

    private static (string EventType, string File, string? Record) ReadFixture(string file) =>
        (Path.GetFileName(Path.GetDirectoryName(file))!,
            Path.GetFileName(file),
            TelnyxEventParser.TryParse(File.ReadAllBytes(file), out var value, out _) ? value.GetType().Name : null);
}
