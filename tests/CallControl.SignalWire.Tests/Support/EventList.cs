using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>The vendor's events with their members: <c>Fixtures/events.json</c>; and the members of a request for a document: <c>Fixtures/fetch.json</c>.</summary>
internal static class EventList
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> ByName { get; } =
        Load("events.json").ToDictionary(entry => (string)entry!["event_type"]!, entry => entry!.AsObject(), StringComparer.Ordinal);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. ByName.Keys];

    /// <summary>The members of a request for a document.</summary>
    public static IReadOnlyList<JsonObject> FetchFields { get; } = [.. Objects(Load("fetch.json"))];

    /// <summary>The members of an event.</summary>
    public static IReadOnlyList<JsonObject> FieldsOf(string eventType) => [.. Objects(ByName[eventType]["fields"])];

    /// <summary>The members of an object in an event.</summary>
    public static IReadOnlyList<JsonObject> FieldsOf(JsonObject field) => [.. Objects(field["fields"])];

    /// <summary>The words a member may have; none where it is no vocabulary.</summary>
    public static IReadOnlyList<string> WordsOf(JsonObject field) => [.. (field["enum"]?.AsArray() ?? []).Select(word => (string)word!)];

    /// <summary>Whether the vendor sends it in its envelope; a sidecar's it does not.</summary>
    public static bool IsEnveloped(string eventType) => (bool?)ByName[eventType]["envelope"] ?? true;

    private static JsonArray Load(string name) => JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name)))!.AsArray();

    private static IEnumerable<JsonObject> Objects(JsonNode? fields) => (fields?.AsArray() ?? []).Select(field => field!.AsObject());
}
