using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes one text as text, several as an array.</summary>
internal sealed class PayPromptConverter : JsonConverter<PayPrompt>
{
    public override PayPrompt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, PayPrompt value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value.Cases)
            JsonSerializer.Serialize(writer, item, TelnyxJsonContext.Default.PayPromptText);

        writer.WriteEndArray();
    }
}
