using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes one sound as text, several as a list.</summary>
internal sealed class SwmlSoundsConverter : JsonConverter<IReadOnlyList<SwmlSound>>
{
    public override IReadOnlyList<SwmlSound> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return [new SwmlSound(reader.GetString()!)];

        return JsonSerializer.Deserialize(ref reader, SwmlJsonContext.Default.IReadOnlyListSwmlSound) ?? throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<SwmlSound> value, JsonSerializerOptions options)
    {
        if (value.Count == 1)
            writer.WriteStringValue(value[0].Value);
        else
            JsonSerializer.Serialize(writer, value, SwmlJsonContext.Default.IReadOnlyListSwmlSound);
    }
}
