using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Reads the whole part of a number, also where it was written as text. Other values read as none: a count is no reason to lose an event.</summary>
internal sealed class EventCountConverter : JsonConverter<long?>
{
    // Beyond, a double no longer has all whole numbers.
    private const long Largest = 1L << 53;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        EventText.TryReadNumber(ref reader, out var number);
        return number is >= -Largest and <= Largest ? (long)number.Value : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
