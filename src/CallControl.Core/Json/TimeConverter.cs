using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Providers;

/// <summary>Reads a point in time; what is none reads as null: one that is written oddly is no reason to lose an answer or an event.</summary>
public sealed class TimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.ReadTime(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteStringValue(time);
        else
            writer.WriteNullValue();
    }
}
