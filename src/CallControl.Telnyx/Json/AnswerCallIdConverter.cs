using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads a leg's id, which must be there: an answer without one is of no use.</summary>
internal sealed class AnswerCallIdConverter : JsonConverter<CallId>
{
    public override bool HandleNull => true;

    public override CallId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonText.Read(ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? new CallId(text) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, CallId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
