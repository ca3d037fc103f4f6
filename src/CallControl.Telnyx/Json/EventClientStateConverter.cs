using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads a client state; null is none. Other values than texts are errors.</summary>
internal sealed class EventClientStateConverter : JsonConverter<TelnyxClientState?>
{
    public override TelnyxClientState? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new TelnyxClientState(JsonText.Read(ref reader) ?? throw new JsonException());

    public override void Write(Utf8JsonWriter writer, TelnyxClientState? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.Value);
}
