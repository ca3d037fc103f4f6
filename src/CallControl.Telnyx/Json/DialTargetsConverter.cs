using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes one party as text, several as an array.</summary>
internal sealed class DialTargetsConverter : JsonConverter<DialTargets>
{
    public override DialTargets Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, DialTargets value, JsonSerializerOptions options)
    {
        if (value.Addresses.Count == 1)
        {
            writer.WriteStringValue(value.Addresses[0]);
            return;
        }

        writer.WriteStartArray();
        foreach (var address in value.Addresses)
            writer.WriteStringValue(address);

        writer.WriteEndArray();
    }
}
