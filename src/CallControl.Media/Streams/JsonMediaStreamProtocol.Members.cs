using System.Globalization;
using System.Text.Json;

namespace CallControl.Media;

/// <content>The messages without audio: they are few, and their members are looked up one by one.</content>
public abstract partial class JsonMediaStreamProtocol
{
    /// <summary>A member that is a text, a number or a truth value, as text.</summary>
    /// <param name="parent">Where it is; it may be undefined.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Null when it is absent, null or something else.</returns>
    protected static string? ReadText(JsonElement parent, string name) => TextOf(Member(parent, name));

    /// <summary>A member that is a list of texts, or one text.</summary>
    /// <param name="parent">Where it is; it may be undefined.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Empty when it is absent, null or something else.</returns>
    protected static IReadOnlyList<string> ReadTexts(JsonElement parent, string name)
    {
        var member = Member(parent, name);
        return member.ValueKind == JsonValueKind.Array ? [.. member.EnumerateArray().Select(TextOf).OfType<string>()]
            : TextOf(member) is { } text ? [text]
            : [];
    }

    /// <summary>A member with names and values: an object, or a list of objects with <c>name</c> and <c>value</c>. Values that are no text are kept as JSON.</summary>
    /// <param name="parent">Where it is; it may be undefined.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Empty when it is absent, null or something else.</returns>
    protected static IReadOnlyDictionary<string, string> ReadParameters(JsonElement parent, string name)
    {
        var parameters = new Dictionary<string, string>();
        var member = Member(parent, name);
        if (member.ValueKind == JsonValueKind.Object)
        {
            foreach (var each in member.EnumerateObject())
                parameters[each.Name] = TextOf(each.Value) ?? each.Value.GetRawText();
        }
        else if (member.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in member.EnumerateArray())
            {
                var value = Member(each, "value");
                if (ReadText(each, "name") is { } key && value.ValueKind != JsonValueKind.Undefined)
                    parameters[key] = TextOf(value) ?? value.GetRawText();
            }
        }

        return parameters;
    }

    /// <summary>A member that is a list of tracks, or one track.</summary>
    /// <param name="parent">Where it is; it may be undefined.</param>
    /// <param name="name">Its name.</param>
    /// <returns>The directions that are known by name.</returns>
    protected static IReadOnlyList<AudioDirection> ReadTracks(JsonElement parent, string name) =>
        [.. ReadTexts(parent, name).Select(TrackOf).Where(track => track != AudioDirection.Unknown)];

    /// <summary>A member that says how the audio is encoded, with <c>encoding</c>, <c>channels</c> and a sample rate.</summary>
    /// <param name="parent">Where it is; it may be undefined.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sampleRate">The name of the rate within it.</param>
    /// <returns>
    /// The encoding by its name in RTP: <c>audio/x-mulaw</c> is <see cref="AudioEncodings.Pcmu"/>. The rate may stand behind it (<c>audio/x-L16;rate=16000</c>);
    /// of G.711 and G.722 it is 8000 when the vendor says nothing. Null without an encoding or a rate.
    /// </returns>
    protected static MediaFormat? ReadFormat(JsonElement parent, string name, string sampleRate)
    {
        var format = Member(parent, name);
        if (ReadText(format, "encoding") is not { Length: > 0 } encoding)
            return null;

        var parts = encoding.Split(';', StringSplitOptions.TrimEntries);
        var codec = AudioEncodings.Normalize(parts[0]);
        var rate = Positive(ReadText(format, sampleRate))
            ?? parts.Skip(1).Select(part => part.StartsWith("rate=", StringComparison.OrdinalIgnoreCase) ? Positive(part[5..]) : null).FirstOrDefault(each => each is not null)
            ?? (codec is AudioEncodings.Pcmu or AudioEncodings.Pcma or AudioEncodings.G722 ? 8000 : null);
        return rate is null ? null : new MediaFormat(codec, rate.Value, Positive(ReadText(format, "channels")) ?? 1);
    }

    private MediaStreamMessage ReadMessage(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var name = Member(root, "event") is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";
        var body = Member(root, name);
        MediaStreamMessage? known = name switch
        {
            "connected" => new MediaStreamConnected { Protocol = ReadText(root, "protocol"), Version = ReadText(root, "version") },
            "start" => ReadStart(body),
            "mark" => ReadMark(body),
            "dtmf" => ReadDtmf(root, body),
            "clear" => new MediaStreamClear(),
            "stop" => new MediaStreamStop { Reason = ReadText(body, "reason") },
            "error" => ReadError(body.ValueKind == JsonValueKind.Object ? body : Member(root, "payload")),
            _ => null,
        };
        return (known ?? new UnknownMediaStreamMessage { Event = name }) with
        {
            RawJson = json,
            SequenceNumber = long.TryParse(ReadText(root, _sequenceNumber), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            StreamId = ReadText(root, _streamId) ?? ReadText(body, _streamId),
        };
    }

    private static MediaStreamMark? ReadMark(JsonElement mark) => ReadText(mark, "name") is { } name ? new MediaStreamMark { Name = name } : null;

    private static MediaStreamDtmf? ReadDtmf(JsonElement root, JsonElement dtmf)
    {
        if (ReadText(dtmf, "digit") is not [var key] || !IsKey(char.ToUpperInvariant(key)))
            return null;

        return new MediaStreamDtmf
        {
            Digit = char.ToUpperInvariant(key).ToString(),
            Duration = Positive(ReadText(dtmf, "duration")) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null,
            OccurredAt = DateTimeOffset.TryParse(
                ReadText(root, "occurred_at") ?? ReadText(dtmf, "occurred_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
        };
    }

    private static MediaStreamError ReadError(JsonElement error) => new()
    {
        Code = ReadText(error, "code") ?? "",
        Title = ReadText(error, "title"),
        Detail = ReadText(error, "detail"),
    };

    private static AudioDirection TrackOf(string name) => name switch
    {
        "inbound" or "inbound_track" => AudioDirection.Inbound,
        "outbound" or "outbound_track" => AudioDirection.Outbound,
        _ => AudioDirection.Unknown,
    };

    private static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) ? member : default;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static int? Positive(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
