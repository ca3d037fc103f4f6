namespace CallControl.Testing.Emulation;

/// <summary>
/// Something that happens once (a latch for all waiters) or repeatedly (each wait consumes one occurrence, past ones included).
/// </summary>
internal sealed class Milestone(string what, bool once = false)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<TaskCompletionSource> _waiters = [];
    private int _unclaimed;
    private bool _reached;
    private bool _closed;

    public bool IsReached
    {
        get
        {
            lock (_gate)
                return _reached;
        }
    }

    public void Raise()
    {
        lock (_gate)
        {
            _reached = true;
            if (!once)
                _unclaimed++;
            while (_waiters.First is { } waiter && (once || _unclaimed > 0))
            {
                _waiters.RemoveFirst();
                if (waiter.Value.TrySetResult() && !once)
                    _unclaimed--;
            }
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var waiter in _waiters)
                waiter.TrySetException(NeverAgain());
            _waiters.Clear();
        }
    }

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled(cancellationToken);
        var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (once && _reached)
                return Task.CompletedTask;
            if (_unclaimed > 0)
            {
                _unclaimed--;
                return Task.CompletedTask;
            }

            if (_closed)
                return Task.FromException(NeverAgain());
            _waiters.AddLast(waiter);
        }

        return cancellationToken.CanBeCanceled ? CancellableAsync(waiter, cancellationToken) : waiter.Task;
    }

    private static async Task CancellableAsync(TaskCompletionSource waiter, CancellationToken cancellationToken)
    {
        // The source itself is cancelled, so that an occurrence is never handed to a wait that was given up.
        var registration = cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken));
        await using (registration.ConfigureAwait(false))
            await waiter.Task.ConfigureAwait(false);
    }

    private InvalidOperationException NeverAgain() => new($"The call is over and never {what}.");
}
