using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads a word. What is no text reads as none: it is no reason to lose the answer to a command that was taken.</summary>
/// <typeparam name="TWord">The vocabulary.</typeparam>
internal sealed class AnswerWordConverter<TWord> : JsonConverter<TWord?>
    where TWord : struct, IVendorWord<TWord>
{
    public override TWord? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.ReadOrNull(ref reader) is { Length: > 0 } text ? TWord.Of(text) : null;

    public override void Write(Utf8JsonWriter writer, TWord? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.Value);
}
