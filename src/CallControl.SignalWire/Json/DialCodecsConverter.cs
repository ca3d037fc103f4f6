using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes a text as text, a list as an array.</summary>
internal sealed class DialCodecsConverter : JsonConverter<DialCodecs>
{
    public override DialCodecs Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, DialCodecs value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
            return;
        }

        writer.WriteStartArray();
        foreach (var codec in value.Items)
            writer.WriteStringValue(codec.Value);

        writer.WriteEndArray();
    }
}
