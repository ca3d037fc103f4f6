namespace CallControl.Testing.Emulation;

/// <summary>Counts work in hand and tells when there is none.</summary>
internal sealed class IdleTracker
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = NewSource(done: true);
    private int _inHand;

    public bool IsIdle
    {
        get
        {
            lock (_gate)
                return _inHand == 0;
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            if (_inHand++ == 0)
                _idle = NewSource(done: false);
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_inHand == 0)
                _idle.SetResult();
        }
    }

    public Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _idle.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource NewSource(bool done)
    {
        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (done)
            source.SetResult();
        return source;
    }
}
