namespace CallControl.Media.Forks;

/// <summary>Counts datagrams by what became of them. One thread counts; any may read.</summary>
internal sealed class ForkTally
{
    private readonly long[] _counts = new long[(int)ForkOutcome.TooManyStreams + 1];
    private long _socketErrors;

    public long SocketErrors => Volatile.Read(ref _socketErrors);

    public long this[ForkOutcome outcome] => Volatile.Read(ref _counts[(int)outcome]);

    public void Count(ForkOutcome outcome)
    {
        ref var count = ref _counts[(int)outcome];
        Volatile.Write(ref count, count + 1);
    }

    public void CountSocketError() => Volatile.Write(ref _socketErrors, _socketErrors + 1);
}
