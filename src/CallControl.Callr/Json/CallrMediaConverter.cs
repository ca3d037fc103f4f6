using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Callr;

/// <summary>Writes an item of the library as its number, a text as <c>TTS|voice|text</c>.</summary>
internal sealed class CallrMediaConverter : JsonConverter<CallrMedia>
{
    public override CallrMedia Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Commands are written, not read.");

    public override void Write(Utf8JsonWriter writer, CallrMedia value, JsonSerializerOptions options)
    {
        if (value.LibraryId is { } id)
            writer.WriteNumberValue(id);
        else
            writer.WriteStringValue($"TTS{CallrMedia.Separator}{value.Voice}{CallrMedia.Separator}{value.Text}");
    }
}
