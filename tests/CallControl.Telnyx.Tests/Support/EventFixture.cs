using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>The webhook bodies below <c>Fixtures/events</c>. What is in the folder is what is tested.</summary>
internal static class EventFixture
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "events");

    /// <summary>Every body by its name, <c>call.initiated/full</c>, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The folders: names of events, and <c>unknown</c>.</summary>
    public static IReadOnlyList<string> Folders { get; } = [.. Names.Select(FolderOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The first part of a name.</summary>
    public static string FolderOf(string name) => name[..name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The bytes as they stand in the file.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>A copy of the body that has every member.</summary>
    public static JsonObject Full(string eventType) => JsonNode.Parse(Read(eventType + "/full"))!.AsObject();

    /// <summary>What holds the event's members: <c>data</c>, or the body itself.</summary>
    public static JsonObject EventOf(JsonObject body) => body["data"] as JsonObject ?? body;

    /// <summary>The payload of a body.</summary>
    public static JsonObject PayloadOf(JsonObject body) => EventOf(body)["payload"]!.AsObject();

    /// <summary>The event that is in the bytes.</summary>
    public static TelnyxEvent Parse(ReadOnlyMemory<byte> utf8Json)
    {
        TelnyxEventParser.TryParse(utf8Json, out var value, out var problem).Should().BeTrue("of '{0}'", problem);
        problem.Should().BeNull();
        return value!;
    }

    /// <summary>The event that is in the body.</summary>
    public static TelnyxEvent Parse(JsonNode body) => Parse(Utf8(body));

    /// <summary>The body as it travels.</summary>
    public static byte[] Utf8(JsonNode body) => System.Text.Encoding.UTF8.GetBytes(body.ToJsonString());
}
