using System.Text;
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
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                errors.Add(new TelnyxError());
                ReadError(ref reader, errors);
            }
            else if (!reader.TrySkip())
            {
                return;
            }
        }
    }

    // Completes the last error of the list member by member, so that one that is cut off keeps what it has.
    private static void ReadError(ref Utf8JsonReader reader, List<TelnyxError> errors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read())
                return;

            if (name is "source" or "meta" && reader.TokenType == JsonTokenType.StartObject)
                ReadGroup(ref reader, errors, name);
            else
                errors[^1] = Take(errors[^1], name, Text(ref reader));
        }
    }

    private static void ReadGroup(ref Utf8JsonReader reader, List<TelnyxError> errors, string group)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read())
                return;

            errors[^1] = Take(errors[^1], group + "." + name, Text(ref reader));
        }
    }

    private static TelnyxError Take(TelnyxError error, string? name, string? text) => name switch
    {
        "code" => error with { Code = text },
        "title" => error with { Title = text },
        "detail" => error with { Detail = text },
        "source.pointer" => error with { SourcePointer = text },
        "source.parameter" => error with { SourceParameter = text },
        "meta.url" => error with { Documentation = Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null },
        _ => error,
    };

    // Numbers too: a few endpoints write the HTTP status as a code.
    private static string? Text(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                return reader.TrySkip() ? null : throw new JsonException();
        }
    }
}
