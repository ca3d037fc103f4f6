using System.Buffers;

namespace CallControl.Media;

/// <summary>
/// Reads audio from a message in the form that vendors send, several times as quickly as <see cref="MediaMessage"/>: the event, the message's number, other texts, and one
/// object <c>media</c> of nothing but the four members known here, in any order; no space between them, no escapes, ASCII only, whole numbers. All else, JSON or
/// not, is left to the reader, which finds the same in what is read here.
/// </summary>
internal static class MediaMessageScan
{
    private const int MostDigits = 18;

    // Where a member stands that is none of those.
    private const int Nowhere = -1;

    // What stands in a JSON text as it is, as far as it is ASCII (RFC 8259, section 7).
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Reads a whole message.</summary>
    /// <param name="json">The message.</param>
    /// <param name="sequenceNumber">The name of the message's number, with its quotes and the colon.</param>
    /// <param name="audio">The audio.</param>
    /// <returns>False when it is anything else than described above, or is no audio.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, ReadOnlySpan<byte> sequenceNumber, out EncodedAudio audio)
    {
        audio = default;
        if (!json.StartsWith("{"u8))
            return false;

        var media = default(Media);
        var sequence = default(Number);
        var isMedia = false;
        var at = 0;
        do
        {
            at++;
            var rest = json[at..];
            if (rest.StartsWith("\"event\":\"media\""u8))
            {
                isMedia = true;
                at += "\"event\":\"media\""u8.Length;
            }
            else if (rest.StartsWith("\"media\":{"u8))
            {
                at = media.Read(json, at + "\"media\":"u8.Length);
            }
            else if (rest.StartsWith(sequenceNumber))
            {
                at = sequence.Read(json, at + sequenceNumber.Length);
            }
            else
            {
                at = SkipOther(json, at);
            }
        }
        while ((uint)at < (uint)json.Length && json[at] == (byte)',');

        if (at != json.Length - 1 || json[at] != (byte)'}' || !isMedia || media.PayloadStart == 0)
            return false;

        audio = new EncodedAudio
        {
            Track = media.Track,
            Chunk = media.Chunk.Value,
            TimestampMilliseconds = media.Timestamp.Value,
            SequenceNumber = sequence.Value,
            Base64 = json[media.PayloadStart..media.PayloadEnd],
        };
        return true;
    }

    // A known name in another form than above is left to the reader, since of two the last one counts.
    private static int SkipOther(ReadOnlySpan<byte> json, int at)
    {
        var rest = json[at..];
        if (rest.IsEmpty || rest[0] != (byte)'"' || rest.StartsWith("\"event\""u8) || rest.StartsWith("\"media\""u8))
            return Nowhere;

        var end = EndOfText(json, at + 1);
        if (end == Nowhere || !json[end..].StartsWith("\":\""u8))
            return Nowhere;

        end = EndOfText(json, end + "\":\""u8.Length);
        return end == Nowhere ? Nowhere : end + 1;
    }

    private static int EndOfText(ReadOnlySpan<byte> json, int at)
    {
        var length = json[at..].IndexOfAnyExcept(Plain);
        return length >= 0 && json[at + length] == (byte)'"' ? at + length : Nowhere;
    }

    private struct Media
    {
        public AudioDirection Track;
        public Number Chunk;
        public Number Timestamp;
        public int PayloadStart;
        public int PayloadEnd;

        public int Read(ReadOnlySpan<byte> json, int at)
        {
            if (PayloadStart > 0)
                return Nowhere;

            do
            {
                at++;
                var rest = json[at..];
                if (rest.StartsWith("\"payload\":\""u8))
                {
                    var start = at + "\"payload\":\""u8.Length;
                    var end = EndOfText(json, start);
                    if (end == Nowhere)
                        return Nowhere;

                    (PayloadStart, PayloadEnd) = (start, end);
                    at = end + 1;
                }
                else if (rest.StartsWith("\"chunk\":"u8))
                {
                    at = Chunk.Read(json, at + "\"chunk\":"u8.Length);
                }
                else if (rest.StartsWith("\"timestamp\":"u8))
                {
                    at = Timestamp.Read(json, at + "\"timestamp\":"u8.Length);
                }
                else if (rest.StartsWith("\"track\":\"inbound\""u8))
                {
                    Track = AudioDirection.Inbound;
                    at += "\"track\":\"inbound\""u8.Length;
                }
                else if (rest.StartsWith("\"track\":\"outbound\""u8))
                {
                    Track = AudioDirection.Outbound;
                    at += "\"track\":\"outbound\""u8.Length;
                }
                else
                {
                    return Nowhere;
                }
            }
            while ((uint)at < (uint)json.Length && json[at] == (byte)',');

            return PayloadStart > 0 && (uint)at < (uint)json.Length && json[at] == (byte)'}' ? at + 1 : Nowhere;
        }
    }

    private struct Number
    {
        private bool _isThere;
        private long _value;

        public readonly long? Value => _isThere ? _value : null;

        public int Read(ReadOnlySpan<byte> json, int at)
        {
            var isText = (uint)at < (uint)json.Length && json[at] == (byte)'"';
            var start = isText ? at + 1 : at;
            var end = start;
            var value = 0L;
            while ((uint)end < (uint)json.Length && (uint)(json[end] - '0') <= 9)
                value = (10 * value) + (json[end++] - '0');

            (_isThere, _value) = (true, value);
            if ((uint)end >= (uint)json.Length || (uint)(end - start - 1) >= MostDigits)
                return Nowhere;

            if (isText)
                return json[end] == (byte)'"' ? end + 1 : Nowhere;

            return json[start] != (byte)'0' || end == start + 1 ? end : Nowhere;
        }
    }
}
