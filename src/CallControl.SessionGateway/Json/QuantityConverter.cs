using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Reads a whole number, also where it was written as text. Other values are errors; a number that is out of range reads as none.</summary>
internal sealed class QuantityConverter : JsonConverter<long?>
{
    // As seconds, let alone milliseconds, within a TimeSpan: nobody who makes one of it has to fear an overflow.
    private const long Largest = 900_000_000_000;

    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!JsonText.TryReadWholeNumber(ref reader, out var number))
            throw new JsonException();

        return number is >= -Largest and <= Largest ? number : null;
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
