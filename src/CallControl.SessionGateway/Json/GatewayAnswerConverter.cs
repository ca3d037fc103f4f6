using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SessionGateway;

/// <summary>Reads any JSON value.</summary>
internal sealed class GatewayAnswerConverter : JsonConverter<GatewayAnswer>
{
    public override bool HandleNull => true;

    public override GatewayAnswer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        GatewayAnswer.From(JsonElement.ParseValue(ref reader));

    public override void Write(Utf8JsonWriter writer, GatewayAnswer value, JsonSerializerOptions options)
    {
        if (value.Json.ValueKind == JsonValueKind.Undefined)
            writer.WriteNullValue();
        else
            value.Json.WriteTo(writer);
    }
}
