using System.Globalization;

namespace CallControl.Media;

/// <summary>The marks that have not come back. Thread-safe.</summary>
internal sealed class PendingMarks
{
    private const int MaxPending = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    // Names on the wire of marks that were thrown away: vendors may send them back, or not.
    private readonly HashSet<string> _cleared = new(StringComparer.Ordinal);
    private long _serial;
    private bool _hasEnded;

    /// <summary>A mark is going to be sent.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its name on the wire, which is another one while an earlier mark of that name, thrown away, may still come back; and what becomes of it.</returns>
    /// <exception cref="ArgumentException">One of this name is out.</exception>
    /// <exception cref="InvalidOperationException">Too many are out.</exception>
    public (string WireName, Task<MarkOutcome> Outcome) Add(string name)
    {
        lock (_gate)
        {
            if (_hasEnded)
                return (name, Task.FromResult(MarkOutcome.Ended));

            if (_marks.Count >= MaxPending)
                throw new InvalidOperationException($"{MaxPending} marks have not come back: no more are sent until some have.");

            if (!_names.Add(name))
                throw new ArgumentException("A mark of this name has not come back yet: names must differ.", nameof(name));

            var wireName = name;
            while (_cleared.Contains(wireName) || _marks.ContainsKey(wireName))
                wireName = string.Create(CultureInfo.InvariantCulture, $"{name}~{++_serial}");

            var mark = new Mark(name);
            _marks.Add(wireName, mark);
            return (wireName, mark.Outcome.Task);
        }
    }

    /// <summary>A mark came back.</summary>
    /// <param name="wireName">Its name on the wire.</param>
    /// <returns>Whether it was one of ours.</returns>
    public bool ComeBack(string wireName)
    {
        lock (_gate)
        {
            if (!_marks.Remove(wireName, out var mark))
                return _cleared.Remove(wireName);

            _names.Remove(mark.Name);
            mark.Outcome.SetResult(MarkOutcome.Played);
            return true;
        }
    }

    /// <summary>All that was sent or queued so far is thrown away. Not every vendor says that it sends back the marks in it: nobody waits for that.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            foreach (var (wireName, mark) in _marks)
            {
                if (_cleared.Count >= MaxPending)
                    _cleared.Clear();

                _cleared.Add(wireName);
                mark.Outcome.SetResult(MarkOutcome.Cleared);
            }

            _marks.Clear();
            _names.Clear();
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
            _names.Clear();
        }
    }

    private sealed class Mark(string name)
    {
        public string Name => name;

        public TaskCompletionSource<MarkOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
