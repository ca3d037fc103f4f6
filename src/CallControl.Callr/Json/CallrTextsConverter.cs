using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads a list of texts, also where it was written as an object or as one text. What is no text is left out.</summary>
internal sealed class CallrTextsConverter : JsonConverter<IReadOnlyList<string>>
{
    public override bool HandleNull => true;

    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTexts(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value ?? [])
            writer.WriteStringValue(text);

        writer.WriteEndArray();
    }

    internal static IReadOnlyList<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            Add(texts, JsonText.ReadOrNull(ref reader));
            return texts;
        }

        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                Add(texts, JsonText.ReadOrNull(ref reader));
        }

        return texts;
    }

    private static void Add(List<string> texts, string? text)
    {
        if (text is not null)
            texts.Add(text);
    }
}
