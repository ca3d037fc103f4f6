using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>What is played while a gather collects already: input stops it, and at its end the gather's time-outs begin to run.</summary>
/// <remarks>
/// The vendor has no such command; this composes it of <c>play</c>, <c>play.stop</c> and <c>collect.start_input_timers</c>. Once the caller has begun to
/// enter something, none of them can take that away: what fails then is logged.
/// </remarks>
internal sealed class GatherPrompt(
    PendingOperation<GatherResult> gather,
    PendingOperation<PlaybackResult> prompt,
    Task inputBegan,
    TimeSpan? afterwards,
    ISignalWireCallingClient client,
    OperationDeadlines deadlines,
    string provider,
    ILogger logger)
{
    private readonly OperationStop _stop = new(prompt, deadlines.Margin);

    /// <summary>Plays nothing any more.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _stop.SendAsync(token => client.StopPlayAsync(prompt.Call, new StopPlayCommand { ControlId = prompt.Id }, token), cancellationToken);

    /// <summary>Sees to both parts until the gather's time-outs run, or it has ended. Never faults.</summary>
    public async Task ConductAsync()
    {
        await Task.WhenAny(prompt.Completion, inputBegan, gather.Completion).ConfigureAwait(false);
        if (!prompt.HasEnded)
            await TryAsync(() => StopAsync(CancellationToken.None)).ConfigureAwait(false);

        if (gather.HasEnded)
        {
            // The vendor goes on collecting where it was only we who gave up.
            if ((await gather.Completion.ConfigureAwait(false)).End == OperationEnd.TimedOut)
                await TryAsync(StopCollectAsync).ConfigureAwait(false);
        }
        else if (gather.IsCutShort)
        {
            // Whoever has stopped it wants neither its time-outs nor to hear of its prompt.
        }
        else if (!inputBegan.IsCompleted && prompt.HasEnded && await prompt.Completion.ConfigureAwait(false) is { Failure: { } failure })
        {
            await FailAsync(failure.Code, $"The prompt was not played: {failure.Message}").ConfigureAwait(false);
        }
        else
        {
            await StartTimersAsync().ConfigureAwait(false);
        }
    }

    private async Task StartTimersAsync()
    {
        var failure = await TryAsync(SendTimersAsync).ConfigureAwait(false);
        if (failure is CallControlException { IsTransient: true })
            failure = await TryAsync(SendTimersAsync).ConfigureAwait(false);

        if (failure is CallEndedException)
            return;

        if (failure is null && afterwards is { } patience)
            gather.ExpectEndWithin(patience);
        else if (failure is not null && !inputBegan.IsCompleted)
            await FailAsync((failure as CallControlException)?.Error?.Code, $"The time-outs of the gather could not be started: {failure.Message}").ConfigureAwait(false);
    }

    private Task SendTimersAsync() => client.StartCollectInputTimersAsync(gather.Call, new StartCollectInputTimersCommand { ControlId = gather.Id });

    private async Task FailAsync(string? code, string message)
    {
        if (gather.TryEnd(OperationOutcome.Failed(new OperationFailure { Code = code, Message = message }, gather.Partial)))
            await TryAsync(StopCollectAsync).ConfigureAwait(false);
    }

    private Task StopCollectAsync() => client.StopCollectAsync(gather.Call, new StopCollectCommand { ControlId = gather.Id });

    // What failed; null where nothing did, or where it no longer matters, because the gather is over.
    private async Task<Exception?> TryAsync(Func<Task> send)
    {
        try
        {
            await send().ConfigureAwait(false);
            return null;
        }
        catch (CallEndedException exception)
        {
            // The end of the call ends the gather as well; where it is not told, nothing else will.
            gather.ExpectEndWithin(deadlines.Margin);
            return exception;
        }
        catch (Exception exception)
        {
            if (gather.HasEnded)
                return null;

            SignalWireLog.GatherFailed(logger, exception, provider, gather.Call);
            return exception;
        }
    }
}
