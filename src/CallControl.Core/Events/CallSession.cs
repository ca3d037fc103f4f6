using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace CallControl.Providers;

/// <summary>One call: its mailbox, its state, its pending operations and the readers of its events.</summary>
/// <remarks>
/// Events are handled one at a time, in order, on the thread pool; while none waits, nothing runs. All state is behind one lock, which is
/// held for one event only and never across user code, loggers and meter listeners apart. The file is long because of that lock: what it
/// guards stays in one place.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A cancellation source without a timer holds nothing that needs disposing.")]
internal sealed class CallSession : IThreadPoolWorkItem
{
    private const int MostLingering = 16;

    // How far the clocks of a vendor's machines may be apart.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(1);

    private readonly CallHub _hub;
    private readonly Lock _gate = new();
    private readonly Queue<CallEvent> _inbox = new(1);
    private readonly Queue<CallEvent> _backlog = new(4);
    private readonly TaskCompletionSource<CallEnded> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private OrderedDictionary<OperationId, PendingOperation>? _operations;
    private List<PendingOperation>? _lingering;
    private List<Channel<CallEvent>>? _readers;
    private SequenceWindow? _window;
    private ITimer? _windowTimer;
    private CancellationTokenSource? _endedSource;
    private Call? _call;
    private bool _isDraining;
    private bool _hasEnded;
    private bool _isWanted;
    private bool _isRetired;
    private bool _hasReportedDrop;
    private volatile bool _hasFlowReturned;
    private long _lastActivity;
    private DateTimeOffset _latest;

    public CallSession(CallHub hub, CallKey key)
    {
        _hub = hub;
        Key = key;
        _lastActivity = hub.Time.GetTimestamp();
    }

    public CallKey Key { get; }

    public TimeProvider Time => _hub.Time;

    /// <summary>The provider account of the call.</summary>
    public ICallControl Control => _hub.ControlOf(Key.Provider);

    public Task<CallEnded> Ended => _ended.Task;

    public CallIncoming? Incoming { get; private set; }

    public CallParty From { get; private set; }

    public CallParty To { get; private set; }

    public bool IsAnswered { get; private set; }

    public bool HasEnded => Volatile.Read(ref _hasEnded);

    public bool HasFlowReturned
    {
        get => _hasFlowReturned;
        set => _hasFlowReturned = value;
    }

    public long LastActivity => Volatile.Read(ref _lastActivity);

    public CancellationToken EndedToken
    {
        get
        {
            lock (_gate)
            {
                if (_endedSource is null)
                {
                    _endedSource = new CancellationTokenSource();
                    if (_hasEnded)
                        _endedSource.Cancel();
                }

                return _endedSource.Token;
            }
        }
    }

    /// <summary>The call as its user sees it; from now on the session is kept until it ends. Null when the session is retired.</summary>
    public Call? TryGetCall(ICallControl control)
    {
        lock (_gate)
        {
            if (_isRetired)
                return null;

            _isWanted = true;
            return _call ??= new Call(this, control, _hub.Logger);
        }
    }

    /// <summary>Puts an event into the mailbox; false when the session is retired.</summary>
    public bool TryPost(CallEvent callEvent)
    {
        lock (_gate)
        {
            if (_isRetired)
                return false;

            _isWanted = true;
            _lastActivity = _hub.Time.GetTimestamp();
            _inbox.Enqueue(callEvent);
            Schedule();
            return true;
        }
    }

    public void Execute() => _ = DrainAsync();

    /// <summary>Registers an operation; null when the session is retired.</summary>
    public PendingOperation<TResult>? TryRegister<TResult>(
        OperationId id, TimeSpan deadline, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe, bool lingers)
        where TResult : class
    {
        var operation = new PendingOperation<TResult>(this, id, observe, lingers);
        lock (_gate)
        {
            if (_isRetired)
                return null;

            if (_hasEnded)
                throw new CallEndedException($"The call {Key.Call} is over.", Context(id));

            _operations ??= [];
            var pending = _operations.Count - (_lingering?.Count ?? 0);
            if (pending >= _hub.Options.MaxOperationsPerCall)
            {
                throw new CommandRejectedException(
                    $"{pending} operations are pending on the call {Key.Call}; more are not taken ({nameof(CallControlOptions.MaxOperationsPerCall)}).",
                    Context(id));
            }

            if (_latest != default)
                operation.NotBefore = _latest - ClockTolerance;

            if (!_operations.TryAdd(id, operation))
                throw new ArgumentException($"An operation named {id} is pending on the call {Key.Call} already.", nameof(id));
        }

        _hub.Metrics.OperationStarted(Key.Provider);
        operation.ExpectEndWithin(deadline);
        return operation;
    }

