namespace CallControl.Benchmarks;

/// <summary>A clock on which every pause is over by the time it is looked at again, so that nobody waits in a measurement.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Add(ref _seconds, 10);
}
