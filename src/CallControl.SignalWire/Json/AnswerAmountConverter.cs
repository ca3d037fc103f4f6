using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads an amount with all its places, also where it was written as text. What is none reads as none.</summary>
internal sealed class AnswerAmountConverter : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        decimal.TryParse(JsonText.ReadOrNull(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options)
    {
        if (value is { } amount)
            writer.WriteNumberValue(amount);
        else
            writer.WriteNullValue();
    }
}
