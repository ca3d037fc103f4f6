namespace CallControl.EndToEnd.Tests;

/// <summary>Keeps every event that the application saw, and lets a test wait for one.</summary>
internal sealed class EventRecorder : ICallEventObserver
{
    private readonly Journal<CallEvent> _events = new();

    public IReadOnlyList<CallEvent> All => _events.All;

    public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
    {
        _events.Add(callEvent);
        return ValueTask.CompletedTask;
    }

    public async Task<TEvent> WaitForAsync<TEvent>(Func<TEvent, bool>? wanted = null)
        where TEvent : CallEvent =>
        (TEvent)await _events.WaitForAsync(callEvent => callEvent is TEvent typed && (wanted is null || wanted(typed)));
}
