namespace CallControl.Testing.Emulation;

/// <summary>The timers of one call, all of which end with it. Used under the lock that is given.</summary>
internal sealed class CallTimers(TimeProvider time, Lock gate, Func<bool> isAlive)
{
    /// <summary>What timers can count; a command may ask for longer waits than that.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private readonly List<LockedTimer> _timers = [];

    /// <summary>Runs the action once the delay is over, unless the call is over by then; at once when there is none.</summary>
    public LockedTimer? After(TimeSpan delay, Action action)
    {
        var timer = LockedTimer.Start(time, gate, delay > Longest ? Longest : delay, () =>
        {
            if (isAlive())
                action();
        });
        if (timer is not null)
        {
            _timers.RemoveAll(static old => old.IsOver);
            _timers.Add(timer);
        }

        return timer;
    }

    public void CancelAll()
    {
        foreach (var timer in _timers)
            timer.Cancel();
        _timers.Clear();
    }
}
