using System.Collections.Concurrent;

namespace CallControl.EndToEnd.Tests;

/// <summary>Keeps every event that the application saw, and lets a test wait for one.</summary>
internal sealed class EventRecorder : ICallEventObserver
{
    private readonly ConcurrentQueue<CallEvent> _events = new();
    private readonly ConcurrentDictionary<Waiter, bool> _waiters = new();

    public IReadOnlyList<CallEvent> All => [.. _events];

    public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
    {
        _events.Enqueue(callEvent);
        foreach (var waiter in _waiters.Keys)
            waiter.Offer(callEvent);

        return ValueTask.CompletedTask;
    }

    public async Task<TEvent> WaitForAsync<TEvent>(Func<TEvent, bool>? wanted = null)
        where TEvent : CallEvent
    {
        var waiter = new Waiter(callEvent => callEvent is TEvent typed && (wanted is null || wanted(typed)));
        _waiters.TryAdd(waiter, true);
        foreach (var callEvent in _events)
            waiter.Offer(callEvent);

        try
        {
            return (TEvent)await waiter.Found.WaitAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _waiters.TryRemove(waiter, out _);
        }
    }

    private sealed class Waiter(Func<CallEvent, bool> isWanted)
    {
        private readonly TaskCompletionSource<CallEvent> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<CallEvent> Found => _found.Task;

        public void Offer(CallEvent callEvent)
        {
            if (isWanted(callEvent))
                _found.TrySetResult(callEvent);
        }
    }
}
