namespace CallControl.Testing.Emulation;

/// <summary>
/// Sends what is made, in order and at once, or with what <see cref="EmulatedMediaFaults"/> ask for. Used under the account's lock.
/// </summary>
internal sealed class FaultyLine<T>(EmulatedMediaFaults faults, Random random, bool canLose, Action<T> send)
{
    private readonly List<(long Number, T Item)> _held = [];
    private long _highest = -1;

    public long Made { get; private set; }

    public long Lost { get; private set; }

    public long Duplicated { get; private set; }

    /// <summary>How many were first sent after one that was made later.</summary>
    public long Reordered { get; private set; }

    private bool IsFaulty => faults.ReorderWithin > 0 || (canLose && (faults.Loss > 0 || faults.Duplicates > 0));

    public void Add(T item)
    {
        var number = Made++;
        if (number == 0 || (_held.Count == 0 && !IsFaulty))
        {
            Send(number, item);
            return;
        }

        // The latest is held back: it may be the last, which goes out untouched.
        if (_held.Count > faults.ReorderWithin)
            SendHeld();
        _held.Add((number, item));
        if (IsFaulty)
            return;
        SendHeld();
    }

    /// <summary>Sends what is held back; the last one as it is.</summary>
    public void Finish()
    {
        if (_held.Count == 0)
            return;
        var (number, last) = _held[^1];
        _held.RemoveAt(_held.Count - 1);
        SendHeld();
        Send(number, last);
    }

    private void SendHeld()
    {
        (long Number, T Item)[] held = [.. _held];
        _held.Clear();
        if (faults.ReorderWithin > 0)
            random.Shuffle(held);
        foreach (var (number, item) in held)
        {
            if (canLose && Happens(faults.Loss))
            {
                Lost++;
                continue;
            }

            Send(number, item);
            if (!canLose || !Happens(faults.Duplicates))
                continue;
            Duplicated++;
            send(item);
        }
    }

    private void Send(long number, T item)
    {
        if (number < _highest)
            Reordered++;
        _highest = Math.Max(_highest, number);
        send(item);
    }

    private bool Happens(double share) => share > 0 && random.NextDouble() < share;
}
