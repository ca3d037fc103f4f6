using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Reads a whole number, also where it was written as text. Other values read as none.</summary>
internal sealed class AnswerNumberConverter : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => AnswerText.ReadNumber(ref reader);

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteNumberValue(given);
        else
            writer.WriteNullValue();
    }
}
