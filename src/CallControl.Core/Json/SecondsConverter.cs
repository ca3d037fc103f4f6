using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a time in seconds, also where it was written as text. Other values are errors; what is negative or is longer than some decades reads as none.</summary>
public sealed class SecondsConverter : JsonConverter<TimeSpan?>
{
    /// <inheritdoc/>
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (!JsonText.TryReadNumber(ref reader, out var seconds))
            throw new JsonException();

        return seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds.Value) : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue(time.TotalSeconds);
        else
            writer.WriteNullValue();
    }
}
