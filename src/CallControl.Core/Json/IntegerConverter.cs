using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads the whole part of a number, also where it was written as text. Other values are errors; a number that is out of range reads as none.</summary>
public sealed class IntegerConverter : JsonConverter<int?>
{
    /// <inheritdoc/>
    public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!JsonText.TryReadNumber(ref reader, out var number))
            throw new JsonException();

        return number is >= int.MinValue and <= int.MaxValue ? (int)number.Value : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
