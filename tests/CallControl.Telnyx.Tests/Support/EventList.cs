using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>The events of the vendor's description with the members of their payloads: <c>Fixtures/events.json</c>.</summary>
internal static class EventList
{
    /// <summary>By name.</summary>
    public static IReadOnlyDictionary<string, JsonObject> ByName { get; } =
        JsonNode.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "events.json")))!.AsArray()
            .ToDictionary(entry => (string)entry!["event_type"]!, entry => entry!.AsObject(), StringComparer.Ordinal);

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. ByName.Keys];

    /// <summary>The members of an event's payload.</summary>
    public static IEnumerable<JsonObject> FieldsOf(string eventType) => Objects(ByName[eventType]["fields"]);

    /// <summary>The members of an object in a payload.</summary>
    public static IEnumerable<JsonObject> FieldsOf(JsonObject field) => Objects(field["fields"]);

    /// <summary>The words a member may have; none where it is no vocabulary.</summary>
    public static IReadOnlyList<string> WordsOf(JsonObject field) => [.. (field["enum"]?.AsArray() ?? []).Select(word => (string)word!)];

    private static IEnumerable<JsonObject> Objects(JsonNode? fields) => (fields?.AsArray() ?? []).Select(field => field!.AsObject());
}
