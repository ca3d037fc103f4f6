using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes a variable's value as what it is.</summary>
internal sealed class DynamicVariableConverter : JsonConverter<DynamicVariable>
{
    public override DynamicVariable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, DynamicVariable value, JsonSerializerOptions options)
    {
        switch (value.Value)
        {
            case long whole:
                writer.WriteNumberValue(whole);
                break;
            case double real:
                writer.WriteNumberValue(real);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            default:
                writer.WriteStringValue(value.Value as string ?? "");
                break;
        }
    }
}
