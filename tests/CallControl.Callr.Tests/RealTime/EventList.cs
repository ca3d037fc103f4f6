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

    public async Task<TEvent> WaitForAsync<TEvent>(CallId? call = null)
        where TEvent : CallEvent =>
        (TEvent)await _events.WaitForAsync(callEvent => callEvent is TEvent && (call is null || callEvent.Call == call)).Soon();

    /// <summary>Waits for the end of a call: all its events, which come in order.</summary>
    public async Task<IReadOnlyList<CallEvent>> OfAsync(CallId call)
    {
        await _events.WaitForAsync(callEvent => callEvent is CallEnded && callEvent.Call == call).Soon();
        return [.. All.Where(callEvent => callEvent.Call == call)];
    }
}
