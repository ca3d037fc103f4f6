using System.Buffers;
using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>What waits to be sent: audio in an array of the shared pool, or a mark.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct OutboundItem
{
    public byte[]? Audio { get; init; }

    public int Length { get; init; }

    public string? Mark { get; init; }

    /// <summary>How long it plays.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>When it was queued, from the pacer's beginning on.</summary>
    public TimeSpan QueuedAt { get; set; }

    /// <summary>How much of the audio has gone.</summary>
    public int Taken { get; set; }

    public readonly ReadOnlySpan<byte> Rest => Audio.AsSpan(Taken, Length - Taken);

    public readonly void Return()
    {
        if (Audio is not null)
            ArrayPool<byte>.Shared.Return(Audio);
    }
}
