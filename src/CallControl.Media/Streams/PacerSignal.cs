using System.Threading.Tasks.Sources;

namespace CallControl.Media;

/// <summary>What one loop waits on: a time, or to be woken. Nothing is allocated for a wait.</summary>
internal sealed class PacerSignal : IValueTaskSource, IThreadPoolWorkItem, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isWaiting;
    private bool _isSet;
    private ManualResetValueTaskSourceCore<bool> _wait;

    public PacerSignal(TimeProvider time) =>
        _timer = time.CreateTimer(static state => ((PacerSignal)state!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Ends the wait, or the next one.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_isWaiting)
            {
                _isSet = true;
                return;
            }

            _isWaiting = false;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>Waits to be woken, or for a time; may end too early, never too late.</summary>
    /// <param name="limit">How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    public ValueTask WaitAsync(TimeSpan limit)
    {
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return ValueTask.CompletedTask;
            }

            _wait.Reset();
            _isWaiting = true;
        }

        _timer.Change(limit, Timeout.InfiniteTimeSpan);
        return new ValueTask(this, _wait.Version);
    }

    public void Dispose() => _timer.Dispose();

    void IThreadPoolWorkItem.Execute() => _wait.SetResult(true);

    void IValueTaskSource.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);
}
