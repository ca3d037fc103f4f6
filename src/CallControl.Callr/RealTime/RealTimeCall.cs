using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>A live call: what the vendor asked last, what it was told, and who waits for a turn.</summary>
/// <remarks>
/// Thread-safe. The vendor asks, is given one command, and asks again when that is over. While nobody has one to give, it is given a short wait, so that the call stays alive
/// however long a flow thinks. A request that is repeated is given the same answer.
/// </remarks>
internal sealed class RealTimeCall(string provider, CallId id, Func<CallrOptions> options, TimeProvider time)
{
    /// <summary>The member of a call's variables that is ours: the process that conducts the call.</summary>
    public const string PrivateVariable = "callcontrol";

    // The vendor asks one thing after the other: what it repeats is among the last. Answers hold audio, so that few of them are kept.
    private const int RememberedExchanges = 2;
    private const int RememberedRequests = 8;
    private const int MostWaiting = 64;
    private const int FillerSeconds = 1;

    private static readonly string Process = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    private readonly Lock _gate = new();
    private readonly Queue<CallEvent> _outbox = new();
    private readonly Queue<RealTimeExchange> _exchanges = new(RememberedExchanges);
    private readonly Queue<(string, string, RealTimeCallStatus)> _requests = new(RememberedRequests);
    private readonly LinkedList<RealTimeTurn> _waiting = [];
    private Task<bool>? _handingIn;
    private RealTimeExchange? _latest;
    private RealTimeTurn? _turn;
    private RealTimeCommand? _next;
    private (string Id, RealTimeTurn? Turn, RealTimeCommand Command)? _sent;
    private JsonObject _variables = [];
    private long _nextId = 1;
    private long _begunAt;
    private long _idleSince = time.GetTimestamp();
    private long _lastSeen = time.GetTimestamp();
    private bool _isOurs;
    private bool _isForeign;
    private bool _isAnswered;
    private bool _isConducted;
    private bool _isHangupWanted;
    private volatile bool _isOver;

    public CallId Id => id;

    /// <summary>The app that the call belongs to, by hash; empty until the vendor has asked.</summary>
    public string App { get; private set; } = "";

    /// <summary>The vendor's number of the call; 0 until the vendor has asked.</summary>
    public ulong Number { get; private set; }

    /// <summary>Whether the vendor has told its end.</summary>
    public bool IsOver => _isOver;

    public bool IsAnswered => Locked(() => _isAnswered);

    /// <summary>Whether it was given any command but those that keep it alive.</summary>
    public bool IsConducted => Locked(() => _isConducted);

    /// <summary>When something was heard of it, or was wanted of it, last.</summary>
    public long LastSeen => Locked(() => _lastSeen);

    /// <summary>The variables that travel with the call, ours excepted.</summary>
    public JsonObject Variables
    {
        get => Locked(() => _variables.DeepClone().AsObject());
        set
        {
            lock (_gate)
                _variables = value.DeepClone().AsObject();
        }
    }

    /// <summary>Takes note that the call is conducted by this process, though the vendor has not asked yet.</summary>
    public void Expect()
    {
        lock (_gate)
            _isOurs = true;
    }

    /// <summary>Takes a request of the vendor's. Its answer is not decided before <see cref="Decide"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="rawJson">Its whole body.</param>
    /// <returns>What it is, the same as before where it is repeated; null where it names another app's call.</returns>
    public RealTimeExchange? Receive(RealTimeRequest request, ReadOnlyMemory<byte> rawJson)
    {
        lock (_gate)
        {
            if (App.Length > 0 && App != request.App)
                return null;

            _lastSeen = time.GetTimestamp();
            var identity = RealTimeExchange.IdentityOf(request);
            if (_exchanges.FirstOrDefault(known => known.Identity == identity) is { } repeated)
                return repeated;

            if (_isOver || _requests.Contains(identity))
                return Stale(request);

            var exchange = TakeUp(request);
            foreach (var callEvent in CallrEventMapper.Map(exchange, id, provider, rawJson, time.GetUtcNow()))
                _outbox.Enqueue(callEvent);

            return Remember(exchange);
        }
    }

