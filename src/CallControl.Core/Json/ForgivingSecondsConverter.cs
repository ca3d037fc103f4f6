using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a time in seconds. What is none, or is negative, reads as none.</summary>
public sealed class ForgivingSecondsConverter : JsonConverter<TimeSpan?>
{
    /// <inheritdoc/>
    public override TimeSpan? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        JsonText.TryReadNumber(ref reader, out var seconds);
        return seconds is >= 0 and <= int.MaxValue ? TimeSpan.FromSeconds(seconds.Value) : null;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeSpan? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteNumberValue((long)given.TotalSeconds);
        else
            writer.WriteNullValue();
    }
}
