using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Testing.Emulation;

/// <summary>From one way of holding JSON to the other, by its text: nothing of a type's is serialised.</summary>
internal static class JsonParts
{
    /// <summary>As JSON is mostly written: a plus sign, of which base64 is full, is a plus sign.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement ElementOf(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    public static JsonObject ObjectOf(JsonElement element) => JsonNode.Parse(element.GetRawText())!.AsObject();

    public static byte[] BytesOf(JsonNode node)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Plain))
            node.WriteTo(writer);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads a JSON object; false when it is anything else.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement root)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            root = JsonElement.ParseValue(ref reader);
            return root.ValueKind is JsonValueKind.Object && !reader.Read();
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    /// <summary>An object within an object; null when there is none.</summary>
    public static JsonElement? PartOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var part) && part.ValueKind is JsonValueKind.Object ? part : null;

    /// <summary>A text within an object; null when there is none, or none that can be read.</summary>
    public static string? TextOf(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var text) || text.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
