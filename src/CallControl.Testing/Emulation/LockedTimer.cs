namespace CallControl.Testing.Emulation;

/// <summary>
/// A one-shot timer whose action runs under a lock. Start and cancel it under the same lock: then a cancelled action never runs, and
/// a running one is never cancelled half-way.
/// </summary>
internal sealed class LockedTimer
{
    private readonly Lock _gate;
    private readonly Action _action;
    private readonly ITimer _timer;
    private bool _over;

    private LockedTimer(TimeProvider time, Lock gate, TimeSpan delay, Action action)
    {
        _gate = gate;
        _action = action;
        _timer = time.CreateTimer(static state => ((LockedTimer)state!).Fire(), this, delay, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether it has fired or was cancelled.</summary>
    public bool IsOver => _over;

    /// <summary>Runs the action after the delay; at once, before it returns, when there is none.</summary>
    public static LockedTimer? Start(TimeProvider time, Lock gate, TimeSpan delay, Action action)
    {
        if (delay > TimeSpan.Zero)
            return new LockedTimer(time, gate, delay, action);
        action();
        return null;
    }

    public void Cancel()
    {
        _over = true;
        _timer.Dispose();
    }

    private void Fire()
    {
        lock (_gate)
        {
            if (_over)
                return;
            Cancel();
            _action();
        }
    }
}
