using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Reads a time in whole milliseconds. What is none, is negative or is longer than some weeks reads as none.</summary>
internal sealed class MillisecondsConverter : JsonConverter<TimeSpan?>
{
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadWholeNumber(ref reader, out var milliseconds);
        return milliseconds is >= 0 and <= int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
    }

    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue((long)time.TotalMilliseconds);
        else
            writer.WriteNullValue();
    }
}
