using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Writes documents, and reads them without losing anything but the order of the outermost members.</summary>
internal sealed class SwmlDocumentConverter : JsonConverter<SwmlDocument>
{
    public override SwmlDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new JsonException("A SWML document must be an object.");

        string? version = null;
        List<KeyValuePair<string, IReadOnlyList<SwmlMethod>>>? sections = null;
        JsonObject? additional = null;
        foreach (var member in root.EnumerateObject())
        {
            if (member.NameEquals("sections"))
                sections = ReadSections(member.Value);
            else if (member.NameEquals("version") && member.Value.ValueKind == JsonValueKind.String)
                version = member.Value.GetString();
            else
                (additional ??= [])[member.Name] = SwmlMethodConverter.ToNode(member.Value);
        }

        return new SwmlDocument(version, sections ?? throw new JsonException("A SWML document must have the member sections."), additional);
    }

    public override void Write(Utf8JsonWriter writer, SwmlDocument value, JsonSerializerOptions options) => value.WriteTo(writer);

    private static List<KeyValuePair<string, IReadOnlyList<SwmlMethod>>> ReadSections(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException("The member sections must be an object.");

        var sections = new List<KeyValuePair<string, IReadOnlyList<SwmlMethod>>>();
        foreach (var section in element.EnumerateObject())
        {
            if (section.Value.ValueKind != JsonValueKind.Array)
                throw new JsonException($"The section {section.Name} must be a list of steps.");

            var methods = new List<SwmlMethod>(section.Value.GetArrayLength());
            foreach (var step in section.Value.EnumerateArray())
                methods.Add(SwmlMethodConverter.ReadStep(step, ViolationListExtensions.Item(section.Name, methods.Count)));

            sections.Add(new(section.Name, methods));
        }

        return sections;
    }
}
