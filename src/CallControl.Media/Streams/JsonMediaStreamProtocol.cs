using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CallControl.Media;

/// <summary>
/// Messages in JSON with an <c>event</c> and, under the event's name, what it tells: the form that the vendors share. A vendor's class says how its members are
/// called, what its <c>start</c> holds, and what may be sent.
/// </summary>
/// <remarks>
/// Reading is liberal: members in any order, unknown ones skipped, absent or null ones left out, numbers also as text, of a member that comes twice the last one.
/// Refused is what is no UTF-8, no JSON object of at most 64 levels, or audio without a payload or with a chunk number that is no whole one of 64 bits: the audio's
/// order hangs on it. Other messages that lack what makes them what they are (a mark its name, a key press its key) are <see cref="UnknownMediaStreamMessage"/>s.
/// </remarks>
public abstract partial class JsonMediaStreamProtocol : MediaStreamProtocol
{
    private const string NotUtf8 = "The message is not valid UTF-8.";
    private const string NotJson = "The message is not a valid JSON object of at most 64 levels.";
    private const string NoPayload = "The message has no audio: 'media.payload' must be a text.";
    private const string BadChunk = "The chunk number of the audio is no whole one of 64 bits.";

    private readonly string _streamId;
    private readonly string _sequenceNumber;
    private readonly byte[] _sequenceNumberName;
    private readonly byte[] _sequenceNumberMember;
    private readonly byte[] _streamIdHead;

    /// <summary>Sets the names that differ from vendor to vendor.</summary>
    /// <param name="streamId">The member with the stream's id.</param>
    /// <param name="sequenceNumber">The member with the message's number in its stream.</param>
    /// <param name="sendsStreamId">Whether messages to the vendor carry the stream's id.</param>
    protected JsonMediaStreamProtocol(string streamId, string sequenceNumber, bool sendsStreamId)
    {
        ArgumentException.ThrowIfNullOrEmpty(streamId);
        ArgumentException.ThrowIfNullOrEmpty(sequenceNumber);
        (_streamId, _sequenceNumber) = (streamId, sequenceNumber);
        _sequenceNumberName = Encoding.UTF8.GetBytes(sequenceNumber);
        _sequenceNumberMember = Encoding.UTF8.GetBytes($"\"{sequenceNumber}\":");
        _streamIdHead = sendsStreamId ? Encoding.UTF8.GetBytes($",\"{streamId}\":\"") : [];
    }

    /// <inheritdoc />
    public sealed override MediaStreamRead Read(ReadOnlySpan<byte> utf8Json, out EncodedAudio audio, out MediaStreamMessage? message, out string? problem)
    {
        (message, problem) = (null, null);
        return MediaMessageScan.TryRead(utf8Json, _sequenceNumberMember, out audio) ? MediaStreamRead.Audio : ReadAny(utf8Json, out audio, out message, out problem);
    }

    /// <inheritdoc />
    public sealed override void WriteAudio(IBufferWriter<byte> output, string streamId, ReadOnlySpan<byte> audio)
    {
        if (audio.IsEmpty)
            throw new ArgumentException("There is no audio to send: it must be one byte at least.", nameof(audio));

        var message = Begin(output, streamId, "{\"event\":\"media\""u8, System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(audio.Length));
        message.Write(",\"media\":{\"payload\":\""u8);
        message.WriteBase64(audio);
        message.Write("\"}}"u8);
        output.Advance(message.Length);
    }

    /// <inheritdoc />
    public sealed override void WriteMark(IBufferWriter<byte> output, string streamId, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var message = Begin(output, streamId, "{\"event\":\"mark\""u8, MessageRoom.Longest(name));
        message.Write(",\"mark\":{\"name\":\""u8);
        message.WriteText(name);
        message.Write("\"}}"u8);
        output.Advance(message.Length);
    }

    /// <inheritdoc />
    public sealed override void WriteClear(IBufferWriter<byte> output, string streamId)
    {
        var message = Begin(output, streamId, "{\"event\":\"clear\""u8, 0);
        message.Write("}"u8);
        output.Advance(message.Length);
    }

    /// <summary>Writes a key press in the form in which the vendors report one.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="streamId">The stream's id; empty when the vendor gave none.</param>
    /// <param name="digit">One of <c>0-9 A-D * #</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is another character; the message does not show which.</exception>
    protected void WriteDtmf(IBufferWriter<byte> output, string streamId, char digit)
    {
        if (!IsKey(digit))
            throw new ArgumentOutOfRangeException(nameof(digit), "The key must be one of 0-9, A-D, * and #.");

        var message = Begin(output, streamId, "{\"event\":\"dtmf\""u8, 1);
        message.Write(",\"dtmf\":{\"digit\":\""u8);
        message.Write([(byte)digit]);
        message.Write("\"}}"u8);
        output.Advance(message.Length);
    }

    /// <summary>Reads what the vendor's <c>start</c> holds; the rest of the message is read already.</summary>
    /// <param name="start">The member <c>start</c>; undefined when there is none.</param>
    protected abstract MediaStreamStart ReadStart(JsonElement start);

    private MediaStreamRead ReadAny(ReadOnlySpan<byte> json, out EncodedAudio audio, out MediaStreamMessage? message, out string? problem)
    {
        audio = default;
        (message, problem) = (null, null);
        try
        {
            if (!Utf8.IsValid(json))
                problem = NotUtf8;
            else if (!MediaMessage.TryRead(json, _sequenceNumberName, out var media))
                problem = NotJson;
            else if (!media.IsMedia)
                message = ReadMessage(json.ToArray());
            else if (!media.HasPayload)
                problem = NoPayload;
            else if (media.HasBadChunk)
                problem = BadChunk;
            else
                audio = media.ToAudio(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Of the reader: the one for what is no JSON, the other for an escape that is half a character.
            problem = NotJson;
        }

        return problem is not null ? MediaStreamRead.Malformed : message is not null ? MediaStreamRead.Message : MediaStreamRead.Audio;
    }

    private MessageRoom Begin(IBufferWriter<byte> output, string streamId, ReadOnlySpan<byte> head, int more)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(streamId);
        var hasId = _streamIdHead.Length > 0 && streamId.Length > 0;
        var message = new MessageRoom(output.GetSpan(MessageRoom.Frame + _streamIdHead.Length + (hasId ? MessageRoom.Longest(streamId) : 0) + more));
        message.Write(head);
        if (hasId)
        {
            message.Write(_streamIdHead);
            message.WriteText(streamId);
            message.Write("\""u8);
        }

        return message;
    }

    private static bool IsKey(char key) => key is (>= '0' and <= '9') or (>= 'A' and <= 'D') or '*' or '#';
}
