using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads a truth value, also where it was written as text or as 0 or 1. Other values read as none.</summary>
internal sealed class CallrTruthConverter : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadTruth(ref reader);

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } truth)
            writer.WriteBooleanValue(truth);
        else
            writer.WriteNullValue();
    }

    internal static bool? ReadTruth(ref Utf8JsonReader reader) => JsonText.ReadOrNull(ref reader) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };
}
