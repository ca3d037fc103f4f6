using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SessionGateway;

/// <summary>A conference room that joins two calls: opened, entered by both, and taken down again once either has left.</summary>
/// <remarks>The gateway has no bridge. Entering is reported by <c>conference.member.joined</c>, which carries no <c>command_uid</c>: the room tells whose it is.</remarks>
internal sealed class SessionGatewayBridgeRoom
{
    private readonly BridgeRequest _request;
    private readonly string _provider;
    private readonly ISessionGatewayClient _client;
    private readonly IOperationRegistry _operations;
    private readonly OperationDeadlines _deadlines;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<OperationOutcome<BridgeResult>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _roomId = "";
    private Leg? _here;
    private Leg? _there;
    private Task? _closing;

    public SessionGatewayBridgeRoom(
        CallId call,
        BridgeRequest request,
        string provider,
        ISessionGatewayClient client,
        IOperationRegistry operations,
        OperationDeadlines deadlines,
        TimeProvider time,
        ILogger logger)
    {
        Call = call;
        _request = request;
        _provider = provider;
        _client = client;
        _operations = operations;
        _deadlines = deadlines;
        _time = time;
        _logger = logger;
        Id = new OperationId($"bridge-{Guid.CreateVersion7(time.GetUtcNow()):n}");
    }

    public CallId Call { get; }

    public OperationId Id { get; }

    public Task<OperationOutcome<BridgeResult>> Completion => _completion.Task;

    /// <summary>Opens the room and sends both calls in. What was done before a failure is undone.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var created = await _client.CreateConferenceAsync(new CreateConferenceCommand { Name = Id.Value }, cancellationToken).ConfigureAwait(false);
        _roomId = created.RoomId;
        try
        {
            _here = Register(Call);
            _there = Register(_request.With);
            await JoinAsync(_here, _request, cancellationToken).ConfigureAwait(false);
            await JoinAsync(_there, null, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }

        _ = WatchAsync(_here, _there);
    }

    /// <summary>Takes both calls out and deletes the room; once, however often it is called.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
            return _closing ??= CloseOnceAsync();
    }

    private Leg Register(CallId call)
    {
        var leg = new Leg(call, _roomId);
        leg.Pending = _operations.Register<BridgeResult>(
            _provider, call, new OperationId($"{Id}-{(call == Call ? "here" : "there")}"), _deadlines.OpenEnded, leg.Observe);
        return leg;
    }

    private async Task JoinAsync(Leg leg, BridgeRequest? request, CancellationToken cancellationToken)
    {
        leg.IsSent = true;
        var command = new JoinConferenceCommand { RoomId = _roomId, AdditionalProperties = request?.AdditionalProperties };
        await _client.JoinConferenceAsync(leg.Call, command, cancellationToken).ConfigureAwait(false);
    }

    // Runs as long as the room does. It never faults: what goes wrong while taking the room down is logged there.
    private async Task WatchAsync(Leg here, Leg there)
    {
        var left = Task.WhenAny(here.Pending.Completion, there.Pending.Completion);
        using (var patience = new CancellationTokenSource())
        {
            var joined = Task.WhenAll(here.Joined, there.Joined);
            var tooLate = Task.Delay(_request.Deadline ?? _deadlines.Connect, _time, patience.Token);
            var first = await Task.WhenAny(joined, left, tooLate).ConfigureAwait(false);
            await patience.CancelAsync().ConfigureAwait(false);
            _completion.TrySetResult(
                first == joined ? OperationOutcome.Completed(new BridgeResult { With = _request.With, Bridge = new BridgeId(_roomId) })
                : first == left ? NotJoined((await left.ConfigureAwait(false)).Result)
                : OperationOutcome.TimedOut<BridgeResult>());
            if (first == tooLate)
                await CloseAsync().ConfigureAwait(false);
        }

        await left.ConfigureAwait(false);
        await CloseAsync().ConfigureAwait(false);
    }

    private OperationOutcome<BridgeResult> NotJoined(OperationOutcome<BridgeResult> ofLeg)
    {
        lock (_gate)
        {
            return _closing is not null ? OperationOutcome.Stopped<BridgeResult>()
                : ofLeg.End == OperationEnd.CallEnded ? OperationOutcome.CallEnded<BridgeResult>()
                : OperationOutcome.Failed<BridgeResult>(new OperationFailure { Message = "A call left the room before the other had entered." });
        }
    }

    private async Task CloseOnceAsync()
    {
        // Off the caller's lock before anything is awaited or thrown.
        await Task.Yield();
        await LeaveAsync(_here).ConfigureAwait(false);
        await LeaveAsync(_there).ConfigureAwait(false);
        await TryAsync(() => _client.DeleteConferenceAsync(_roomId)).ConfigureAwait(false);
        if (_request.KeepAfterwards == false)
            await TryAsync(() => _client.HangupAsync(Call, new HangupCommand())).ConfigureAwait(false);
    }

    private async Task LeaveAsync(Leg? leg)
    {
        if (leg is null)
            return;

        if (leg.IsSent && !leg.Pending.HasEnded)
            await TryAsync(() => _client.LeaveConferenceAsync(leg.Call, new LeaveConferenceCommand())).ConfigureAwait(false);

        leg.Pending.TryEnd(OperationOutcome.Stopped<BridgeResult>());
    }

    // Taking down is best effort: the room may be gone, the calls over. The other steps still matter.
    private async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // Nothing is left to take out.
        }
        catch (CallControlException exception)
        {
            SessionGatewayLog.CloseFailed(_logger, exception, _provider, _roomId);
        }
    }

    /// <summary>One call's stay in the room, followed by a pending operation of that call.</summary>
    private sealed class Leg(CallId call, string roomId)
    {
        private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CallId Call { get; } = call;

        public Task Joined => _joined.Task;

        public PendingOperation<BridgeResult> Pending { get; set; } = null!;

        public bool IsSent { get; set; }

        public OperationStep<BridgeResult> Observe(PendingOperation<BridgeResult> pending, CallEvent callEvent)
        {
            switch (callEvent)
            {
                case CallBridged bridged when bridged.Bridge?.Value == roomId:
                    _joined.TrySetResult();
                    return OperationStep.GoesOn<BridgeResult>();
                case CallUnbridged unbridged when unbridged.Bridge?.Value == roomId:
                    return OperationStep.Ends(OperationOutcome.Completed(new BridgeResult { With = Call }));
                default:
                    return default;
            }
        }
    }
}
