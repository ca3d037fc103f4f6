using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads a time in seconds. What is none, or is negative, reads as none.</summary>
internal sealed class AnswerSecondsConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadNumber(ref reader, out var seconds);
        return seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds.Value) : null;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteNumberValue((long)given.TotalSeconds);
        else
            writer.WriteNullValue();
    }
}
