using System.Text;

namespace CallControl.Media.Tests;

/// <summary>What a protocol made of a message: its audio taken out of the message, so that it can be kept.</summary>
/// <param name="Kind">What it turned out to be.</param>
/// <param name="Audio">The decoded audio; null when there is none, or it cannot be decoded.</param>
/// <param name="Track">Of the audio.</param>
/// <param name="Chunk">Of the audio.</param>
/// <param name="Timestamp">Of the audio, in milliseconds.</param>
/// <param name="Sequence">Of the audio.</param>
/// <param name="Message">The message without audio.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record StreamReading(
    MediaStreamRead Kind, byte[]? Audio, AudioDirection Track, long? Chunk, long? Timestamp, long? Sequence, MediaStreamMessage? Message, string? Problem)
{
    public static StreamReading Of(MediaStreamProtocol protocol, string json) => Of(protocol, Encoding.UTF8.GetBytes(json));

    public static StreamReading Of(MediaStreamProtocol protocol, ReadOnlySpan<byte> json)
    {
        var kind = protocol.Read(json, out var audio, out var message, out var problem);
        var room = new byte[audio.MaxDecodedLength];
        var decoded = kind == MediaStreamRead.Audio && audio.TryDecode(room, out var length) ? room[..length] : null;
        return new StreamReading(kind, decoded, audio.Track, audio.Chunk, audio.TimestampMilliseconds, audio.SequenceNumber, message, problem);
    }
}
