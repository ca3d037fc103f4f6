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
    /// <summary>The member of a call's variables that is ours.</summary>
    public const string PrivateVariable = "callcontrol";

    // The vendor asks one thing after the other: what it repeats is among the last.
    private const int RememberedExchanges = 8;
    private const int MostWaiting = 64;
    private const int FillerSeconds = 1;

    private static readonly string Process = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];

    private readonly Lock _gate = new();
    private readonly Queue<RealTimeExchange> _exchanges = new(RememberedExchanges);
    private readonly LinkedList<RealTimeTurn> _waiting = [];
    private RealTimeExchange? _latest;
    private RealTimeTurn? _turn;
    private RealTimeCommand? _next;
    private (string Id, RealTimeTurn? Turn)? _sent;
    private JsonObject _variables = [];
    private long _nextId = 1;
    private long _idleSince = time.GetTimestamp();
    private long _lastSeen = time.GetTimestamp();
    private bool _isOurs;
    private bool _isAnswered;
    private bool _isHangupWanted;
    private bool _isOver;

    public CallId Id => id;

    /// <summary>The app that the call belongs to, by hash; empty until the vendor has asked.</summary>
    public string App { get; private set; } = "";

    /// <summary>The vendor's number of the call; 0 until the vendor has asked.</summary>
    public ulong Number { get; private set; }

    public bool IsAnswered
    {
        get
        {
            lock (_gate)
                return _isAnswered;
        }
    }

    /// <summary>When something was heard of it, or was wanted of it, last.</summary>
    public long LastSeen
    {
        get
        {
            lock (_gate)
                return _lastSeen;
        }
    }

    /// <summary>The variables that travel with the call, ours excepted.</summary>
    public JsonObject Variables
    {
        get
        {
            lock (_gate)
                return _variables.DeepClone().AsObject();
        }

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
    /// <returns>What it is; the same as before where it is repeated.</returns>
    public RealTimeExchange Receive(RealTimeRequest request)
    {
        lock (_gate)
        {
            _lastSeen = time.GetTimestamp();
            foreach (var known in _exchanges)
            {
                if (known.IsSameAs(request))
                    return known;
            }

            Number = request.CallNumber;
            App = request.App;
            if (_latest is null)
                Begin(request);

            var isReport = _sent is { } sent && sent.Id == request.CommandId;
            var turn = isReport ? _sent!.Value.Turn : null;
            var isFiller = isReport && turn is null;
            if (turn is not null)
            {
                _next = turn.Next(request);
                if (_next is null || request.IsTerminal)
                {
                    _turn = null;
                    turn.End();
                }
            }
            else if (!isReport && _turn is not null && _next is null)
            {
                // The vendor is somewhere else than where we sent it.
                _turn.Lose(Lost($"The vendor has gone on without a report on the command that the call {id} was given."));
                _turn = null;
            }

            _sent = null;
            if (!isFiller)
                _idleSince = time.GetTimestamp();

            var isAnswer = !_isAnswered && request.Status == RealTimeCallStatus.Up;
            _isAnswered |= isAnswer;
            return _latest = Remember(new RealTimeExchange(request, new ReplySlot<RealTimeResponse>(id, options().ReplyWindow, time))
            {
                Turn = turn,
                IsLast = turn is not null && _turn is null,
                IsFiller = isFiller,
                IsAnswer = isAnswer,
            });
        }
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
    /// <param name="why">Why the call is hung up; null where it goes on.</param>
    public RealTimeResponse FallBack(RealTimeExchange exchange, Func<bool> isAbandoned, out string? why)
    {
        lock (_gate)
        {
            why = null;
            if (exchange.Slot.TryGetReply(out var decided))
                return decided;

            exchange.IsGivenUp = true;
            var isBusy = _turn is not null || _waiting.Count > 0;
            if (!isBusy && !_isHangupWanted)
            {
                why = !_isOurs ? "it was conducted elsewhere before, and nobody here has taken it over"
                    : isAbandoned() ? "its flow has returned"
                    : time.GetElapsedTime(_idleSince) >= options().ThinkingLimit ? $"it was given no command for {options().ThinkingLimit}"
                    : null;
            }

            RealTimeCommand command = _isHangupWanted || why is not null ? new HangupCommand() : new WaitCommand { Seconds = FillerSeconds };
            var response = Respond(command);
            if (ReferenceEquals(exchange, _latest))
                _sent = (IdOf(response), null);

            return response;
        }
    }

    /// <summary>Waits for a turn.</summary>
    /// <param name="turn">What is to be done.</param>
    /// <param name="cancellationToken">Gives the turn up, unless it has come.</param>
    /// <returns>Ends when the vendor is given the turn's first command.</returns>
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
        catch (OperationCanceledException)
        {
            lock (_gate)
                _waiting.Remove(turn);

            throw;
        }
    }

    /// <summary>Has the call hung up as the next thing that happens, before whatever waits.</summary>
    /// <returns>Whether the vendor will be told soon: false while it carries out a command that may take long.</returns>
    public bool HangUp()
    {
        lock (_gate)
        {
            if (_isOver)
                return true;

            _isHangupWanted = true;
            Dispatch();
            return Number == 0 || _sent is not { Turn: not null };
        }
    }

    /// <summary>Takes note of the call's end.</summary>
    public void End()
    {
        lock (_gate)
        {
            _isOver = true;
            var reason = Ended($"The call {id} ended before the command's turn came.");
            foreach (var turn in _waiting)
                turn.Lose(reason);

            _waiting.Clear();
            _turn?.Lose(Ended($"The call {id} ended without a report on the command."));
            (_turn, _next, _sent) = (null, null, null);
        }
    }

    // Under the gate: the first request that this process sees.
    private void Begin(RealTimeRequest request)
    {
        // A call that this process has not seen from its beginning is in the middle of something of which nothing is known here.
        _isOurs |= request.IsFirst;
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

        _exchanges.Enqueue(exchange);
        return exchange;
    }

    // Under the gate: gives the vendor what comes next, if it waits and there is something.
    private void Dispatch()
    {
        if (_latest is not { IsReady: true, IsGivenUp: false } exchange || !exchange.Slot.IsOpen)
            return;

        if (_isHangupWanted)
        {
            TrySend(exchange, new HangupCommand(), turn: null);
            return;
        }

        while (_turn is null && _waiting.First is { Value: var turn })
        {
            _waiting.RemoveFirst();
            _next = turn.IsWanted() ? turn.Next(null) : null;
            if (_next is null)
                turn.Begin();
            else
                _turn = turn;
        }

        if (_next is not null && TrySend(exchange, _next, _turn))
        {
            _next = null;
            _turn!.Begin();
        }
    }

    // Under the gate.
    private bool TrySend(RealTimeExchange exchange, RealTimeCommand command, RealTimeTurn? turn)
    {
        var response = Respond(command);
        if (!exchange.Slot.TryFill(response))
            return false;

        _sent = (IdOf(response), turn);
        return true;
    }

    // Under the gate.
    private RealTimeResponse Respond(RealTimeCommand command)
    {
        var variables = _variables.DeepClone().AsObject();
        variables[PrivateVariable] = Process;
        return new RealTimeResponse { Command = command, CommandId = _nextId++, Variables = variables };
    }

    private CallEndedException Ended(string message) => new(message, Context());

    private ProviderProtocolException Lost(string message) => new(message, Context() with { Effect = CommandEffect.Unknown });

    private ErrorContext Context() => new() { Provider = provider, Call = id, Effect = CommandEffect.NotSent };

    private static string IdOf(RealTimeResponse response) => response.CommandId.ToString(CultureInfo.InvariantCulture);
}
