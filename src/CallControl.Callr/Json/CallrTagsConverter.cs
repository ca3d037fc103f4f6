using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads tags: an object of lists of texts. What is none, such as the empty list that the vendor writes for no tags, reads as no tags.</summary>
internal sealed class CallrTagsConverter : JsonConverter<IReadOnlyDictionary<string, IReadOnlyList<string>>>
{
    public override bool HandleNull => true;

    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var tags = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return tags;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonText.ReadOrNull(ref reader);
            reader.Read();
            var values = CallrTextsConverter.ReadTexts(ref reader);
            if (name is not null)
                tags[name] = values;
        }

        return tags;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, IReadOnlyList<string>> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, values) in value)
        {
            writer.WriteStartArray(name);
            foreach (var text in values)
                writer.WriteStringValue(text);

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
