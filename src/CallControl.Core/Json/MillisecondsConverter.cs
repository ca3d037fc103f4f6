using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a time in whole milliseconds. What is none, is negative or is longer than some weeks reads as none.</summary>
public sealed class MillisecondsConverter : JsonConverter<TimeSpan?>
{
    /// <inheritdoc/>
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadWholeNumber(ref reader, out var milliseconds);
        return milliseconds is >= 0 and <= int.MaxValue ? TimeSpan.FromMilliseconds(milliseconds.Value) : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue((long)time.TotalMilliseconds);
        else
            writer.WriteNullValue();
    }
}
