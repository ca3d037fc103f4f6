using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CallControl.Providers;

/// <summary>Knows the live calls of this process and brings each event to its call.</summary>
/// <remarks>See <see cref="CallSession"/> for what happens to an event there. Everything in here is bounded by <see cref="CallControlOptions"/>.</remarks>
internal sealed class CallHub : ICallEventSink, IOperationRegistry, IFlowMonitor, ICalls, IDisposable
{
    private static readonly TimeSpan SweepInterval = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<CallKey, CallSession> _sessions = new();
    private readonly ConcurrentQueue<(CallSession Session, long EndedAt)> _endedCalls = new();
    private readonly IServiceProvider _services;
    private readonly IDuplicateStore _duplicates;
    private readonly Lazy<ICallEventObserver[]> _observers;
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly ITimer _sweep;
    private int _pendingEvents;
    private int _count;
    private int _isDisposed;

    public CallHub(
        IServiceProvider services,
        IOptions<CallControlOptions> options,
        IDuplicateStore duplicates,
        FlowRunner flows,
        TimeProvider time,
        ILogger<CallHub> logger)
    {
        _services = services;
        _duplicates = duplicates;

        // Asked for with the first event, not here: an observer may well want what this class provides.
        _observers = new Lazy<ICallEventObserver[]>(() => [.. services.GetServices<ICallEventObserver>()]);
        Options = options.Value;
        Flows = flows;
        Time = time;
        Logger = logger;
        Metrics = new HubMetrics(() => Count);
        _stopped = _stopping.Token;
        _sweep = time.CreateTimer(static hub => ((CallHub)hub!).Sweep(), this, SweepInterval, SweepInterval);
    }

    public CallControlOptions Options { get; }

    public FlowRunner Flows { get; }

    public TimeProvider Time { get; }

    public ILogger Logger { get; }

    public HubMetrics Metrics { get; }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Events that were taken and are not handled yet, those that wait for an earlier one included.</summary>
    public int PendingEvents => Volatile.Read(ref _pendingEvents);

    public async ValueTask<EventReceipt> AcceptAsync(CallEvent callEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(callEvent);
        var key = new CallKey(callEvent.Provider, callEvent.Call);
        if (!TryReserve(key))
        {
            Metrics.Refused(key.Provider);
            Log.RefusedEvent(Logger, key.Provider, callEvent.Name, key.Call);
            return EventReceipt.Busy;
        }

        // Only an event that there is room for is marked as seen: one that is sent back must be welcome when it returns.
        var isNew = false;
        try
        {
            isNew = callEvent.Id is not { } id || await _duplicates.TryAddAsync(key.Provider, id, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (!isNew)
                OnHandled();
        }

        if (!isNew)
        {
            Metrics.Duplicate(key.Provider);
            Log.DuplicateEvent(Logger, key.Provider, callEvent.Name, key.Call);
            return EventReceipt.Duplicate;
        }

        if (callEvent is UnknownCallEvent { Problem: { } problem })
            Log.UnreadableEvent(Logger, key.Provider, problem, callEvent.Name, key.Call);

        Metrics.Taken(key.Provider);
        while (!GetSession(key).TryPost(callEvent))
        {
            // The session was retired in between; the next one will not be.
        }

        return EventReceipt.Accepted;
    }

    public PendingOperation<TResult> Register<TResult>(
        string provider,
        CallId call,
        OperationId id,
        TimeSpan deadline,
        Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe,
        bool lingers = false)
        where TResult : class
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(deadline, TimeSpan.Zero);
        ArgumentNullException.ThrowIfNull(observe);
        PendingOperation<TResult>? operation;
        do
        {
            operation = GetBoundedSession(new CallKey(provider, call)).TryRegister(id, deadline, observe, lingers);
        }
        while (operation is null);
        return operation;
    }

    public IReadOnlyList<PendingOperation> Pending(string provider, CallId call) =>
        _sessions.TryGetValue(new CallKey(provider, call), out var session) ? session.Pending() : [];

    public Task<Call> DialAsync(DialRequest request, CancellationToken cancellationToken = default) =>
        DialAsync(_services.GetRequiredService<ICallControl>(), request, cancellationToken);

    public Task<Call> DialAsync(string provider, DialRequest request, CancellationToken cancellationToken = default) =>
        DialAsync(ControlOf(provider), request, cancellationToken);

