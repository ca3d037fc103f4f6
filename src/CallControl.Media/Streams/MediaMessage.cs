using System.Buffers.Text;
using System.Text.Json;

namespace CallControl.Media;

/// <summary>What is read of a message before it is known what it is: whether it carries audio, and if so, that audio.</summary>
internal struct MediaMessage
{
    // A number as text is short; what is longer, even with every character escaped, is none.
    private const int LongestNumber = 128;

    private long? _sequence;
    private Part _media;

    /// <summary>Whether the event is <c>media</c>.</summary>
    public bool IsMedia { get; private set; }

    /// <summary>Whether there is a text as payload.</summary>
    public readonly bool HasPayload => _media.Payload is not null;

    /// <summary>Whether the audio's place in its track is there and cannot be read.</summary>
    public readonly bool HasBadChunk => _media.HasBadChunk;

    /// <summary>Reads a whole message.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="sequenceNumber">The name of the message's number.</param>
    /// <param name="message">What it says of audio; the rest is skipped, but is known to be JSON.</param>
    /// <returns>False when it is no object.</returns>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">An escape in it is half a character.</exception>
    public static bool TryRead(ReadOnlySpan<byte> json, ReadOnlySpan<byte> sequenceNumber, out MediaMessage message)
    {
        message = default;
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("event"u8))
                message.IsMedia = reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("media"u8);
            else if (reader.ValueTextEquals("media"u8))
                message._media = ReadMedia(ref reader);
            else if (reader.ValueTextEquals(sequenceNumber))
                message._sequence = ReadNumber(ref reader, out _);
            else
                reader.Read();

            reader.Skip();
        }

        // What follows the object must be whitespace: the reader throws for anything else.
        return !reader.Read();
    }

    /// <summary>The audio.</summary>
    /// <param name="json">The message that was read.</param>
    public readonly EncodedAudio ToAudio(ReadOnlySpan<byte> json) => new()
    {
        Track = _media.Track,
        Chunk = _media.Chunk,
        TimestampMilliseconds = _media.Timestamp,
        SequenceNumber = _sequence,
        Base64 = json[_media.Payload.GetValueOrDefault()],
    };

    /// <summary>The direction that a track's name stands for.</summary>
    public static AudioDirection TrackOf(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("inbound"u8) || name.SequenceEqual("inbound_track"u8) ? AudioDirection.Inbound
        : name.SequenceEqual("outbound"u8) || name.SequenceEqual("outbound_track"u8) ? AudioDirection.Outbound
        : AudioDirection.Unknown;

    private static Part ReadMedia(ref Utf8JsonReader reader)
    {
        var media = default(Part);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return media;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("payload"u8))
                media.Payload = ReadPlace(ref reader);
            else if (reader.ValueTextEquals("chunk"u8))
                media.Chunk = ReadNumber(ref reader, out media.HasBadChunk);
            else if (reader.ValueTextEquals("timestamp"u8))
                media.Timestamp = ReadNumber(ref reader, out _);
            else if (reader.ValueTextEquals("track"u8))
                media.Track = ReadTrack(ref reader);
            else
                reader.Read();

            reader.Skip();
        }

        return media;
    }

    private static Range? ReadPlace(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
            return null;

        var start = (int)reader.TokenStartIndex + 1;
        return start..(start + reader.ValueSpan.Length);
    }

    private static AudioDirection ReadTrack(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.String ? AudioDirection.Unknown
            : reader.ValueTextEquals("inbound"u8) || reader.ValueTextEquals("inbound_track"u8) ? AudioDirection.Inbound
            : reader.ValueTextEquals("outbound"u8) || reader.ValueTextEquals("outbound_track"u8) ? AudioDirection.Outbound
            : AudioDirection.Unknown;
    }

    private static long? ReadNumber(ref Utf8JsonReader reader, out bool isBad)
    {
        isBad = false;
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
            return number;

        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= LongestNumber)
        {
            Span<byte> text = stackalloc byte[LongestNumber];
            text = text[..reader.CopyString(text)];
            if (Utf8Parser.TryParse(text, out number, out var read) && read == text.Length)
                return number;
        }

        isBad = true;
        return null;
    }

    private struct Part
    {
        public AudioDirection Track;
        public long? Chunk;
        public bool HasBadChunk;
        public long? Timestamp;
        public Range? Payload;
    }
}
