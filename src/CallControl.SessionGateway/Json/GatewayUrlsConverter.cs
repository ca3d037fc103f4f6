using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SessionGateway;

/// <summary>Writes addresses as <see cref="GatewayUrl.Text"/> has them.</summary>
internal sealed class GatewayUrlsConverter : JsonConverter<IReadOnlyList<Uri>>
{
    public override IReadOnlyList<Uri> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<Uri> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (var i = 0; i < value.Count; i++)
            writer.WriteStringValue(GatewayUrl.Text(value[i]));

        writer.WriteEndArray();
    }
}