    public Call Get(string provider, CallId call)
    {
        ArgumentException.ThrowIfNullOrEmpty(provider);
        ArgumentOutOfRangeException.ThrowIfEqual(call, default);
        var control = ControlOf(provider);
        Call? found;
        do
        {
            found = GetBoundedSession(new CallKey(provider, call)).TryGetCall(control);
        }
        while (found is null);
        return found;
    }

    public CancellationToken FlowsEnded => Flows.Ended;

    public bool HasFlowReturned(string provider, CallId call) => _sessions.TryGetValue(new CallKey(provider, call), out var session) && session.HasFlowReturned;

    public bool Knows(string provider, CallId call) => _sessions.ContainsKey(new CallKey(provider, call));

    public ICallControl ControlOf(string provider) =>
        _services.GetKeyedService<ICallControl>(provider)
        ?? throw new InvalidOperationException($"No provider is registered under the name '{provider}'.");

    public async Task TellObserversAsync(CallEvent callEvent)
    {
        foreach (var observer in _observers.Value)
        {
            try
            {
                await observer.HandleAsync(callEvent, _stopped).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Log.EventObserverFailed(Logger, exception, callEvent.Provider, observer.GetType().Name, callEvent.Name, callEvent.Call);
            }
        }
    }

    public void OnHandled() => Interlocked.Decrement(ref _pendingEvents);

    public void OnEnded(CallSession session) => _endedCalls.Enqueue((session, Time.GetTimestamp()));

    public void Remove(CallSession session)
    {
        if (_sessions.TryRemove(KeyValuePair.Create(session.Key, session)))
            Interlocked.Decrement(ref _count);
    }

    // The container disposes it once for each of its interfaces that was asked for.
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
            return;

        _sweep.Dispose();
        _stopping.Cancel();
        _stopping.Dispose();
        Metrics.Dispose();
    }

    private async Task<Call> DialAsync(ICallControl control, DialRequest request, CancellationToken cancellationToken) =>
        Get(control.Provider.Name, await control.DialAsync(request, cancellationToken).ConfigureAwait(false));

    private bool TryReserve(CallKey key)
    {
        if (Count >= Options.MaxCalls && !_sessions.ContainsKey(key))
            return false;

        if (Interlocked.Increment(ref _pendingEvents) <= Options.MaxPendingEvents)
            return true;

        OnHandled();
        return false;
    }

    // Events are refused before they come this far; what the application asks for is refused here.
    private CallSession GetBoundedSession(CallKey key)
    {
        if (Count < Options.MaxCalls || _sessions.ContainsKey(key))
            return GetSession(key);

        throw new CommandRejectedException(
            $"{Options.MaxCalls} calls are known; the call {key.Call} is not, and no more are taken ({nameof(CallControlOptions.MaxCalls)}).",
            new ErrorContext { Provider = key.Provider, Call = key.Call, Effect = CommandEffect.NotSent });
    }

    private CallSession GetSession(CallKey key)
    {
        if (_sessions.TryGetValue(key, out var known))
            return known;

        var added = new CallSession(this, key);
        var session = _sessions.GetOrAdd(key, added);
        if (ReferenceEquals(session, added))
            Interlocked.Increment(ref _count);

        return session;
    }

    private void Sweep()
    {
        while (_endedCalls.TryPeek(out var ended) && Time.GetElapsedTime(ended.EndedAt) >= Options.EndedCallMemory)
        {
            if (_endedCalls.TryDequeue(out ended))
                Remove(ended.Session);
        }

        foreach (var (key, session) in _sessions)
        {
            var silence = Time.GetElapsedTime(session.LastActivity);
            if (!key.IsAccount && !session.HasEnded && silence >= Options.CallIdleLimit)
                GiveUp(session, silence);
        }
    }

    private void GiveUp(CallSession session, TimeSpan silence)
    {
        var (provider, call) = session.Key;
        Log.CallLost(Logger, provider, call, silence);
        Interlocked.Increment(ref _pendingEvents);
        var ended = new CallEnded { Provider = provider, Call = call, Name = "", Cause = HangupCause.Lost, ReceivedAt = Time.GetUtcNow() };
        if (!session.TryPost(ended))
            OnHandled();
    }
}