    public IReadOnlyList<PendingOperation> Pending()
    {
        lock (_gate)
        {
            if (_operations is null or { Count: 0 })
                return [];

            if (_lingering is null or { Count: 0 })
                return [.. _operations.Values];

            return [.. _operations.Values.Where(operation => !operation.HasEnded)];
        }
    }

    /// <summary>Takes note of an operation's end.</summary>
    /// <param name="operation">Has ended.</param>
    /// <param name="stays">Whether events are shown to it all the same.</param>
    public void Forget(PendingOperation operation, bool stays)
    {
        lock (_gate)
        {
            if (stays && !_hasEnded)
                Linger(operation);
            else
                _operations?.Remove(operation.Id);

            // Nobody ever saw this call: its only command failed, perhaps because there is no such call. Not worth remembering.
            _isRetired = !_isWanted && _operations is null or { Count: 0 };
        }

        _hub.Metrics.OperationEnded(Key.Provider);
        if (_isRetired)
            _hub.Remove(this);
    }

    /// <summary>Shows an operation that has ended no more events.</summary>
    public void LetGo(PendingOperation operation)
    {
        lock (_gate)
        {
            if (_lingering?.Remove(operation) == true)
                _operations!.Remove(operation.Id);
        }
    }

    public async IAsyncEnumerable<CallEvent> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = Subscribe();
        try
        {
            await foreach (var callEvent in reader.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                yield return callEvent;
        }
        finally
        {
            lock (_gate)
                _readers?.Remove(reader);
        }
    }

    private Channel<CallEvent> Subscribe()
    {
        var channel = Channel.CreateBounded<CallEvent>(
            new BoundedChannelOptions(_hub.Options.EventBuffer) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true }, OnDropped);
        lock (_gate)
        {
            foreach (var callEvent in _backlog)
                channel.Writer.TryWrite(callEvent);

            if (_hasEnded)
                channel.Writer.Complete();
            else
                (_readers ??= []).Add(channel);
        }

