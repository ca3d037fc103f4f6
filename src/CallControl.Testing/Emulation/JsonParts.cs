using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing.Emulation;

/// <summary>From one way of holding JSON to the other, by its text: nothing of a type's is serialised.</summary>
internal static class JsonParts
{
    public static JsonElement ElementOf(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    public static JsonObject ObjectOf(JsonElement element) => JsonNode.Parse(element.GetRawText())!.AsObject();
}
