using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CallControl.Media;

namespace CallControl.Benchmarks;

/// <summary>
/// A vendor's messages with 20 ms of G.711, read and decoded, or written, by the SDK; and their base64 alone, by the framework. The messages have what the vendor's
/// documentation shows, without spaces, and are read in the cache.
/// </summary>
internal sealed class StreamFrames
{
    private const int Frames = 64;
    private const int FrameLength = 160;
    private const string StreamId = "32de0dea-53cb-4b21-89a4-9e1819c043bc";

    private readonly MediaStreamProtocol _protocol;
    private readonly byte[][] _audio = new byte[Frames][];
    private readonly byte[][] _base64 = new byte[Frames][];
    private readonly byte[][] _messages = new byte[Frames][];
    private readonly byte[] _room = new byte[FrameLength + 3];
    private readonly ArrayBufferWriter<byte> _output = new(1024);

    private StreamFrames(MediaStreamProtocol protocol, Func<int, string, string> message)
    {
        _protocol = protocol;
        var random = new Random(1);
        for (var i = 0; i < Frames; i++)
        {
            _audio[i] = new byte[FrameLength];
            random.NextBytes(_audio[i]);
            var base64 = Convert.ToBase64String(_audio[i]);
            _base64[i] = Encoding.UTF8.GetBytes(base64);
            _messages[i] = Encoding.UTF8.GetBytes(message(i + 1000, base64));
        }
    }

    /// <summary>As Telnyx sends them.</summary>
    public static StreamFrames Telnyx() => new(
        CallControl.Telnyx.TelnyxMediaStreamProtocol.Instance,
        (number, base64) => $$$"""{"event":"media","sequence_number":"{{{number + 1}}}","media":{"track":"inbound","chunk":"{{{number}}}","timestamp":"{{{20 * number}}}","payload":"{{{base64}}}"},"stream_id":"{{{StreamId}}}"}""");

    /// <summary>As SignalWire sends them.</summary>
    public static StreamFrames SignalWire() => new(
        CallControl.SignalWire.SignalWireMediaStreamProtocol.Instance,
        (number, base64) => $$$"""{"event":"media","sequenceNumber":{{{number + 1}}},"media":{"track":"inbound","chunk":{{{number}}},"timestamp":{{{20 * number}}},"payload":"{{{base64}}}"}}""");

    /// <summary>Reads and decodes by the SDK.</summary>
    public long Read(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            if (_protocol.Read(_messages[i % Frames], out var audio, out _, out _) != MediaStreamRead.Audio || !audio.TryDecode(_room, out var written))
                return -1;

            sum += written + _room[i % FrameLength];
        }

        return sum;
    }

    /// <summary>Decodes by the framework.</summary>
    public long Decode(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            if (Base64.DecodeFromUtf8(_base64[i % Frames], _room, out _, out var written) != OperationStatus.Done)
                return -1;

            sum += written + _room[i % FrameLength];
        }

        return sum;
    }

    /// <summary>Writes by the SDK.</summary>
    public long Write(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            _output.ResetWrittenCount();
            _protocol.WriteAudio(_output, StreamId, _audio[i % Frames]);
            sum += _output.WrittenCount > 0 ? 1 : 0;
        }

        return sum;
    }

    /// <summary>Encodes by the framework.</summary>
    public long Encode(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i++)
        {
            _output.ResetWrittenCount();
            if (Base64.EncodeToUtf8(_audio[i % Frames], _output.GetSpan(220), out _, out var written) != OperationStatus.Done)
                return -1;

            _output.Advance(written);
            sum += _output.WrittenCount > 0 ? 1 : 0;
        }

        return sum;
    }
}
