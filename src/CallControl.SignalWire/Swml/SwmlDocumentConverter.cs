using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes a script as the document that it is.</summary>
internal sealed class SwmlDocumentConverter : JsonConverter<SwmlDocument>
{
    public override SwmlDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Scripts are written, not read.");

    public override void Write(Utf8JsonWriter writer, SwmlDocument value, JsonSerializerOptions options) => value.ToJsonObject().WriteTo(writer, options);
}