        return channel;
    }

    private async Task DrainAsync()
    {
        var ready = new Queue<CallEvent>();
        while (true)
        {
            long missing;
            lock (_gate)
            {
                missing = Sort(ready);
                if (ready.Count == 0)
                {
                    _isDraining = false;
                    return;
                }
            }

            if (missing > 0)
            {
                _hub.Metrics.Missing(Key.Provider, missing);
                Log.MissingEvents(_hub.Logger, Key.Provider, missing, Key.Call);
            }

            while (ready.TryDequeue(out var callEvent))
            {
                try
                {
                    await HandleAsync(callEvent).ConfigureAwait(false);
                }
                catch (Exception exception)
                {
                    // Whatever it is must not stop the mailbox: the call's later events, its end above all, still count.
                    Log.EventFailed(_hub.Logger, exception, Key.Provider, callEvent.Name, Key.Call);
                }

                _hub.OnHandled();
            }
        }
    }

    private async Task HandleAsync(CallEvent callEvent)
    {
        CallEvent handled;
        bool isLate;
        Exception? fault = null;
        lock (_gate)
        {
            isLate = _hasEnded;
            handled = isLate ? callEvent : Apply(callEvent, ref fault);
        }

        if (fault is not null)
            Log.EventFailed(_hub.Logger, fault, Key.Provider, callEvent.Name, Key.Call);

        if (isLate)
        {
            _hub.Metrics.Late(Key.Provider);
            Log.LateEvent(_hub.Logger, Key.Provider, callEvent.Name, Key.Call);
        }
        else if (handled is CallEnded && !Key.IsAccount)
        {
            _hub.OnEnded(this);
            _ = CancelEndedTokenAsync();
        }
        else if (handled is CallIncoming incoming && ReferenceEquals(incoming, Incoming))
        {
            _hub.Flows.Start(this);
        }

        await _hub.TellObserversAsync(handled).ConfigureAwait(false);
    }

    // Under the gate: yields the events whose turn has come, and how many numbers were given up as missing.
    private long Sort(Queue<CallEvent> ready)
    {
        var missing = 0L;
        while (_inbox.TryDequeue(out var callEvent))
        {
            if (callEvent.Sequence is null)
                ready.Enqueue(callEvent);
            else
                missing += Window().Offer(callEvent, ready);
        }

        missing += _window?.GiveUp(ready) ?? 0;
        ArmWindow();
        return missing;
    }

    private SequenceWindow Window() => _window ??= new SequenceWindow(_hub.Options.ReorderCapacity, _hub.Options.ReorderWindow, _hub.Time);

    // Under the gate: a timer runs exactly while events wait for an earlier one. It may be early for those that wait now, not late.
    private void ArmWindow()
    {
        if (_window?.Remaining is not { } wait)
        {
            _windowTimer?.Dispose();
            _windowTimer = null;
        }
        else if (_windowTimer is null)
        {
            _windowTimer = _hub.Time.CreateTimer(
                static state => ((CallSession)state!).OnWindowOver(), this, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void OnWindowOver()
    {
        lock (_gate)
        {
            if (_windowTimer is null)
                return;

            _windowTimer.Dispose();
            _windowTimer = null;
            Schedule();
        }
    }

    // Under the gate.
    private void Schedule()
    {
        if (_isDraining)
            return;

        _isDraining = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    // Under the gate.
    private CallEvent Apply(CallEvent callEvent, ref Exception? fault)
    {
        // What concerns the account rather than a call changes the state of nothing.
        if (Key.IsAccount)
            return callEvent;

        callEvent = Correlate(callEvent, ref fault);

        // What is dated ahead of its arrival comes from a clock that is wrong, and must not keep out what happens next.
        var known = callEvent.ReceivedAt < callEvent.OccurredAt ? callEvent.ReceivedAt : callEvent.OccurredAt;
        if (known > _latest)
            _latest = known.Value;

        switch (callEvent)
        {
            case CallIncoming incoming:
                Incoming ??= incoming;
                (From, To) = (incoming.From, incoming.To);
                break;
            case CallInitiated initiated:
                (From, To) = (initiated.From, initiated.To);
                break;
            case CallAnswered:
                IsAnswered = true;
                break;
        }

        Publish(callEvent);
        if (callEvent is CallEnded ended)
            End(ended);

        return callEvent;
    }

    // Under the gate: finds the operation that an event concerns, and lets it take note.
    private CallEvent Correlate(CallEvent callEvent, ref Exception? fault)
    {
        if (_operations is null or { Count: 0 })
            return callEvent;

        if (callEvent.Operation is { } id)
        {
            if (_operations.TryGetValue(id, out var named))
                TryObserve(named, callEvent, ref fault);

            return callEvent;
        }

        for (var i = 0; i < _operations.Count; i++)
        {
            var operation = _operations.GetAt(i).Value;
            if (!(callEvent.OccurredAt < operation.NotBefore) && TryObserve(operation, callEvent, ref fault))
                return callEvent with { Operation = operation.Id };
        }

        return callEvent;
    }

    // Under the gate.
    private void Linger(PendingOperation operation)
    {
        _lingering ??= [];
        _lingering.Add(operation);
        if (_lingering.Count > MostLingering)
            LetGo(_lingering[0]);
    }

    // A fault in an adapter must not keep the event from the other operations and from its readers, nor the call from its end.
    private static bool TryObserve(PendingOperation operation, CallEvent callEvent, ref Exception? fault)
    {
        try
        {
            return (!operation.HasEnded || operation.Lingers) && operation.Observe(callEvent);
        }
        catch (Exception exception)
        {
            fault ??= exception;
            return false;
        }
    }

    // Under the gate.
    private void Publish(CallEvent callEvent)
    {
        // Who reads later gets no more than this, as documented: not a loss to report.
        if (_backlog.Count >= _hub.Options.EventBacklog)
            _backlog.Dequeue();

        _backlog.Enqueue(callEvent);
        foreach (var reader in _readers ?? [])
            reader.Writer.TryWrite(callEvent);
    }

    // Under the gate: latches the end. Operations first, so that who is cancelled by the end finds them ended.
    private void End(CallEnded ended)
    {
        _hasEnded = true;
        foreach (var operation in Pending())
            operation.EndWithCall();

        _operations = null;
        _lingering = null;

        foreach (var reader in _readers ?? [])
            reader.Writer.Complete();

        _readers = null;
        _ended.TrySetResult(ended);
    }

    // What users hang on the token runs on the pool, so that neither its time nor its exceptions reach the mailbox.
    private async Task CancelEndedTokenAsync()
    {
        CancellationTokenSource? source;
        lock (_gate)
            source = _endedSource;

        if (source is null)
            return;

        try
        {
            await source.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException exception)
        {
            Log.EndedCallbackFailed(_hub.Logger, exception, Key.Provider, Key.Call);
        }
    }

    private void OnDropped(CallEvent callEvent)
    {
        _hub.Metrics.Dropped(Key.Provider);
        if (!_hasReportedDrop)
            Log.DroppedEvent(_hub.Logger, Key.Provider, callEvent.Name, Key.Call);

        _hasReportedDrop = true;
    }

    private ErrorContext Context(OperationId id) =>
        new() { Provider = Key.Provider, Call = Key.Call, Operation = id, Effect = CommandEffect.NotSent };
}
