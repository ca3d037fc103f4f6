using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Writes a number of times as a number, endless as text.</summary>
internal sealed class PlaybackLoopConverter : JsonConverter<PlaybackLoop>
{
    public const string Endless = "infinity";

    public override PlaybackLoop Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, PlaybackLoop value, JsonSerializerOptions options)
    {
        if (value.IsEndless)
            writer.WriteStringValue(Endless);
        else
            writer.WriteNumberValue(value.Count);
    }
}
