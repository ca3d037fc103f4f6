namespace CallControl.Media.Forks;

/// <summary>The jitter of RFC 3550, section 6.4.1, in ticks of the codec's clock; kept with its fractions. Not thread-safe.</summary>
internal sealed class InterarrivalJitter(long timestampFrequency)
{
    // The gain of RFC 3550.
    private const double Gain = 1.0 / 16;

    private long _arrived;
    private uint _timestamp;
    private bool _isStarted;

    public double Ticks { get; private set; }

    public void Reset() => (_isStarted, Ticks) = (false, 0);

    /// <summary>Takes the next packet to arrive.</summary>
    public void Add(long arrived, uint timestamp, int clockRate)
    {
        if (_isStarted)
        {
            var difference = ((double)(arrived - _arrived) * clockRate / timestampFrequency) - (int)(timestamp - _timestamp);
            Ticks += (Math.Abs(difference) - Ticks) * Gain;
        }

        (_arrived, _timestamp, _isStarted) = (arrived, timestamp, true);
    }
}
