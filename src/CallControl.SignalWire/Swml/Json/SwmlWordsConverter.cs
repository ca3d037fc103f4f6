using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Writes several words as one text with blanks between them.</summary>
internal sealed class SwmlWordsConverter<TWord> : JsonConverter<IReadOnlyList<TWord>>
    where TWord : struct, IVendorWord<TWord>
{
    public override IReadOnlyList<TWord> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException();

        return [.. reader.GetString()!.Split(' ').Select(TWord.Of)];
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<TWord> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Join(' ', value.Select(word => word.Value)));
}
