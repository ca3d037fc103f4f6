using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The webhook bodies below <c>Fixtures/events</c>. What is in the folder is what is tested.</summary>
internal static class EventFixture
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Fixtures", "events");

    /// <summary>Every body by its name, <c>calling.call.state/full</c>, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The first part of a name.</summary>
    public static string FolderOf(string name) => name[..name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The bytes as they stand in the file.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>A copy of the body that has every member.</summary>
    public static JsonObject Full(string eventType) => Body(eventType + "/full");

    /// <summary>A copy of a body.</summary>
    public static JsonObject Body(string name) => JsonNode.Parse(Read(name))!.AsObject();

    /// <summary>What holds the event's members: <c>params</c>, or the body itself.</summary>
    public static JsonObject MembersOf(JsonObject body) => body["params"] as JsonObject ?? body;

    /// <summary>The event that is in the bytes.</summary>
    public static SignalWireEvent Parse(ReadOnlyMemory<byte> utf8Json)
    {
        SignalWireEventParser.TryParse(utf8Json, out var value, out var problem).Should().BeTrue("of '{0}'", problem);
        problem.Should().BeNull();
        return value!;
    }

    /// <summary>The event that is in the body.</summary>
    public static SignalWireEvent Parse(JsonNode body) => Parse(Utf8(body));

    /// <summary>The event that is in the text.</summary>
    public static SignalWireEvent Parse(string body) => Parse(Encoding.UTF8.GetBytes(body));

    /// <summary>The body as it travels.</summary>
    public static byte[] Utf8(JsonNode body) => Encoding.UTF8.GetBytes(body.ToJsonString());
}
