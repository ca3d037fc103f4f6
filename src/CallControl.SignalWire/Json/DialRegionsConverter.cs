using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes one region as text, several as an array.</summary>
internal sealed class DialRegionsConverter : JsonConverter<DialRegions>
{
    public override DialRegions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, DialRegions value, JsonSerializerOptions options)
    {
        if (value.Names.Count == 1)
        {
            writer.WriteStringValue(value.Names[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var name in value.Names)
            writer.WriteStringValue(name);

        writer.WriteEndArray();
    }
}
