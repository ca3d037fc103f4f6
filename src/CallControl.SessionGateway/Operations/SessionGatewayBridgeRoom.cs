using System.Runtime.ExceptionServices;
using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SessionGateway;

/// <summary>A conference room that joins two calls: opened, entered by both, and taken down again once either has left.</summary>
/// <remarks>The gateway has no bridge. Entering is reported by <c>conference.member.joined</c>, which carries no <c>command_uid</c>: the room tells whose it is.</remarks>
internal sealed class SessionGatewayBridgeRoom
{
    // People talk as long as they like.
    private static readonly TimeSpan Unlimited = TimeSpan.MaxValue;

    // What a timer takes at the most; a longer deadline is none in practice.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(24);

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

    private bool IsClosing
    {
        get
        {
            lock (_gate)
                return _closing is not null;
        }
    }

    /// <summary>Opens the room and sends both calls in. What was done before a failure is undone.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var created = await _client.CreateConferenceAsync(new CreateConferenceCommand { Name = Id.Value }, cancellationToken).ConfigureAwait(false);
        _roomId = created.RoomId;
        try
        {
            _here = Register(Call);
            _there = Register(_request.With);
            await JoinAsync(_here, cancellationToken).ConfigureAwait(false);
            await JoinAsync(_there, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await CloseQuietlyAsync().ConfigureAwait(false);
            throw;
        }

        _ = WatchAsync(_here, _there);
    }

    /// <summary>Takes both calls out and deletes the room. Callers at the same time share one attempt; after a failed one the next tries again.</summary>
    /// <exception cref="CallControlException">A step failed; the others were taken all the same.</exception>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            if (_closing is null or { IsCompleted: true, IsCompletedSuccessfully: false })
                _closing = CloseOnceAsync();

            return _closing;
        }
    }

    private Leg Register(CallId call)
    {
        var leg = new Leg(call, _roomId);
        leg.Pending = _operations.Register<BridgeResult>(
            _provider, call, new OperationId($"{Id}-{(call == Call ? "here" : "there")}"), Unlimited, leg.Observe);
        return leg;
    }

    private async Task JoinAsync(Leg leg, CancellationToken cancellationToken)
    {
        leg.IsSent = true;
        var command = new JoinConferenceCommand { RoomId = _roomId, AdditionalProperties = _request.AdditionalProperties };
        await _client.JoinConferenceAsync(leg.Call, command, cancellationToken).ConfigureAwait(false);
    }

    // Runs as long as the room does, in nobody's name: what goes wrong is logged.
    private async Task WatchAsync(Leg here, Leg there)
    {
        var left = Task.WhenAny(here.Pending.Completion, there.Pending.Completion);
        var outcome = await JoinedAsync(here, there, left).ConfigureAwait(false);
        _completion.TrySetResult(outcome);
        if (outcome.IsCompleted)
            await left.ConfigureAwait(false);

        var otherLeft = outcome.IsCompleted && there.Pending.HasEnded && !IsClosing;
        await CloseQuietlyAsync().ConfigureAwait(false);
        if (otherLeft && _request.KeepAfterwards == false)
            await QuietlyAsync(() => _client.HangupAsync(Call, new HangupCommand())).ConfigureAwait(false);
    }

    private async Task<OperationOutcome<BridgeResult>> JoinedAsync(Leg here, Leg there, Task<Task<OperationOutcome<BridgeResult>>> left)
    {
        using var patience = new CancellationTokenSource();
        var joined = Task.WhenAll(here.Joined, there.Joined);
        var deadline = _request.Deadline ?? _deadlines.Connect;
        var tooLate = Task.Delay(deadline < LongestWait ? deadline : LongestWait, _time, patience.Token);
        var first = await Task.WhenAny(joined, left, tooLate).ConfigureAwait(false);
        await patience.CancelAsync().ConfigureAwait(false);
        if (first == tooLate)
            return OperationOutcome.TimedOut<BridgeResult>();

        if (first == joined)
            return OperationOutcome.Completed(new BridgeResult { With = _request.With, Bridge = new BridgeId(_roomId) });

        var ofLeg = await (await left.ConfigureAwait(false)).ConfigureAwait(false);
        return IsClosing ? OperationOutcome.Stopped<BridgeResult>()
            : ofLeg.End == OperationEnd.CallEnded ? OperationOutcome.CallEnded<BridgeResult>()
            : OperationOutcome.Failed<BridgeResult>(new OperationFailure { Message = "A call left the room before the other had entered." });
    }

    private async Task CloseOnceAsync()
    {
        // Off the caller's lock before anything is awaited or thrown.
        await Task.Yield();
        var failure = await LeaveAsync(_here).ConfigureAwait(false);
        failure = await LeaveAsync(_there).ConfigureAwait(false) ?? failure;
        failure = await AttemptAsync(() => _client.DeleteConferenceAsync(_roomId)).ConfigureAwait(false) ?? failure;
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private async Task<CallControlException?> LeaveAsync(Leg? leg)
    {
        if (leg is null || leg.Pending.HasEnded)
            return null;

        var failure = leg.IsSent
            ? await AttemptAsync(() => _client.LeaveConferenceAsync(leg.Call, new LeaveConferenceCommand())).ConfigureAwait(false)
            : null;
        if (failure is null)
            leg.Pending.TryEnd(OperationOutcome.Stopped<BridgeResult>());

        return failure;
    }

    // One step of taking down. A call that is over, or a room that is gone, is what was wanted.
    private static async Task<CallControlException?> AttemptAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
            return null;
        }
        catch (CallControlException exception) when (exception is CallEndedException or { Error.StatusCode: 404 })
        {
            return null;
        }
        catch (CallControlException exception)
        {
            return exception;
        }
    }

    private Task CloseQuietlyAsync() => QuietlyAsync(CloseAsync);

    private async Task QuietlyAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // The call that was to be hung up is over.
        }
        catch (Exception exception)
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
