using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

/// <summary>The vendor's 16 commands with all parameters and results, from <c>Fixtures/commands.json</c>.</summary>
internal static class CommandList
{
    public static IReadOnlyDictionary<string, JsonObject> Commands { get; } =
        JsonNode.Parse(File.ReadAllText(Fixture("commands.json")))!["commands"]!.AsArray().ToDictionary(command => (string)command!["name"]!, command => command!.AsObject());

    /// <summary>The files of whole answers, of all commands.</summary>
    public static IReadOnlyList<string> Responses { get; } = [.. Commands.Values.SelectMany(command => command["responses"]!.AsArray()).Select(file => (string)file!)];

    /// <summary>The files of requests that report a result, of all commands: <c>play/failed</c>.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Results { get; } = Commands
        .SelectMany(command => command.Value["results"]!.AsArray().Select(result => (
            Name: $"{command.Key}/{Path.GetFileNameWithoutExtension((string)result!["request"]!)}", Result: result.AsObject())))
        .ToDictionary(entry => entry.Name, entry => entry.Result);

    public static string Fixture(string path) => Path.Combine(AppContext.BaseDirectory, "Fixtures", path);

    public static IEnumerable<JsonObject> ParametersOf(string command) => Commands[command]["params"]!.AsArray().Select(parameter => parameter!.AsObject());

    /// <summary>The command that a file of an answer or a request is for.</summary>
    public static string CommandOf(string file) => file[..file.AsSpan().IndexOfAny('.', '/')];

    /// <summary>The answer's text, without the line's end.</summary>
    public static string Response(string file) => File.ReadAllText(Fixture("commands/" + file)).TrimEnd('\n');
}
