using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Reads the gateway's webhooks.</summary>
/// <remarks>Thread-safe. What is returned holds no reference to the bytes it was read from.</remarks>
public static class SessionGatewayEventParser
{
    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 64 };

    // RFC 8259 JSON in UTF-8, in one of two shapes, since the vendor's pages contradict each other: /webhooks/overview/ describes the first, the
    // pages of the events show the second. Members may come in any order; of two of one name the last counts; a byte order mark is passed over.
    //
    //   nested = { "event": name, "session_uuid": text, "sequence": number, "data": { payload } }
    //   flat   = { "event": name, "session_uuid": text, payload }
    //
    // "data" makes the difference: the shape is nested where it is an object, else flat. session_uuid and sequence may be absent in both (events of
    // rooms have no session, flat samples no number); in the nested shape those of the payload stand in for those of the envelope. Numbers may be
    // written as text and texts as numbers; null is as good as absent. Members that are in neither line end up in the extension data.

    /// <summary>Reads one event. Total: whatever the bytes are, it returns.</summary>
    /// <param name="utf8Json">The webhook's body.</param>
    /// <param name="value">
    /// The event; an <see cref="UnknownSessionGatewayEvent"/> for a name that is not known, and, with its problem told, for an event without a name
    /// or with a payload of other types than documented.
    /// </param>
    /// <param name="problem">Why there is no event, without anything that was in the body; null where there is one.</param>
    /// <returns>False where the body is not a JSON object, or is nested deeper than 64 levels.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out SessionGatewayEvent? value, [NotNullWhen(false)] out string? problem)
    {
        var json = JsonText.WithoutMark(utf8Json.Span);

        problem = null;
        value = TryReadFlat(json);
        if (value is not null)
            return true;

        if (!TryScan(json, out var envelope, out problem))
            return false;

        value = Read(json, envelope);
        return true;
    }

    // The short way for flat events in good order: without "data", which an escape could hide, nothing but the name need be known before the payload
    // is read. Null for everything else, faults and second names included; the long way then finds out what it is.
    private static SessionGatewayEvent? TryReadFlat(ReadOnlySpan<byte> json)
    {
        if (json.Contains((byte)'\\') || json.IndexOf("\"data\""u8) >= 0 || FindKind(json) is not { } kind)
            return null;

        var value = Deserialize(json, kind.Type, out _);
        return value?.Event == kind.Name ? value : null;
    }

    private static EventCatalog.Entry? FindKind(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, ReaderOptions);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("event"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? EventCatalog.Find(ref reader) : null;

                reader.Skip();
            }

            return null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    // Finds the envelope's members without reading them, and sees to it that the rest is JSON.
    private static bool TryScan(ReadOnlySpan<byte> json, out Envelope envelope, [NotNullWhen(false)] out string? problem)
    {
        envelope = default;
        problem = null;
        try
        {
            var reader = new Utf8JsonReader(json, ReaderOptions);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                problem = "The body is not a JSON object.";
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                ScanMember(ref reader, ref envelope);

            // The end, or an exception where something follows.
            reader.Read();
            return true;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            problem = "The body is not valid JSON, or is nested deeper than 64 levels.";
            return false;
        }
    }

    private static void ScanMember(ref Utf8JsonReader reader, ref Envelope envelope)
    {
        if (reader.ValueTextEquals("event"u8))
        {
            reader.Read();
            envelope.Kind = reader.TokenType == JsonTokenType.String ? EventCatalog.Find(ref reader) : null;
            envelope.Name = SkipValue(ref reader);
        }
        else if (reader.ValueTextEquals("session_uuid"u8))
        {
            reader.Read();
            envelope.SessionUuid = SkipValue(ref reader);
        }
        else if (reader.ValueTextEquals("sequence"u8))
        {
            reader.Read();
            envelope.Sequence = SkipValue(ref reader);
        }
        else if (reader.ValueTextEquals("data"u8))
        {
            reader.Read();
            envelope.IsNested = reader.TokenType == JsonTokenType.StartObject;
            envelope.Data = SkipValue(ref reader);
        }
        else
        {
            envelope.HasOthers = true;
            reader.Skip();
        }
    }

    private static Range SkipValue(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static SessionGatewayEvent Read(ReadOnlySpan<byte> json, in Envelope envelope)
    {
        var name = envelope.Kind?.Name ?? ReadText(json, envelope.Name, stringOnly: true) ?? "";
        var type = envelope.Kind?.Type
            ?? (name.StartsWith(SessionGatewayEventNames.ConferencePlayPrefix, StringComparison.Ordinal)
                ? SessionGatewayJsonContext.Default.ConferencePlayEvent
                : SessionGatewayJsonContext.Default.UnknownSessionGatewayEvent);
        var payload = envelope.IsNested ? json[envelope.Data] : json;

        var value = Deserialize(payload, type, out var failure);
        if (value is null)
        {
            var unknown = (UnknownSessionGatewayEvent?)Deserialize(payload, SessionGatewayJsonContext.Default.UnknownSessionGatewayEvent, out _);
            return Complete(
                (unknown ?? new UnknownSessionGatewayEvent()) with { Problem = $"A member of the event has another type than documented{failure}." },
                json,
                envelope,
                name);
        }

        if (name.Length == 0)
            value = (UnknownSessionGatewayEvent)value with { Problem = "The event has no name." };

        return envelope.IsNested ? Complete(value, json, envelope, name) : value;
    }

    private static SessionGatewayEvent Complete(SessionGatewayEvent value, ReadOnlySpan<byte> json, in Envelope envelope, string name) =>
        value with
        {
            Event = name,
            SessionUuid = ReadText(json, envelope.SessionUuid) ?? value.SessionUuid,
            Sequence = ReadNumber(json, envelope.Sequence) ?? value.Sequence,
            IsNested = envelope.IsNested,
            ExtensionData = envelope is { IsNested: true, HasOthers: true } ? WithOthers(value.ExtensionData, json) : value.ExtensionData,
        };

    // What stands beside "data" is not documented, and kept; the payload goes first.
    private static IDictionary<string, JsonElement>? WithOthers(IDictionary<string, JsonElement>? members, ReadOnlySpan<byte> json)
    {
        var others = Deserialize(json, SessionGatewayJsonContext.Default.UnknownSessionGatewayEvent, out _)?.ExtensionData;
        if (others is null)
            return members;

        others.Remove("data");
        foreach (var (name, member) in members ?? new Dictionary<string, JsonElement>())
            others[name] = member;

        return others;
    }

    private static SessionGatewayEvent? Deserialize(ReadOnlySpan<byte> payload, JsonTypeInfo type, out string? failure)
    {
        failure = null;
        try
        {
            return (SessionGatewayEvent?)JsonSerializer.Deserialize(payload, type);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            failure = exception is JsonException { Path: { } path } && IsPlain(path) ? $", at {path}" : "";
            return null;
        }
    }

    // Names of members that the sender made up do not get into a message.
    private static bool IsPlain(string path)
    {
        foreach (var character in path)
        {
            if (character is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '.' or '$' or '[' or ']'))
                return false;
        }

        return path.Length <= 32;
    }

    // A token that is absent has an empty range.
    private static string? ReadText(ReadOnlySpan<byte> json, Range token, bool stringOnly = false)
    {
        if (token.End.Value == 0)
            return null;

        try
        {
            var reader = new Utf8JsonReader(json[token]);
            return reader.Read() && reader.TokenType != JsonTokenType.Null && (!stringOnly || reader.TokenType == JsonTokenType.String)
                ? JsonText.Read(ref reader)
                : null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    private static long? ReadNumber(ReadOnlySpan<byte> json, Range token)
    {
        if (token.End.Value == 0)
            return null;

        try
        {
            var reader = new Utf8JsonReader(json[token]);
            return reader.Read() && JsonText.TryReadWholeNumber(ref reader, out var number) ? number : null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            return null;
        }
    }

    // What readers and converters throw: bad JSON, and text that is not UTF-8 or has half a surrogate pair.
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    private struct Envelope
    {
        public EventCatalog.Entry? Kind;
        public Range Name;
        public Range SessionUuid;
        public Range Sequence;
        public Range Data;
        public bool IsNested;
        public bool HasOthers;
    }
}
