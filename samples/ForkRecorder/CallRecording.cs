using CallControl.Media;

namespace ForkRecorder;

/// <summary>A call's two directions as a stereo WAV file: what the far end says is left, what it hears is right; aligned by time, with silence for what is missing.</summary>
public sealed class CallRecording(Stream file) : IAsyncDisposable
{
    private const int Rate = 8000;
    private const byte Pcmu = 0;
    private const byte Pcma = 8;

    private readonly WaveWriter _writer = new(file, new WaveWriterOptions { Channels = 2, Rate = Rate });
    private readonly short[] _samples = new short[Rate];
    private long? _beginning;

    /// <summary>How long it is so far.</summary>
    public TimeSpan Length => TimeSpan.FromSeconds((double)_writer.Length / Rate);

    /// <summary>Adds a packet's audio where it belongs.</summary>
    public void Add(in MediaPacket packet)
    {
        // Codecs other than G.711, and touch tones, are not for this sample: they stay silent.
        if (packet.PayloadType is not (Pcmu or Pcma) || packet.Payload.Length > _samples.Length)
            return;

        // One clock for both directions, which nobody sets.
        _beginning ??= packet.Stream.StartTimestamp;
        var payload = packet.Payload.Span;
        var count = packet.PayloadType == Pcmu ? G711.DecodeMulaw(payload, _samples) : G711.DecodeAlaw(payload, _samples);
        var offset = (long)Math.Round(TimeProvider.System.GetElapsedTime(_beginning.Value, packet.Stream.StartTimestamp).TotalSeconds * Rate);
        var channel = packet.Stream.Direction == AudioDirection.Outbound ? 1 : 0;
        _writer.Write(channel, offset + packet.Position, _samples.AsSpan(0, count));
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
