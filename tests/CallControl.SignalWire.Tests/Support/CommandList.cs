using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The vendor's 42 commands with all parameters, from <c>Fixtures/commands.json</c>.</summary>
internal static class CommandList
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Fixture("commands.json"))).RootElement;

    public static IReadOnlyDictionary<string, JsonElement> Commands { get; } =
        Root.GetProperty("commands").EnumerateArray().ToDictionary(command => command.GetProperty("name").GetString()!);

    /// <summary>The files of whole bodies, of all commands.</summary>
    public static IReadOnlyList<string> Fixtures { get; } = [.. Commands.Values.SelectMany(FixturesOf)];

    public static string Fixture(string path) => Path.Combine(AppContext.BaseDirectory, "Fixtures", path);

    public static IEnumerable<string> FixturesOf(JsonElement command) => command.GetProperty("fixtures").EnumerateArray().Select(file => file.GetString()!);

    public static JsonObject Body(string fixture) => JsonNode.Parse(File.ReadAllText(Fixture("commands/" + fixture)))!.AsObject();
}
