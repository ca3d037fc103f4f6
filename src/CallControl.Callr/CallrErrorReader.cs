using System.Buffers;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads the error of a JSON-RPC answer, as far as it goes: the answer may be cut, or be something else altogether.</summary>
internal static class CallrErrorReader
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>Whether an answer is a refusal: an object with an <c>error</c> that is not null.</summary>
    public static bool HasError(ReadOnlySpan<byte> answer)
    {
        try
        {
            var reader = new Utf8JsonReader(answer, isFinalBlock: false, new JsonReaderState());
            return FindError(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // answer  = { "jsonrpc", "id", "error": error }
    // error   = { "code": integer, "message": text, "data": anything }
    // message = name [ " [" member "]" ] / free text
    // name    = ( A-Z ) *( A-Z / 0-9 / "_" )
    public static CallrError? Read(ReadOnlySpan<byte> answer)
    {
        CallrError? error = null;
        try
        {
            var reader = new Utf8JsonReader(answer, isFinalBlock: false, new JsonReaderState());
            if (!FindError(ref reader))
                return null;

            error = new CallrError();
            if (reader.TokenType == JsonTokenType.String)
                return WithMessage(error, reader.GetString());

            if (reader.TokenType == JsonTokenType.StartObject)
                ReadMembers(ref reader, ref error);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Not JSON, or not text: what was read until then stands.
        }

        return error;
    }

    // Leaves the reader at the error's value.
    private static bool FindError(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isError = reader.ValueTextEquals("error"u8);
            if (!reader.Read())
                return false;

            if (isError && reader.TokenType != JsonTokenType.Null)
                return true;

            if (!reader.TrySkip())
                return false;
        }

        return false;
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ref CallrError error)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isCode = reader.ValueTextEquals("code"u8);
            var isMessage = reader.ValueTextEquals("message"u8);
            if (!reader.Read())
                return;

            if (isCode && reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
            {
                JsonText.TryReadWholeNumber(ref reader, out var number);
                error = error with { Number = number };
            }
            else if (isMessage && reader.TokenType == JsonTokenType.String)
            {
                error = WithMessage(error, reader.GetString());
            }
            else if (!reader.TrySkip())
            {
                return;
            }
        }
    }

    private static CallrError WithMessage(CallrError error, string? message)
    {
        var text = message.AsSpan().Trim();
        var end = text.IndexOfAnyExcept(NameCharacters);
        var name = end < 0 ? text : text[..end];
        var rest = text[name.Length..].TrimStart();
        var isNamed = !name.IsEmpty && char.IsAsciiLetterUpper(name[0]) && (rest.IsEmpty || rest is ['[', .., ']']);
        return error with
        {
            Message = message,
            Name = isNamed ? name.ToString() : null,
            Parameter = isNamed && rest.Length > 2 ? rest[1..^1].Trim().ToString() : null,
        };
    }
}
