using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Reads the vendor's requests.</summary>
/// <remarks>Thread-safe. What is returned holds no reference to the bytes it was read from.</remarks>
internal static class RealTimeRequestParser
{
    // RFC 8259 JSON in UTF-8: one object, the members of which are RealTimeRequest's. Any of them may be absent, null is as good as absent, they come in any
    // order, of two of one name the last counts, and a byte order mark is passed over. Numbers may be written as text and texts as numbers. What is of
    // another kind than documented stays among the others.

    /// <summary>Reads one request. Total: whatever the bytes are, it returns.</summary>
    /// <param name="body">The body of the vendor's request.</param>
    /// <param name="request">The request.</param>
    /// <param name="problem">Why there is none, without anything that was in the body; null where there is one.</param>
    /// <returns>False where the body is not a JSON object, is nested deeper than 64 levels, or names no call.</returns>
    public static bool TryParse(
        ReadOnlyMemory<byte> body, [NotNullWhen(true)] out RealTimeRequest? request, [NotNullWhen(false)] out string? problem)
    {
        request = null;
        if (!TryReadMembers(JsonText.WithoutMark(body.Span), out var members))
        {
            problem = "The body is not a JSON object, or is nested deeper than 64 levels.";
            return false;
        }

        var read = Read(members);
        if (read.Call == default)
        {
            problem = "The request names no call: it has neither callid nor request_hash.";
            return false;
        }

        problem = null;
        request = read;
        return true;
    }

    private static bool TryReadMembers(ReadOnlySpan<byte> json, [NotNullWhen(true)] out JsonMembers? members)
    {
        members = null;
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;

            // The end, or an exception where something follows.
            reader.Skip();
            reader.Read();
            members = JsonMembers.Read(json);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RealTimeRequest Read(JsonMembers members) => new()
    {
        App = members.TakeText("app") ?? "",
        VendorCallId = members.Take<ulong?>("callid", ReadVendorCallId) ?? 0,
        RequestHash = members.Take<string>("request_hash", ReadTextOrFalse) is { Length: > 0 } hash ? hash : null,
        CallerName = members.TakeText("cli_name") ?? "",
        CallerNumber = members.TakeText("cli_number") ?? "",
        StartedAt = members.Take<DateTimeOffset?>("date_started", JsonText.ReadTime),
        Number = members.TakeText("number") ?? "",
        Command = members.TakeText("command") ?? "",
        CommandId = members.TakeText("command_id") ?? "",
        CommandResult = members.TakeText("command_result") ?? "",
        CommandError = members.Take<string>("command_error", ReadTextOrFalse) ?? "",
        Status = members.TakeText("call_status") is { } status ? new RealTimeCallStatus(status) : default,
        CdrField = members.TakeText("cdr_field") ?? "",
        Variables = members.Take<JsonObject>("variables", ReadVariables) ?? [],
        Others = members.Rest,
    };

    private static ulong? ReadVendorCallId(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number => reader.TryGetUInt64(out var number) ? number : null,
        JsonTokenType.String => ulong.TryParse(JsonText.ReadOrNull(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    // For nothing the vendor has sent null and, in times past, false.
    private static string? ReadTextOrFalse(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.False => "",
        JsonTokenType.String or JsonTokenType.Number => JsonText.ReadOrNull(ref reader)?.Trim(),
        _ => null,
    };

    // The vendor is written in a language in which an empty list and an empty object are the same.
    private static JsonObject? ReadVariables(ref Utf8JsonReader reader)
    {
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind switch
        {
            JsonValueKind.Object => JsonCopy.Of(element),
            JsonValueKind.Array when element.GetArrayLength() == 0 => [],
            _ => null,
        };
    }
}
