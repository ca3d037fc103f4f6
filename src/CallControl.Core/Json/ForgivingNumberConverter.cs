using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a number, also where it was written as text. Other values read as none: a measurement is no reason to lose an event.</summary>
public sealed class ForgivingNumberConverter : JsonConverter<double?>
{
    /// <inheritdoc/>
    public override double? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadNumber(ref reader, out var number);
        return number;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double? value, JsonSerializerOptions options)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
