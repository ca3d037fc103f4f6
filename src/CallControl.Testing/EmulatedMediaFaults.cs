namespace CallControl.Testing;

/// <summary>
/// Misbehaviour on request: what an emulated vendor does to the media it sends. Everything may be set at any time from any thread, and
/// holds for what is sent from then on. The same seed brings the same faults.
/// </summary>
/// <remarks>
/// The first and the last packet of a fork are neither lost nor copied nor moved, so that a receiver can know what it misses. While any
/// fault is set, the latest packet is held back until the next one is made or the fork stops.
/// </remarks>
public sealed class EmulatedMediaFaults
{
    private readonly Lock _gate = new();

    internal EmulatedMediaFaults()
    {
    }

    /// <summary>The share of a fork's packets that is not sent, 0 to 1. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 0 to 1.</exception>
    public double Loss
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            CheckShare(value);
            lock (_gate)
                field = value;
        }
    }

    /// <summary>The share of a fork's packets, of those not lost, that is sent twice in a row, 0 to 1. Default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 0 to 1.</exception>
    public double Duplicates
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            CheckShare(value);
            lock (_gate)
                field = value;
        }
    }

    /// <summary>
    /// By how many places at most a fork's packet or a stream's media message may be moved, 0 to 1,000: as many as that and one more
    /// are gathered and sent in any order. Default 0: all are sent in order. Other messages of a stream may overtake its media.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not within 0 to 1,000.</exception>
    public int ReorderWithin
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 0);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1000);
            lock (_gate)
                field = value;
        }
    }

    /// <summary>Puts every setting back to its default.</summary>
    public void Reset() => (Loss, Duplicates, ReorderWithin) = (0, 0, 0);

    private static void CheckShare(double value)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies within 0 and 1.");
    }
}
