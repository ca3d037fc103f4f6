namespace CallControl.Media.Forks;

/// <summary>Counts the packets of all streams that wait to be put in order: each has a whole buffer.</summary>
/// <param name="capacity">How many there may be.</param>
internal sealed class HeldPackets(int capacity)
{
    private int _count;

    /// <summary>Counts one more.</summary>
    /// <returns>False when that is one too many: it was counted, and its stream has to let go of what it holds.</returns>
    public bool Add() => Interlocked.Increment(ref _count) <= capacity;

    /// <summary>Counts one less.</summary>
    public void Remove() => Interlocked.Decrement(ref _count);
}
