using System.Runtime.InteropServices;
using CallControl.Media.Buffers;

namespace CallControl.Media;

/// <summary>A piece of audio of a stream, mostly 20 ms.</summary>
/// <remarks>Good until the next one is asked for: its bytes go back to a pool then. Copy what is needed longer.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct AudioFrame : IPooledFrame
{
    private readonly MediaBuffer? _buffer;
    private readonly int _lease;
    private readonly int _length;
    private readonly SampleByteOrder _byteOrder;

    internal AudioFrame(MediaBuffer buffer, int length, MediaFormat? format, SampleByteOrder byteOrder)
    {
        (_buffer, _lease, _length) = (buffer, buffer.Lease, length);
        (Format, _byteOrder) = (format, byteOrder);
    }

    /// <summary>The direction it comes from; <see cref="AudioDirection.Unknown"/> when the vendor does not say.</summary>
    public AudioDirection Track { get; internal init; }

    /// <summary>Its number in its track, as the vendor counts; null where the vendor does not.</summary>
    public long? Chunk { get; internal init; }

    /// <summary>When it was taken, from the stream's beginning on; null where the vendor does not say.</summary>
    public TimeSpan? Timestamp { get; internal init; }

    /// <summary>How many chunks right before it are missing: they did not come in time.</summary>
    public int LostBefore { get; internal init; }

    /// <summary>How it is encoded; null when the vendor did not say.</summary>
    public MediaFormat? Format { get; }

    /// <summary>The audio, as the codec has it.</summary>
    /// <exception cref="InvalidOperationException">The frame is no longer good: another one was asked for.</exception>
    public ReadOnlyMemory<byte> Payload => _buffer?.Read(_lease, 0, _length) ?? default;

    /// <summary>The audio as linear 16-bit samples; of several channels in turns.</summary>
    /// <param name="samples">Room for as many samples as <see cref="Payload"/> has bytes is always enough.</param>
    /// <returns>How many samples there are.</returns>
    /// <exception cref="NotSupportedException">The codec is none of PCMU, PCMA and L16.</exception>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="InvalidOperationException">The frame is no longer good: another one was asked for.</exception>
    public int Decode(Span<short> samples) => AudioCoding.Decode(Format, _byteOrder, Payload.Span, samples);

    internal AudioFrame After(int lost) => lost == 0 ? this : this with { LostBefore = lost };

    void IPooledFrame.Return() => _buffer?.Return(_lease);
}
