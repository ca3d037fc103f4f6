using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads a word of a vocabulary, also where it was written as a number or a truth value; null is the empty word. Other values are errors.</summary>
/// <typeparam name="TWord">The vocabulary.</typeparam>
internal sealed class EventWordConverter<TWord> : JsonConverter<TWord>
    where TWord : struct, IVendorWord<TWord>
{
    public override TWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? default : TWord.Of(EventText.Read(ref reader) ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, TWord value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
