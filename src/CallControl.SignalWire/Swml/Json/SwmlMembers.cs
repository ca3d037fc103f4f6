using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire;

/// <summary>Members that a record has no property for: as an object for its users, as elements for the serialiser, which cannot write an object among members.</summary>
internal static class SwmlMembers
{
    public static JsonObject? ToObject(IDictionary<string, JsonElement>? members) =>
        members is null ? null : new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, SwmlMethodConverter.ToNode(member.Value))));

    public static IDictionary<string, JsonElement>? FromObject(JsonObject? members) =>
        members is null ? null : JsonSerializer.Deserialize(members, SwmlJsonContext.Default.IDictionaryStringJsonElement);
}
