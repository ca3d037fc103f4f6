namespace CallControl.Callr.Tests.RealTime;

/// <summary>Keeps what the application was told, and lets a test wait for an event.</summary>
internal sealed class EventList : ICallEventObserver
{
    private readonly EndToEnd.Tests.Journal<CallEvent> _events = new();

    public IReadOnlyList<CallEvent> All => _events.All;

    public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
    {
        _events.Add(callEvent);
        return ValueTask.CompletedTask;
    }

    public async Task<TEvent> WaitForAsync<TEvent>()
        where TEvent : CallEvent =>
        (TEvent)await _events.WaitForAsync(callEvent => callEvent is TEvent);
}
