using CallControl.Providers;

namespace CallControl.Benchmarks;

/// <summary>Calls on each of which one operation waits for its event.</summary>
internal sealed class WaitingCalls
{
    /// <summary>What a call keeps for later readers of its events: full after one, since this is about finding a waiter, not about memory that fills.</summary>
    public const int EventBacklog = 1;

    private const int Stride = 541;

    private static readonly TimeSpan Deadline = TimeSpan.FromHours(1);

    private readonly CallHub _hub;
    private readonly PendingOperation<PlaybackResult>[] _waiting;
    private int _next;

    public WaitingCalls(CallHub hub, int count)
    {
        _hub = hub;
        _waiting = new PendingOperation<PlaybackResult>[count];
        for (var i = 0; i < count; i++)
            _waiting[i] = Register(new CallId($"acW68-{count}-{i}"));
    }

    /// <summary>Brings an event to any waiter, waits until it has ended, and puts another in its place.</summary>
    public Task EndAnyAsync() => EndOneAsync(_waiting.Length);

    /// <summary>The same with one of the first ten, whose memory is at hand however many others wait.</summary>
    public Task EndOneOfTenAsync() => EndOneAsync(10);

    private async Task EndOneAsync(int among)
    {
        // Not in a row, so that neighbours in memory do not help.
        _next = (_next + Stride) % among;
        var operation = _waiting[_next];
        var call = operation.Session.Key.Call;
        await _hub.AcceptAsync(new PlaybackEnded { Provider = GatewayAccount.Name, Call = call, Name = "playback.stopped", Operation = operation.Id });
        await operation.Completion;
        _waiting[_next] = Register(call);
    }

    private PendingOperation<PlaybackResult> Register(CallId call) =>
        _hub.Register<PlaybackResult>(GatewayAccount.Name, call, new OperationId("waiting"), Deadline, static (_, callEvent) =>
            callEvent is PlaybackEnded ended ? OperationStep.Ends(OperationOutcome.Completed(ended.Result)) : default);
}
