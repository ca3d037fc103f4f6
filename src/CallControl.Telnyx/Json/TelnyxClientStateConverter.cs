using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes and reads a client state as text; null and everything that is not text is no state.</summary>
internal sealed class TelnyxClientStateConverter : JsonConverter<TelnyxClientState>
{
    public override TelnyxClientState Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TelnyxClientState(reader.GetString()!);

        reader.Skip();
        return default;
    }

    public override void Write(Utf8JsonWriter writer, TelnyxClientState value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
