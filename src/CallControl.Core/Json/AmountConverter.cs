using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads an amount, as text or as a number, with all its places. Other values are errors; an amount that is out of range reads as none.</summary>
public sealed class AmountConverter : JsonConverter<decimal?>
{
    /// <inheritdoc/>
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = JsonText.Read(ref reader) ?? throw new JsonException();
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount))
            return amount;

        return string.IsNullOrWhiteSpace(text) || IsNumber(text) ? null : throw new JsonException();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } amount)
            writer.WriteNumberValue(amount);
        else
            writer.WriteNullValue();
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number);
}
