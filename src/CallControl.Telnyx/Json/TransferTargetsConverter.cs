using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes a text as text, a list as an array.</summary>
internal sealed class TransferTargetsConverter : JsonConverter<TransferTargets>
{
    public override TransferTargets Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, TransferTargets value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        foreach (var item in value.Items)
            JsonSerializer.Serialize(writer, item, TelnyxJsonContext.Default.TransferTarget);

        writer.WriteEndArray();
    }
}
