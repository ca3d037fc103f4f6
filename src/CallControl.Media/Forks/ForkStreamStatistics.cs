using System.Runtime.InteropServices;

namespace CallControl.Media;

/// <summary>
/// The counters of a stream at one moment, in packets where nothing else is said. At any moment <see cref="Received"/> = <see cref="Delivered"/> + <see cref="Dropped"/> +
/// <see cref="Held"/> + <see cref="Duplicates"/> + <see cref="Late"/> + <see cref="Stray"/>, and <see cref="Expected"/> = <see cref="Delivered"/> + <see cref="Dropped"/> +
/// <see cref="Held"/> + <see cref="Late"/> + <see cref="Lost"/> + <see cref="Awaited"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ForkStreamStatistics
{
    /// <summary>All that arrived for this stream.</summary>
    public long Received { get; init; }

    /// <summary>Handed on, in order: to the callback, or to the queue of the reader, and not dropped there.</summary>
    public long Delivered { get; init; }

    /// <summary>Handed on, and dropped before it was read because the queue was full.</summary>
    public long Dropped { get; init; }

    /// <summary>Waiting for a missing one, or for its turn.</summary>
    public long Held { get; init; }

    /// <summary>Arrived before, and dropped.</summary>
    public long Duplicates { get; init; }

    /// <summary>Arrived after they were given up, and dropped.</summary>
    public long Late { get; init; }

    /// <summary>
    /// Dropped because the number is far off (RFC 3550, appendix A.1: 3,000 ahead or 100 behind), or because it is of another source than <see cref="ForkStream.Ssrc"/>. When two
    /// come in sequence, and of another source none of the present one in between, the stream begins anew, with the second. A source that was not there before begins at once
    /// when the present one was silent for 100 ms.
    /// </summary>
    public long Stray { get; init; }

    /// <summary>Given up, and not arrived since.</summary>
    public long Lost { get; init; }

    /// <summary>Missing, and not given up yet.</summary>
    public long Awaited { get; init; }

    /// <summary>How many there must have been: from the lowest number to the highest, over all numberings.</summary>
    public long Expected { get; init; }

    /// <summary>Arrived after one with a higher number, and handed on in order all the same.</summary>
    public long Reordered { get; init; }

    /// <summary>How often the numbers began anew: another source, or a jump.</summary>
    public long Restarts { get; init; }

    /// <summary>The bytes of all that arrived, headers included.</summary>
    public long Bytes { get; init; }

    /// <summary>The interarrival jitter of RFC 3550, section 6.4.1, in ticks of <see cref="ForkStream.ClockRate"/>. Late packets count, duplicates and strays do not.</summary>
    public double JitterTicks { get; init; }

    /// <summary>The same as a time.</summary>
    public TimeSpan Jitter { get; init; }
}