    /// <summary>Hands the call's events on, in their order, each once. Whoever asks while that goes on waits for it.</summary>
    /// <param name="sink">Takes them.</param>
    /// <returns>False where there is no room; what was not taken is handed in the next time.</returns>
    public Task<bool> HandInAsync(ICallEventSink sink)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_handingIn is { } running)
                return running;

            _handingIn = done.Task;
        }

        _ = HandInAsync(sink, done);
        return done.Task;
    }

    /// <summary>Takes note that a request waits for the answer of an exchange.</summary>
    public void Listen(RealTimeExchange exchange)
    {
        lock (_gate)
            exchange.Listeners++;
    }

    /// <summary>Takes note that the vendor has broken off a request. It may repeat it: what is decided meanwhile would be heard by nobody.</summary>
    public void StopListening(RealTimeExchange exchange)
    {
        lock (_gate)
            exchange.Listeners--;
    }

    /// <summary>Lets an exchange's answer be decided, now that its events were handed on.</summary>
    public void Decide(RealTimeExchange exchange)
    {
        lock (_gate)
        {
            exchange.IsReady = true;
            Dispatch();
        }
    }

    /// <summary>The answer where nobody has decided in time: a short wait, or the end where nobody is there to decide.</summary>
    /// <param name="exchange">What is answered.</param>
    /// <param name="isAbandoned">Asked whether whoever conducted the call has gone.</param>
    /// <param name="why">Why the call is hung up; null where it goes on, or where that was told already.</param>
    public RealTimeResponse FallBack(RealTimeExchange exchange, Func<bool> isAbandoned, out string? why)
    {
        lock (_gate)
        {
            why = null;
            if (exchange.Slot.TryGetReply(out var decided) || (decided = exchange.Fallback) is not null)
                return decided;

            if (_turn is null && _waiting.Count == 0 && !_isHangupWanted)
                why = WhyNot(exchange, isAbandoned);

            RealTimeCommand command = _isHangupWanted || why is not null ? new HangupCommand() : new WaitCommand { Seconds = FillerSeconds };
            var response = Respond(command);
            if (ReferenceEquals(exchange, _latest))
                _sent = (IdOf(response), null, command);

            return exchange.Fallback = response;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="turn">What is to be done.</param>
    /// <param name="cancellationToken">Gives the turn up, unless it has come.</param>
    /// <returns>Ends when the vendor is given the turn's first command, or when that is not wanted any more.</returns>
    /// <exception cref="CallEndedException">The call is over, or ended before the turn came.</exception>
    /// <exception cref="CommandRejectedException">Too many wait.</exception>
    public async Task RunAsync(RealTimeTurn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_isOver || _isHangupWanted)
                throw Ended(_isOver ? $"The call {id} is over." : $"The call {id} is being hung up.");

            if (_waiting.Count >= MostWaiting)
                throw new CommandRejectedException($"{MostWaiting} commands wait for their turn on the call {id}; more are not taken.", Context());

            _isOurs = true;
            _lastSeen = time.GetTimestamp();
            _waiting.AddLast(turn);
            Dispatch();
        }

        try
        {
            await turn.Begun.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (GiveUp(turn))
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            // It had come already: the vendor carries it out.
            await turn.Begun.ConfigureAwait(false);
        }
    }

    /// <summary>Has the call hung up as the next thing that happens, before whatever waits.</summary>
    /// <returns>Whether the vendor will be told soon: false while it does not ask.</returns>
    public bool HangUp()
    {
        lock (_gate)
        {
            if (_isOver)
                return true;

            _isHangupWanted = true;
            LoseAll(Ended($"The call {id} is being hung up."));
            Dispatch();
            return Number == 0
                || (_sent is { } sent ? sent.Turn is null || IsBrief(sent.Command) : _latest is { Listeners: > 0 });
        }
    }

    /// <summary>Takes note of the call's end.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            LoseAll(Ended($"The call {id} ended before the command's turn came."));
            _turn?.Lose(Ended($"The call {id} ended without a report on the command."));
            (_turn, _next, _sent) = (null, null, null);

            // A request that still waits has nothing to wait for.
            foreach (var exchange in _exchanges)
                exchange.Slot.TryFill(Respond(new HangupCommand()));
        }
    }

    // Under the gate: a request that was not seen before.
    private RealTimeExchange TakeUp(RealTimeRequest request)
    {
        Number = request.VendorCallId;
        App = request.App;
        if (_latest is null)
            Begin(request);

        var isReport = _sent is { } sent && sent.Id == request.CommandId;
        var turn = isReport ? _sent!.Value.Turn : null;
        RealTimeTurn? lost = null;
        if (turn is not null)
        {
            _next = turn.Next(request);
            if (_next is not null && (request.IsTerminal || !turn.GoesOn()))
                _next = null;

            if (_next is null)
            {
                _turn = null;
                turn.Finish();
            }
        }
        else if (!isReport && !request.IsTerminal && _turn is not null && _next is null)
        {
            // The vendor is somewhere else than where we sent it.
            lost = _turn;
            _turn = null;
            lost.Lose(Lost());
        }

        _sent = null;
        var isFiller = isReport && turn is null;
        if (!isFiller)
            _idleSince = time.GetTimestamp();

        var isAnswer = !_isAnswered && request.Status == RealTimeCallStatus.Up;
        _isAnswered |= isAnswer;
        return new RealTimeExchange(request, NewSlot())
        {
            Turn = turn,
            IsLast = turn is not null && _turn is null,
            Lost = lost,
            IsFiller = isFiller,
            IsAnswer = isAnswer,
        };
    }

    // Whether a command is over soon: what it was given for need not be broken off.
    private static bool IsBrief(RealTimeCommand command) =>
        command is SendDtmfCommand or StartCallRecordingCommand or StopCallRecordingCommand or HangupCallCommand;

    // Under the gate: the first request that this process sees.
    private void Begin(RealTimeRequest request)
    {
        // A call that this process has not seen from its beginning is in the middle of something of which nothing is known here. A call that was
        // dialled is ours when we are told so.
        _begunAt = time.GetTimestamp();
        _isOurs |= request is { IsFirst: true, IsInbound: true };
        _isForeign = request.Variables[PrivateVariable] is JsonValue other && other.TryGetValue<string>(out var process) && process != Process;
        if (long.TryParse(request.CommandId, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            _nextId = last + 1;

        if (_variables.Count == 0)
            _variables = request.Variables.DeepClone().AsObject();

        _variables.Remove(PrivateVariable);
    }

    // Under the gate.
    private RealTimeExchange Remember(RealTimeExchange exchange)
    {
        if (_exchanges.Count == RememberedExchanges)
            _exchanges.Dequeue();

        if (_requests.Count == RememberedRequests)
            _requests.Dequeue();

        _exchanges.Enqueue(exchange);
        _requests.Enqueue(exchange.Identity);
        return _latest = exchange;
    }

    // Under the gate: a request that was answered long ago. Whatever the vendor makes of it, the call has gone on, or is over.
    private RealTimeExchange Stale(RealTimeRequest request)
    {
        var exchange = new RealTimeExchange(request, NewSlot());
        exchange.Slot.TryFill(Respond(_isOver ? new HangupCommand() : new WaitCommand { Seconds = FillerSeconds }));
        return exchange;
    }

    // Under the gate: whose turn has not come, will not have one.
    private void LoseAll(CallEndedException reason)
    {
        foreach (var turn in _waiting)
            turn.Lose(reason);

        _waiting.Clear();
        if (_turn is { Begun.IsCompleted: false } taken)
        {
            taken.Lose(reason);
            (_turn, _next) = (null, null);
        }
    }

    private async Task HandInAsync(ICallEventSink sink, TaskCompletionSource<bool> done)
    {
        try
        {
            // Not given up with the request: what was heard is not to be lost.
            while (PeekOrStop() is { } callEvent)
            {
                if (await sink.AcceptAsync(callEvent, CancellationToken.None).ConfigureAwait(false) == EventReceipt.Busy)
                {
                    StopHandingIn();
                    done.SetResult(false);
                    return;
                }

                Locked(_outbox.Dequeue);
            }

            done.SetResult(true);
        }
        catch (Exception exception)
        {
            StopHandingIn();
            done.SetException(exception);
        }
    }

    private void StopHandingIn()
    {
        lock (_gate)
            _handingIn = null;
    }

    // What comes in later finds that nobody hands in any more.
    private CallEvent? PeekOrStop()
    {
        lock (_gate)
        {
            if (_outbox.TryPeek(out var first))
                return first;

            _handingIn = null;
            return null;
        }
    }

    // Under the gate: why nobody is waited for.
    private string? WhyNot(RealTimeExchange exchange, Func<bool> isAbandoned)
    {
        if (_isOurs)
        {
            return isAbandoned() ? "its flow has returned"
                : time.GetElapsedTime(_idleSince) >= options().ThinkingLimit ? $"it was given no command for {options().ThinkingLimit}"
                : null;
        }

        // The vendor may ask about a call that was dialled before it has told us its name.
        var mayBeOurs = exchange.Request is { IsInbound: false } && !_isForeign && time.GetElapsedTime(_begunAt) < options().CommandTimeout;
        return mayBeOurs ? null
            : _isForeign ? "another process conducted it, and nobody here has taken it over"
            : "nothing is known here of how it began, and nobody has taken it over";
    }

    // Under the gate: gives the vendor what comes next, if it waits and there is something.
    private void Dispatch()
    {
        if (_latest is not { IsReady: true, Listeners: > 0, Fallback: null } exchange || !exchange.Slot.IsOpen)
            return;

        if (_isHangupWanted)
        {
            // Where the vendor would not, it is not asked again at once.
            if (exchange.Request.Command != RealTimeCommandNames.Hangup)
                TrySend(exchange, new HangupCommand(), turn: null);

            return;
        }

        Reconsider();
        while (_turn is null && _waiting.First is { Value: var turn })
        {
            _waiting.RemoveFirst();
            _next = turn.IsWanted() ? turn.Next(null) : null;
            if (_next is null)
                turn.Skip();
            else
                _turn = turn;
        }

        if (_next is not null && TrySend(exchange, _next, _turn))
        {
            _next = null;
            _isConducted = true;
            _turn!.Begin();
        }
    }

    // Under the gate: a command may have waited for long since it was asked for.
    private void Reconsider()
    {
        if (_next is null || _turn is not { } turn || (turn.Begun.IsCompleted ? turn.GoesOn() : turn.IsWanted()))
            return;

        if (turn.Begun.IsCompleted)
            turn.Finish();
        else
            turn.Skip();

        (_turn, _next) = (null, null);
    }

    // Under the gate.
    private bool TrySend(RealTimeExchange exchange, RealTimeCommand command, RealTimeTurn? turn)
    {
        var response = Respond(command);
        if (!exchange.Slot.TryFill(response))
            return false;

        _sent = (IdOf(response), turn, command);
        return true;
    }

    // Whether a turn has not come yet, and never will now.
    private bool GiveUp(RealTimeTurn turn)
    {
        lock (_gate)
        {
            if (!_waiting.Remove(turn))
            {
                if (turn != _turn || turn.Begun.IsCompleted)
                    return false;

                (_turn, _next) = (null, null);
                Dispatch();
            }

            turn.Finish();
            return true;
        }
    }

    // Under the gate.
    private RealTimeResponse Respond(RealTimeCommand command)
    {
        var variables = _variables.DeepClone().AsObject();
        variables[PrivateVariable] = Process;
        return new RealTimeResponse { Command = command, CommandId = _nextId++, Variables = variables };
    }

    private ReplySlot<RealTimeResponse> NewSlot() => new(id, options().ReplyWindow, time);

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    private CallEndedException Ended(string message) => new(message, Context());

    private ProviderProtocolException Lost() =>
        new($"The vendor has gone on without a report on the command that the call {id} was given.", Context() with { Effect = CommandEffect.Unknown });

    private ErrorContext Context() => new() { Provider = provider, Call = id, Effect = CommandEffect.NotSent };

    private static string IdOf(RealTimeResponse response) => response.CommandId.ToString(CultureInfo.InvariantCulture);
}
