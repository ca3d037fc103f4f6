using System.Text.Json;

namespace CallControl.Telnyx.Tests;

/// <summary>The vendor's commands and types, from <c>Fixtures/commands.json</c>.</summary>
internal static class Sheet
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllBytes(Fixture("commands.json"))).RootElement;

    public static IReadOnlyDictionary<string, JsonElement> Commands { get; } =
        Root.GetProperty("commands").EnumerateArray().ToDictionary(command => command.GetProperty("name").GetString()!);

    public static JsonElement Type(string name) => Root.GetProperty("types").GetProperty(name);

    public static bool HasType(string name) => Root.GetProperty("types").TryGetProperty(name, out _);

    public static string Fixture(string path) => Path.Combine(AppContext.BaseDirectory, "Fixtures", path);
}
