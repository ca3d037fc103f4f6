using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes a text as text, a document as an object.</summary>
internal sealed class SwmlDestinationConverter : JsonConverter<SwmlDestination>
{
    public override SwmlDestination Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, SwmlDestination value, JsonSerializerOptions options)
    {
        if (value.Document is { } document)
            document.WriteTo(writer);
        else
            writer.WriteStringValue(value.Address);
    }
}
