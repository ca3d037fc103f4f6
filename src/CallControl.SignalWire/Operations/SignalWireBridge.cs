using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>Two calls in a conference of their own. Completes when both have joined it; goes on, to be stopped, until both have left.</summary>
internal sealed class SignalWireBridge : BridgeOperation
{
    private readonly BridgeLeg _near;
    private readonly BridgeLeg _far;
    private readonly ISignalWireCallingClient _client;
    private readonly string _provider;
    private readonly ILogger _logger;
    private readonly Lock _gate = new();
    private Task? _stopping;

    private SignalWireBridge(
        BridgeLeg near, BridgeLeg far, Task<OperationOutcome<BridgeResult>> completion, ISignalWireCallingClient client, string provider, ILogger logger)
        : base(near.Pending.Call, near.Pending.Id, completion)
    {
        _near = near;
        _far = far;
        _client = client;
        _provider = provider;
        _logger = logger;
    }

    /// <summary>Begins to watch both calls; a bridge that does not come about lets go of whoever is in the conference already.</summary>
    /// <param name="near">The call that is bridged.</param>
    /// <param name="far">The other one.</param>
    /// <param name="longest">How long the two may stay joined.</param>
    /// <param name="client">Sends the commands.</param>
    /// <param name="provider">The registered name of the account.</param>
    /// <param name="logger">For what fails in the background.</param>
    public static SignalWireBridge Watch(
        BridgeLeg near, BridgeLeg far, TimeSpan longest, ISignalWireCallingClient client, string provider, ILogger logger)
    {
        var completion = JoinAsync(near, far, longest);
        var bridge = new SignalWireBridge(near, far, completion, client, provider, logger);
        _ = bridge.LetGoAsync();
        return bridge;
    }

    /// <remarks>Takes the calls out of the conference that are in it, or on their way there.</remarks>
    public override Task StopAsync(CancellationToken cancellationToken = default)
    {
        Task stopping;
        lock (_gate)
            stopping = _stopping is null or { IsFaulted: true } or { IsCanceled: true } ? _stopping = TakeOutAsync() : _stopping;

        return stopping.WaitAsync(cancellationToken);
    }

    // This call first: the conference ends when one leaves, and the other one has a document that goes on then.
    private async Task TakeOutAsync()
    {
        await TakeOutAsync(_near).ConfigureAwait(false);
        await TakeOutAsync(_far).ConfigureAwait(false);
    }

    private async Task TakeOutAsync(BridgeLeg leg)
    {
        if (!leg.IsSent || (leg.Pending.HasEnded && !IsLost(leg)))
            return;

        leg.Pending.IsCutShort = true;
        try
        {
            await _client.TransferAsync(leg.Pending.Call, new TransferCommand { Dest = SignalWireDocuments.KeepAlive }).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // A call that is over is in no conference.
        }

        leg.Pending.TryEnd(OperationOutcome.Stopped<BridgeResult>());
    }

    // Nothing was heard of it in time: it may well be there.
    private bool IsLost(BridgeLeg leg) =>
        leg.Pending.Completion is { IsCompleted: true, Result.End: OperationEnd.TimedOut } && Completion is { IsCompleted: true, Result.IsCompleted: false };

    // Whoever joined would hear the conference's waiting music under everything that is played to it.
    private async Task LetGoAsync()
    {
        var outcome = await Completion.ConfigureAwait(false);
        if (outcome.IsCompleted)
            return;

        try
        {
            await StopAsync().ConfigureAwait(false);
        }
        catch (CallControlException exception)
        {
            SignalWireLog.HalfLeft(_logger, exception, _provider, Call);
        }
    }

    private static async Task<OperationOutcome<BridgeResult>> JoinAsync(BridgeLeg near, BridgeLeg far, TimeSpan longest)
    {
        await Task.WhenAny(Task.WhenAll(near.Joined, far.Joined), near.Pending.Completion, far.Pending.Completion).ConfigureAwait(false);

        // Asked of each: when both have left again at once, the task of the two may not have noticed yet.
        if (near.Joined.IsCompleted && far.Joined.IsCompleted)
        {
            near.Pending.ExpectEndWithin(longest);
            far.Pending.ExpectEndWithin(longest);
            return OperationOutcome.Completed(new BridgeResult { With = far.Pending.Call, Bridge = near.Bridge });
        }

        var first = near.Pending.Completion.IsCompleted ? await near.Pending.Completion.ConfigureAwait(false) : null;
        return first?.End switch
        {
            OperationEnd.CallEnded or OperationEnd.TimedOut => first,
            OperationEnd.Stopped when near.Pending.IsCutShort => first,
            null when await far.Pending.Completion.ConfigureAwait(false) is { End: OperationEnd.TimedOut } late => late,
            null when far.Pending.IsCutShort => OperationOutcome.Stopped<BridgeResult>(),
            _ => OperationOutcome.Failed<BridgeResult>(new OperationFailure { Message = "The other call ended, or left, before the two were joined." }),
        };
    }
}
