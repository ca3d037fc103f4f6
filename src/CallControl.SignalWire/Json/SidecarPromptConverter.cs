using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes a bare text as text, everything else as an object with one member.</summary>
internal sealed class SidecarPromptConverter : JsonConverter<SidecarPrompt>
{
    public override SidecarPrompt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, SidecarPrompt value, JsonSerializerOptions options)
    {
        if (value.Member is not { } member)
        {
            writer.WriteStringValue(value.Value);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(member);
        if (value.Value is { } text)
            writer.WriteStringValue(text);
        else
            WriteSections(writer, value, options);

        writer.WriteEndObject();
    }
    private static void WriteSections(Utf8JsonWriter writer, SidecarPrompt value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var section in value.Sections)
            section.WriteTo(writer, options);

        writer.WriteEndArray();
    }
}
