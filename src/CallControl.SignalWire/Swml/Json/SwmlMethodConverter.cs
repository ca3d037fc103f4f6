using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes a step as an object with one member, and reads it.</summary>
internal sealed class SwmlMethodConverter : JsonConverter<SwmlMethod>
{
    /// <summary>True: a null among the steps is refused here.</summary>
    public override bool HandleNull => true;

    public override SwmlMethod Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return ReadStep(document.RootElement, "The step");
    }

    public override void Write(Utf8JsonWriter writer, SwmlMethod value, JsonSerializerOptions options) => WriteStep(writer, value);

    public static SwmlMethod ReadStep(JsonElement step, string place)
    {
        if (step.ValueKind == JsonValueKind.String)
            return new SwmlRaw(step.GetString()!);

        if (step.ValueKind != JsonValueKind.Object || step.GetPropertyCount() != 1)
            throw new JsonException($"{place} must be a method's name, or an object with one member, the method.");

        var method = step.EnumerateObject().First();
        return SwmlCatalog.Read(method.Name, method.Value);
    }

    public static void WriteStep(Utf8JsonWriter writer, SwmlMethod? method)
    {
        if (method is null)
        {
            writer.WriteNullValue();
            return;
        }

        if (method is SwmlRaw { IsNameOnly: true })
        {
            writer.WriteStringValue(method.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(method.Name);
        method.WriteParameters(writer);
        writer.WriteEndObject();
    }

    public static void WriteNode(Utf8JsonWriter writer, JsonNode? node)
    {
        if (node is null)
            writer.WriteNullValue();
        else
            node.WriteTo(writer);
    }

    public static void WriteSteps(Utf8JsonWriter writer, IReadOnlyList<SwmlMethod> methods)
    {
        writer.WriteStartArray();
        foreach (var method in methods)
            WriteStep(writer, method);

        writer.WriteEndArray();
    }

    /// <summary>A copy of an element that may be changed; null for null.</summary>
    public static JsonNode? ToNode(JsonElement element) => element.Deserialize(SwmlJsonContext.Default.JsonNode);
}
