namespace CallControl.Testing.Emulation;

/// <summary>What the application sent on a stream and is not yet played, with the marks between it. Used under the account's lock.</summary>
internal sealed class PlayOut(Action<string> reached)
{
    /// <summary>The most that waits: ten minutes.</summary>
    private const long MaxSamples = 600L * LegAudio.SampleRate;

    private readonly SampleQueue _samples = new();
    private readonly Queue<(long Position, string Name)> _marks = new();
    private long _queued;

    /// <summary>Queues a sound; false when there is no more room.</summary>
    public bool TryAdd(ReadOnlySpan<short> samples)
    {
        if (_samples.Count + samples.Length > MaxSamples)
            return false;
        _samples.Add(samples);
        _queued += samples.Length;
        return true;
    }

    /// <summary>Queues a mark, which is reached when what is queued before it has been played: at once if nothing is.</summary>
    public void Mark(string name)
    {
        _marks.Enqueue((_queued, name));
        Reach();
    }

    /// <summary>Forgets what is queued, and reaches every mark.</summary>
    public void Clear()
    {
        _samples.Clear();
        Reach();
    }

    /// <summary>Plays what there is, up to the room.</summary>
    public int Take(Span<short> room)
    {
        var taken = _samples.Take(room);
        Reach();
        return taken;
    }

    private void Reach()
    {
        var played = _queued - _samples.Count;
        while (_marks.TryPeek(out var mark) && mark.Position <= played)
            reached(_marks.Dequeue().Name);
    }
}
