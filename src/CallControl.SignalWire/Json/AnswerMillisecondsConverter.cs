using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads a time in milliseconds. What is none, or is negative, reads as none.</summary>
internal sealed class AnswerMillisecondsConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadNumber(ref reader, out var milliseconds);
        return milliseconds is >= 0 and <= long.MaxValue / TimeSpan.TicksPerMillisecond ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteNumberValue((long)given.TotalMilliseconds);
        else
            writer.WriteNullValue();
    }
}
