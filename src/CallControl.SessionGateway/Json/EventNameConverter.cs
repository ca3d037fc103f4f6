using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SessionGateway;

/// <summary>Reads the name of an event; those that are known cost nothing. Other values than texts read as an empty name.</summary>
internal sealed class EventNameConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? EventCatalog.Find(ref reader)?.Name ?? reader.GetString() ?? ""
            : Skip(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    private static string Skip(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return "";
    }
}
