namespace CallControl.Media.Forks;

/// <summary>Remembers which of the last numbers have come.</summary>
internal sealed class SequenceHistory
{
    /// <summary>How many numbers, up to the highest, are remembered: more than can be late (RFC 3550's 100) and can wait (128) together.</summary>
    public const int Length = 512;

    private const int WordBits = 64;

    private readonly ulong[] _words = new ulong[Length / WordBits];
    private long _highest;

    /// <summary>Forgets all, and begins below a number.</summary>
    public void Start(long first)
    {
        Array.Clear(_words);
        _highest = first - 1;
    }

    /// <summary>Whether a number, not more than <see cref="Length"/> below the highest, has come.</summary>
    public bool Contains(long number) => number <= _highest && (Word(number) & Bit(number)) != 0;

    /// <summary>Notes that a number has come.</summary>
    public void Add(long number)
    {
        if (number - _highest >= Length)
            Array.Clear(_words);
        else
            Forget(_highest + 1, number - 1);

        _highest = Math.Max(_highest, number);
        Word(number) |= Bit(number);
    }

    private static ulong Bit(long number) => 1UL << (int)(number % WordBits);

    private void Forget(long from, long to)
    {
        for (var number = from; number <= to; number++)
            Word(number) &= ~Bit(number);
    }

    private ref ulong Word(long number) => ref _words[(int)(number / WordBits % _words.Length)];
}
