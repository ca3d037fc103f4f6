using System.Text;
using System.Text.Json;

namespace CallControl.SignalWire;

/// <summary>Reads the errors of a refusal, as far as they go: the body may be cut, or be something else altogether.</summary>
internal static class SignalWireErrorReader
{
    // body  = { "error": text } / { "errors": [ error, ... ] }
    // error = { "type", "code", "message", "attribute", "url" }    this interface's
    //       / { "detail", "status", "title", "code" }              that of the neighbouring ones
    public static IReadOnlyList<SignalWireError> Read(ReadOnlySpan<byte> body)
    {
        var errors = new List<SignalWireError>();
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

    private static void ReadBody(ref Utf8JsonReader reader, List<SignalWireError> errors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = reader.ValueTextEquals("error"u8);
            var isErrors = reader.ValueTextEquals("errors"u8);
            if (!reader.Read())
                return;

            if (isErrors && reader.TokenType == JsonTokenType.StartArray)
                ReadErrors(ref reader, errors);
            else if (isError && reader.TokenType == JsonTokenType.String)
                errors.Add(new SignalWireError { Title = reader.GetString() });
            else if (!reader.TrySkip())
                return;
        }
    }

    private static void ReadErrors(ref Utf8JsonReader reader, List<SignalWireError> errors)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                errors.Add(new SignalWireError());
                ReadError(ref reader, errors);
            }
            else if (!reader.TrySkip())
            {
                return;
            }
        }
    }

    // Completes the last error of the list member by member, so that one that is cut off keeps what it has.
    private static void ReadError(ref Utf8JsonReader reader, List<SignalWireError> errors)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            if (!reader.Read())
                return;

            errors[^1] = Take(errors[^1], name, Text(ref reader));
        }
    }

    private static SignalWireError Take(SignalWireError error, string? name, string? text) => name switch
    {
        "code" => error with { Code = text },
        "type" => error with { Type = text },
        "title" => error with { Title = text },
        "message" or "detail" => error with { Message = text },
        "attribute" => error with { Attribute = text },
        "status" => error with { Status = text },
        "url" => error with { Documentation = Uri.TryCreate(text, UriKind.Absolute, out var url) ? url : null },
        _ => error,
    };

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
