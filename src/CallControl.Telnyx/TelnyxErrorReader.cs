using System.Text.Json;

namespace CallControl.Telnyx;

/// <summary>Reads the errors of a refusal, as far as they go: the body may be cut, or be something else altogether.</summary>
internal static class TelnyxErrorReader
{
    // body  = { "errors": [ error, ... ] }
    // error = { "code", "title", "detail", "source": { "pointer", "parameter" }, "meta": { "url" } }
    public static IReadOnlyList<TelnyxError> Read(ReadOnlySpan<byte> body)
    {
        var errors = new List<TelnyxError>();
        try
        {
            var reader = new Utf8JsonReader(body, isFinalBlock: false, new JsonReaderState());
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                ReadBody(ref reader, errors);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not text: what was read until then stands.
        }

        return errors;
    }

    private static void ReadBody(ref Utf8JsonReader reader, List<TelnyxError> errors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isErrors = reader.ValueTextEquals("errors"u8);
            if (!reader.Read())
                return;

            if (isErrors && reader.TokenType == JsonTokenType.StartArray)
                ReadErrors(ref reader, errors);
            else if (!reader.TrySkip())
                return;
        }
    }

    private static void ReadErrors(ref Utf8JsonReader reader, List<TelnyxError> errors)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonElement.TryParseValue(ref reader, out var element))
                return;

            if (element.Value.ValueKind == JsonValueKind.Object)
                errors.Add(From(element.Value));
        }
    }

    private static TelnyxError From(JsonElement element) => new()
    {
        Code = Text(element, "code"),
        Title = Text(element, "title"),
        Detail = Text(element, "detail"),
        SourcePointer = Text(element, "source", "pointer"),
        SourceParameter = Text(element, "source", "parameter"),
        Documentation = Uri.TryCreate(Text(element, "meta", "url"), UriKind.Absolute, out var url) ? url : null,
    };

    private static string? Text(JsonElement element, string group, string name) =>
        element.TryGetProperty(group, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, name) : null;

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
            return null;

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
