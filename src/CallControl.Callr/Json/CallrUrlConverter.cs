using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads an absolute address; what is none reads as null. Writes it as it was given.</summary>
internal sealed class CallrUrlConverter : JsonConverter<Uri?>
{
    public override Uri? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Uri.TryCreate(JsonText.ReadOrNull(ref reader), UriKind.Absolute, out var url) ? url : null;

    public override void Write(Utf8JsonWriter writer, Uri? value, JsonSerializerOptions options) => writer.WriteStringValue(value?.OriginalString);
}
