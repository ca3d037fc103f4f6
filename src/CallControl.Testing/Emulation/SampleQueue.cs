namespace CallControl.Testing.Emulation;

/// <summary>Samples that wait to be heard, in order.</summary>
internal sealed class SampleQueue
{
    private readonly Queue<short[]> _pieces = new();
    private int _taken;

    public long Count { get; private set; }

    public void Add(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
            return;
        _pieces.Enqueue(samples.ToArray());
        Count += samples.Length;
    }

    /// <summary>Moves as many samples as there are and fit; the rest of the room is left alone.</summary>
    public int Take(Span<short> room)
    {
        var moved = 0;
        while (moved < room.Length && _pieces.TryPeek(out var piece))
        {
            var length = Math.Min(piece.Length - _taken, room.Length - moved);
            piece.AsSpan(_taken, length).CopyTo(room[moved..]);
            moved += length;
            _taken += length;
            if (_taken < piece.Length)
                continue;
            _pieces.Dequeue();
            _taken = 0;
        }

        Count -= moved;
        return moved;
    }

    public void Clear()
    {
        _pieces.Clear();
        _taken = 0;
        Count = 0;
    }
}
