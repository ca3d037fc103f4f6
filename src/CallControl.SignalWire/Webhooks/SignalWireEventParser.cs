using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Reads the vendor's status callbacks and other webhooks, except its requests for a document: see <see cref="SwmlFetchParser"/>.</summary>
/// <remarks>Thread-safe. What is returned holds no reference to the bytes it was read from.</remarks>
public static class SignalWireEventParser
{
    private const int LongestShownPath = 64;

    private static readonly JsonReaderOptions ReaderOptions = new() { MaxDepth = 64 };

    // RFC 8259 JSON in UTF-8, in one of three shapes. The vendor's pages show the first; two sources report the second of the callbacks of a dial, and the
    // vendor's prose reads as if it were that of all commands; the third is that of a sidecar.
    //
    //   enveloped = { "event_type": name, "event_channel": text, "timestamp": seconds, "project_id": text, "space_id": text, "params": { members } }
    //   flat      = { members, perhaps with the members of the envelope }
    //   sidecar   = { "call_info": { members }, "sidecar_event": { members } }
    //
    // "params" makes the difference: the shape is enveloped where it is an object, else what is around is the event. Everything may be absent, null is as good
    // as absent, members come in any order, of two of one name the last counts, and a byte order mark is passed over. Numbers may be written as text and texts
    // as numbers. Where there is no name, the members tell which event it is. Members that the event has no property for end up in the extension data; further
    // ones of the envelope, of which none are known, are passed over.

    /// <summary>Reads one event. Total: whatever the bytes are, it returns.</summary>
    /// <param name="utf8Json">The webhook's body.</param>
    /// <param name="value">
    /// The event; an <see cref="UnknownSignalWireEvent"/> for a name that is not known, and, with its problem told, for an event without a name whose members
    /// do not tell what it is, or with members of other types than documented.
    /// </param>
    /// <param name="problem">Why there is no event, without anything that was in the body; null where there is one.</param>
    /// <returns>False where the body is not a JSON object, or is nested deeper than 64 levels.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> utf8Json, [NotNullWhen(true)] out SignalWireEvent? value, [NotNullWhen(false)] out string? problem)
    {
        var json = JsonText.WithoutMark(utf8Json.Span);
        value = null;
        if (!TryScan(json, out var envelope, out problem))
            return false;

        value = Read(json, envelope);
        value.Identify(IdOf(value, json));
        return true;
    }

    /// <summary>Reads what stands around the members, finds them without reading them, and sees to it that the rest is JSON.</summary>
    internal static bool TryScan(ReadOnlySpan<byte> json, out EventEnvelope envelope, [NotNullWhen(false)] out string? problem)
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

    /// <summary>Where in the body a member of another type than documented stands; empty where that cannot be told.</summary>
    internal static string PlaceOf(Exception exception) => exception is JsonException { Path: { } path } && IsPlain(path) ? $", at {path}" : "";

    /// <summary>What readers and converters throw: bad JSON, and text that is not UTF-8 or has half a surrogate pair.</summary>
    internal static bool IsUnreadable(Exception exception) => exception is JsonException or InvalidOperationException;

    /// <summary>Whether a name or a string can be compared: one with half a surrogate pair cannot.</summary>
    internal static bool IsText(ref Utf8JsonReader reader) => !reader.ValueIsEscaped || JsonText.ReadOrNull(ref reader) is not null;

    private static void ScanMember(ref Utf8JsonReader reader, ref EventEnvelope envelope)
    {
        if (!IsOfEnvelope(ref reader))
        {
            reader.Skip();
        }
        else if (reader.ValueTextEquals("params"u8))
        {
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            envelope.HasParams = reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
            envelope.Params = start..(int)reader.BytesConsumed;
        }
        else if (reader.ValueTextEquals("event_type"u8))
        {
            reader.Read();
            var isText = reader.TokenType == JsonTokenType.String && IsText(ref reader);
            envelope.Kind = isText ? SignalWireEventCatalog.Find(ref reader) : null;
            envelope.UnknownName = isText && envelope.Kind is null ? JsonText.ReadOrNull(ref reader) : null;
            reader.Skip();
        }
        else if (reader.ValueTextEquals("timestamp"u8))
        {
            reader.Read();
            envelope.Timestamp = EpochTime.Read(ref reader, 1_000_000);
        }
        else if (reader.ValueTextEquals("event_channel"u8))
        {
            reader.Read();
            envelope.EventChannel = JsonText.ReadOrNull(ref reader);
        }
        else if (reader.ValueTextEquals("project_id"u8))
        {
            reader.Read();
            envelope.ProjectId = JsonText.ReadOrNull(ref reader);
        }
        else if (reader.ValueTextEquals("space_id"u8))
        {
            reader.Read();
            envelope.SpaceId = JsonText.ReadOrNull(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // By the length, where it tells: most members of a flat body are none of these.
    private static bool IsOfEnvelope(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? IsText(ref reader) : reader.ValueSpan.Length is 6 or 8 or 9 or 10 or 13;

    private static SignalWireEvent Read(ReadOnlySpan<byte> json, EventEnvelope envelope)
    {
        var members = envelope.HasParams ? json[envelope.Params] : json;
        if (string.IsNullOrEmpty(envelope.Name) && envelope.HasParams && TryScan(members, out var inner, out _))
        {
            envelope.Kind = inner.Kind;
            envelope.UnknownName = inner.UnknownName;
        }

        var kind = string.IsNullOrEmpty(envelope.Name) ? EventGuess.Of(members) : envelope.Kind;
        string? problem = null;
        SignalWireEvent? value = null;
        if (kind is not null)
            value = Deserialize(members, kind, out problem);
        else if (string.IsNullOrEmpty(envelope.Name))
            problem = "The event has no name, and no member that tells which one it is.";

        value ??= UnknownEventReader.Read(members, problem);
        value.Complete(envelope);
        return value;
    }

    private static SignalWireEvent? Deserialize(ReadOnlySpan<byte> members, SignalWireEventCatalog.Entry kind, out string? problem)
    {
        problem = null;
        try
        {
            return (SignalWireEvent?)JsonSerializer.Deserialize(members, kind.Type);
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            problem = $"A member of the event has another type than documented{PlaceOf(exception)}.";
            return null;
        }
    }

    /// <summary>The identity of the report that a call has come into a state, which it does once.</summary>
    internal static CallEventId IdOfState(CallId call, SignalWireCallState state) => new($"{call.Value}:{state.Value}");

    private static CallEventId? IdOf(SignalWireEvent value, ReadOnlySpan<byte> json)
    {
        if (value is CallStateEvent { CallState: { Value.Length: > 0 } state } && value.Call != default)
            return IdOfState(value.Call, state);

        return value.Timestamp is null ? null : new CallEventId(BodyDigest.Of(json));
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
}
