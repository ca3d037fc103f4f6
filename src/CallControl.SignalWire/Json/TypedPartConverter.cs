using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes an object as its kind and, within, its members.</summary>
/// <typeparam name="TPart">The type that the command has it as.</typeparam>
internal sealed class TypedPartConverter<TPart> : JsonConverter<TPart>
    where TPart : SignalWireTypedPart
{
    public override TPart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, TPart value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, value.Kind);
        writer.WritePropertyName("params"u8);
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        writer.WriteEndObject();
    }
}
