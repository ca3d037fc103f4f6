namespace CallControl.Media.Buffers;

/// <summary>
/// Puts numbered items in order: those that come too early wait for those before them, up to a number of places. Numbers do not wrap, and are not negative.
/// Not thread-safe.
/// </summary>
/// <param name="places">How many numbers, the next one included, can be kept; at least 1.</param>
internal sealed class ReorderWindow<T>(int places)
{
    private readonly (bool IsHeld, T Item)[] _slots = new (bool, T)[places];
    private long _missing;

    /// <summary>The number that is due.</summary>
    public long Next { get; private set; }

    /// <summary>How many items wait.</summary>
    public int Held { get; private set; }

    /// <summary>How many numbers can be kept.</summary>
    public int Places => places;

    /// <summary>Begins, or begins anew, with a number. Nothing must wait.</summary>
    public void Start(long next) => (Next, _missing) = (next, 0);

    /// <summary>Whether an item with this number waits.</summary>
    public bool Holds(long number) => number >= Next && number - Next < places && Slot(number).IsHeld;

    /// <summary>Looks at the item with a number, which stays.</summary>
    public bool TryPeek(long number, out T item)
    {
        var holds = Holds(number);
        item = holds ? Slot(number).Item : default!;
        return holds;
    }

    /// <summary>Lets the item with a number pass, without keeping it, when it is due and none waits.</summary>
    /// <param name="number">The number.</param>
    /// <param name="missing">How many numbers right before it were given up.</param>
    public bool TryPass(long number, out long missing)
    {
        if (number != Next || Held > 0)
        {
            missing = 0;
            return false;
        }

        (missing, _missing) = (_missing, 0);
        Next++;
        return true;
    }

    /// <summary>Takes an item that is not behind and fits: below <see cref="Next"/> + <see cref="Places"/>.</summary>
    /// <returns>False when one with this number waits already.</returns>
    public bool TryAdd(long number, in T item)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, Next);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Next + places);
        ref var slot = ref Slot(number);
        if (slot.IsHeld)
            return false;

        slot = (true, item);
        Held++;
        return true;
    }

    /// <summary>The item that is due, if it is there.</summary>
    /// <param name="item">The item.</param>
    /// <param name="missing">How many numbers right before it were given up.</param>
    public bool TryTake(out T item, out long missing)
    {
        ref var slot = ref Slot(Next);
        if (!slot.IsHeld)
        {
            (item, missing) = (default!, 0);
            return false;
        }

        (item, missing) = (slot.Item, _missing);
        (slot, _missing) = (default, 0);
        Next++;
        Held--;
        return true;
    }

    /// <summary>The earliest item before a number, whatever is missing before it; when there is none, all up to that number is given up.</summary>
    /// <param name="limit">The number; <see cref="long.MaxValue"/> for the earliest item at all, and nothing is given up when there is none.</param>
    /// <param name="item">The item.</param>
    /// <param name="missing">How many numbers right before it were given up.</param>
    public bool TryTakeBefore(long limit, out T item, out long missing)
    {
        for (var i = 0; Held > 0 && i < places && Next < limit; i++)
        {
            if (TryTake(out item, out missing))
                return true;

            Next++;
            _missing++;
        }

        if (limit != long.MaxValue && Next < limit)
        {
            _missing += limit - Next;
            Next = limit;
        }

        (item, missing) = (default!, 0);
        return false;
    }

    private ref (bool IsHeld, T Item) Slot(long number) => ref _slots[(int)((ulong)number % (ulong)places)];
}
