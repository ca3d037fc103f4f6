namespace CallControl.Media;

/// <summary>The marks that have not come back. Thread-safe.</summary>
internal sealed class PendingMarks
{
    private const int MaxPending = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private bool _hasEnded;

    /// <exception cref="ArgumentException">One of this name is out.</exception>
    /// <exception cref="InvalidOperationException">Too many are out.</exception>
    public Task<MarkOutcome> Add(string name)
    {
        lock (_gate)
        {
            if (_hasEnded)
                return Task.FromResult(MarkOutcome.Ended);

            if (_marks.Count >= MaxPending)
                throw new InvalidOperationException($"{MaxPending} marks have not come back: no more are sent until some have.");

            var mark = new Mark();
            return _marks.TryAdd(name, mark)
                ? mark.Outcome.Task
                : throw new ArgumentException("A mark of this name has not come back yet: names must differ.", nameof(name));
        }
    }

    /// <summary>A mark came back.</summary>
    /// <returns>Whether it was one of ours.</returns>
    public bool ComeBack(string name)
    {
        lock (_gate)
        {
            if (!_marks.Remove(name, out var mark))
                return false;

            mark.Outcome.SetResult(mark.IsCleared ? MarkOutcome.Cleared : MarkOutcome.Played);
            return true;
        }
    }

    /// <summary>A mark was thrown away before it was sent.</summary>
    public void Drop(string name)
    {
        lock (_gate)
        {
            if (_marks.Remove(name, out var mark))
                mark.Outcome.SetResult(MarkOutcome.Cleared);
        }
    }

    /// <summary>The vendor is told to throw away what it has: marks that come back from now on had audio before them that was not played.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var mark in _marks.Values)
                mark.IsCleared = true;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            foreach (var mark in _marks.Values)
                mark.Outcome.SetResult(MarkOutcome.Ended);

            _marks.Clear();
        }
    }

    private sealed class Mark
    {
        public TaskCompletionSource<MarkOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsCleared { get; set; }
    }
}
