namespace CallControl.Testing.Emulation;

/// <summary>Hands called legs to the tests that wait for them, each to one, in the order of both.</summary>
internal sealed class CalleeDesk(Type owner)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<EmulatedCallee> _calls = [];
    private readonly LinkedList<(string? To, TaskCompletionSource<EmulatedCallee> Source)> _waiters = [];
    private bool _closed;

    public void Ring(EmulatedCallee callee)
    {
        lock (_gate)
        {
            foreach (var waiter in _waiters.Where(waiter => (waiter.To ?? callee.To) == callee.To).ToArray())
            {
                _waiters.Remove(waiter);
                if (waiter.Source.TrySetResult(callee))
                    return;
            }

            _calls.AddLast(callee);
        }
    }

    /// <summary>Nobody calls any more: whoever waits is told so.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            foreach (var waiter in _waiters)
                waiter.Source.TrySetException(new ObjectDisposedException(owner.Name));
            _waiters.Clear();
        }
    }

    public async Task<EmulatedCallee> WaitAsync(string? to, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var source = new TaskCompletionSource<EmulatedCallee>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            for (var call = _calls.First; call is not null; call = call.Next)
            {
                if ((to ?? call.Value.To) != call.Value.To)
                    continue;
                _calls.Remove(call);
                return call.Value;
            }

            ObjectDisposedException.ThrowIf(_closed, owner);
            _waiters.AddLast((to, source));
        }

        // The source itself is cancelled, so that no call is handed to a wait that was given up.
        var registration = cancellationToken.Register(() => source.TrySetCanceled(cancellationToken));
        await using (registration.ConfigureAwait(false))
            return await source.Task.ConfigureAwait(false);
    }
}
