using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Writes an action as its word, or as an object with what belongs to it.</summary>
/// <typeparam name="TAction">The type that the command has it as.</typeparam>
internal sealed class LiveActionConverter<TAction> : JsonConverter<TAction>
    where TAction : LiveAction
{
    public override TAction Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, TAction value, JsonSerializerOptions options)
    {
        if (value.Settings is not { } settings)
        {
            writer.WriteStringValue(value.Name);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName(value.Name);
        JsonSerializer.Serialize(writer, settings, options.GetTypeInfo(settings.GetType()));
        writer.WriteEndObject();
    }
}
