using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Reads the vendor's webhooks, of webhook API version 2.</summary>
/// <remarks>Thread-safe. What is returned holds no reference to the bytes it was read from.</remarks>
public static class TelnyxEventParser
{
    private const int LongestShownPath = 64;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 64 };

    // RFC 8259 JSON in UTF-8, in one of two shapes. The vendor's OpenAPI description gives the first to all events but conference.floor.changed, and
    // leaves "meta" out, which real deliveries carry.
    //
    //   wrapped   = { "data": event, "meta": meta }
    //   unwrapped = { event members, "meta": meta }
    //   event     = { "record_type": "event", "event_type": name, "id": text, "occurred_at": time, "created_at": time, "payload": { members } }
    //   meta      = { "attempt": number, "delivered_to": text }
    //   version 1 = { "event_type": name without a full stop, such as call_initiated, "created_at": time, ... }
    //
    // "data" makes the difference: the shape is wrapped where it is an object, else unwrapped. Everything may be absent, null is as good as absent,
    // members come in any order, of two of one name the last counts, and a byte order mark is passed over. Numbers may be written as text and texts
    // as numbers. occurred_at may be in the payload instead. Members of the payload that the event has no property for end up in the extension data;
    // further ones of data and meta, of which none are known, are passed over.

    /// <summary>Reads one event. Total: whatever the bytes are, it returns.</summary>
    /// <param name="utf8Json">The webhook's body.</param>
    /// <param name="value">
    /// The event; an <see cref="UnknownTelnyxEvent"/> for a name that is not known, and, with its problem told, for an event without a name
    /// or with a payload of other types than documented.
    /// </param>
    /// <param name="problem">Why there is no event, without anything that was in the body; null where there is one.</param>
    /// <returns>False where the body is not a JSON object, is nested deeper than 64 levels, or is of webhook API version 1.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out TelnyxEvent? value, [NotNullWhen(false)] out string? problem)
    {
        var json = JsonText.WithoutMark(utf8Json.Span);

        value = null;
        if (!TryScan(json, out var envelope, out problem))
            return false;

        value = Read(json, envelope);
        return true;
    }

    // Reads what stands around the payload, finds the payload without reading it, and sees to it that the rest is JSON.
    private static bool TryScan(ReadOnlySpan<byte> json, out EventEnvelope envelope, [NotNullWhen(false)] out string? problem)
    {
        envelope = default;
        problem = null;
        var isWrapped = false;
        try
        {
            var reader = new Utf8JsonReader(json, ReaderOptions);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                problem = "The body is not a JSON object.";
                return false;
            }

            var unwrapped = default(EventEnvelope);
            var wrapped = default(EventEnvelope);
            var meta = default(EventEnvelope);
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("data"u8))
                    isWrapped = TryScanObject(ref reader, ref wrapped, ScanEvent);
                else if (reader.ValueTextEquals("meta"u8))
                    TryScanObject(ref reader, ref meta, ScanMeta);
                else
                    ScanEvent(ref reader, ref unwrapped);
            }

            // The end, or an exception where something follows.
            reader.Read();
            envelope = isWrapped ? wrapped : unwrapped;
            envelope.Attempt = meta.Attempt;
            envelope.DeliveredTo = meta.DeliveredTo;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            problem = "The body is not valid JSON, or is nested deeper than 64 levels.";
            return false;
        }

        if (isWrapped || !IsFirstVersion(envelope))
            return true;

        problem = "The body is of webhook API version 1, which is not supported: "
            + "the application's webhook_api_version is \"1\", and must be set to \"2\".";
        return false;
    }

    // Names of version 2 have a full stop, those of version 1 have none: "call_initiated", or "dtmf" beside a created_at.
    private static bool IsFirstVersion(in EventEnvelope envelope) =>
        envelope is { Kind: null, UnknownName: { Length: > 0 } name }
        && !name.Contains('.', StringComparison.Ordinal)
        && (envelope.HasCreatedAt || name.Contains('_', StringComparison.Ordinal));

    // False where the member is not an object; of two of one name the last counts, whatever it is.
    private static bool TryScanObject(ref Utf8JsonReader reader, ref EventEnvelope envelope, MemberScanner scan)
    {
        envelope = default;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            scan(ref reader, ref envelope);

        return true;
    }

    private static void ScanEvent(ref Utf8JsonReader reader, ref EventEnvelope envelope)
    {
        if (reader.ValueTextEquals("event_type"u8))
        {
            reader.Read();
            envelope.Kind = reader.TokenType == JsonTokenType.String ? TelnyxEventCatalog.Find(ref reader) : null;
            envelope.UnknownName = envelope.Kind is null && reader.TokenType == JsonTokenType.String ? JsonText.ReadOrNull(ref reader) : null;
            reader.Skip();
        }
        else if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            envelope.Id = JsonText.ReadOrNull(ref reader);
        }
        else if (reader.ValueTextEquals("occurred_at"u8))
        {
            reader.Read();
            envelope.OccurredAt = JsonText.ReadTime(ref reader);
        }
        else if (reader.ValueTextEquals("payload"u8))
        {
            reader.Read();
            envelope.IsPayloadObject = reader.TokenType == JsonTokenType.StartObject;
            envelope.Payload = SkipValue(ref reader);
        }
        else if (reader.ValueTextEquals("record_type"u8))
        {
            reader.Read();
            var isUsual = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("event"u8);
            envelope.RecordType = isUsual ? "event" : JsonText.ReadOrNull(ref reader);
        }
        else if (reader.ValueTextEquals("created_at"u8))
        {
            reader.Read();
            envelope.CreatedAt = JsonText.ReadTime(ref reader);
            envelope.HasCreatedAt = true;
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ScanMeta(ref Utf8JsonReader reader, ref EventEnvelope envelope)
    {
        if (reader.ValueTextEquals("attempt"u8))
        {
            reader.Read();
            envelope.Attempt = ReadInteger(ref reader);
        }
        else if (reader.ValueTextEquals("delivered_to"u8))
        {
            reader.Read();
            envelope.DeliveredTo = JsonText.ReadOrNull(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // Empty for null.
    private static Range SkipValue(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;

        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return start..(int)reader.BytesConsumed;
    }

    private static TelnyxEvent Read(ReadOnlySpan<byte> json, in EventEnvelope envelope)
    {
        var payload = envelope.Payload.End.Value == 0 ? "{}"u8 : json[envelope.Payload];
        var isObject = envelope.IsPayloadObject || envelope.Payload.End.Value == 0;
        string? problem = null;
        TelnyxEvent? value = null;
        if (!isObject)
            problem = "The event's payload is not a JSON object.";
        else if (string.IsNullOrEmpty(envelope.Name))
            problem = "The event has no name.";
        else if (envelope.Kind is { } kind)
            value = Deserialize(payload, kind, out problem);

        value ??= UnknownEventReader.Read(isObject ? payload : "{}"u8, problem);
        value.Complete(envelope, envelope.Name ?? "");
        return value;
    }

    private static TelnyxEvent? Deserialize(ReadOnlySpan<byte> payload, TelnyxEventCatalog.Entry kind, out string? problem)
    {
        problem = null;
        try
        {
            return (TelnyxEvent?)JsonSerializer.Deserialize(payload, kind.Type);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            var place = exception is JsonException { Path: { } path } && IsPlain(path) ? $", at {path}" : "";
            problem = $"A member of the event's payload has another type than documented{place}.";
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

        return path.Length <= LongestShownPath;
    }

    private static int? ReadInteger(ref Utf8JsonReader reader) =>
        JsonText.TryReadNumber(ref reader, out var number) && number is >= int.MinValue and <= int.MaxValue ? (int)number.Value : null;

    // What readers and converters throw: bad JSON, and text that is not UTF-8 or has half a surrogate pair.
    private static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    private delegate void MemberScanner(ref Utf8JsonReader reader, ref EventEnvelope envelope);
}
