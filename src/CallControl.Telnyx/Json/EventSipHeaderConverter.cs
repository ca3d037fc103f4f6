using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads a SIP header; a name or value that is absent is empty, since the vendor's events promise neither.</summary>
internal sealed class EventSipHeaderConverter : JsonConverter<SipHeader>
{
    public override SipHeader Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException();

        string? name = null;
        string? value = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8))
                name = ReadText(ref reader);
            else if (reader.ValueTextEquals("value"u8))
                value = ReadText(ref reader);
            else
                reader.Skip();
        }

        return new SipHeader { Name = name ?? "", Value = value ?? "" };
    }

    public override void Write(Utf8JsonWriter writer, SipHeader value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        writer.WriteString("value"u8, value.Value);
        writer.WriteEndObject();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? null : JsonText.Read(ref reader) ?? throw new JsonException();
    }
}
