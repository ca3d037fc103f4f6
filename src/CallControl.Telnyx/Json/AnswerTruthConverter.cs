using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads a truth value, also where it was written as text. Other values read as none.</summary>
internal sealed class AnswerTruthConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        bool.TryParse(JsonText.ReadOrNull(ref reader), out var truth) ? truth : null;

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } given)
            writer.WriteBooleanValue(given);
        else
            writer.WriteNullValue();
    }
}
