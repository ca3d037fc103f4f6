using System.Collections.Concurrent;

namespace CallControl.EndToEnd.Tests;

/// <summary>Keeps what happened, in order, and lets a test wait for something.</summary>
internal sealed class Journal<T>
    where T : class
{
    private readonly ConcurrentQueue<T> _entries = new();
    private readonly ConcurrentDictionary<Waiter, bool> _waiters = new();

    public IReadOnlyList<T> All => [.. _entries];

    public void Add(T entry)
    {
        _entries.Enqueue(entry);
        foreach (var waiter in _waiters.Keys)
            waiter.Offer(entry);
    }

    /// <summary>The first entry that is wanted, also when it was there before.</summary>
    public async Task<T> WaitForAsync(Func<T, bool> isWanted)
    {
        var waiter = new Waiter(isWanted);
        _waiters.TryAdd(waiter, true);
        foreach (var entry in _entries)
            waiter.Offer(entry);

        try
        {
            return await waiter.Found.WaitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _waiters.TryRemove(waiter, out _);
        }
    }

    private sealed class Waiter(Func<T, bool> isWanted)
    {
        private readonly TaskCompletionSource<T> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Found => _found.Task;

        public void Offer(T entry)
        {
            if (isWanted(entry))
                _found.TrySetResult(entry);
        }
    }
}
