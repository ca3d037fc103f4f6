using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire;

/// <summary>What is played while a gather collects already: input stops it, and at its end the gather's time-outs begin to run.</summary>
/// <remarks>The vendor has no such command; this composes it of <c>play</c>, <c>play.stop</c> and <c>collect.start_input_timers</c>.</remarks>
internal sealed class GatherPrompt(
    PendingOperation<GatherResult> gather,
    PendingOperation<PlaybackResult> prompt,
    Task inputBegan,
    ISignalWireCallingClient client,
    OperationDeadlines deadlines,
    string provider,
    ILogger logger)
{
    private readonly OperationStop _stop = new(prompt, deadlines.Margin);

    /// <summary>Plays nothing any more.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        _stop.SendAsync(token => client.StopPlayAsync(prompt.Call, new StopPlayCommand { ControlId = prompt.Id }, token), cancellationToken);

    /// <summary>Sees to both parts until the gather has ended. Never faults: what fails ends the gather.</summary>
    public async Task ConductAsync()
    {
        try
        {
            await Task.WhenAny(prompt.Completion, inputBegan, gather.Completion).ConfigureAwait(false);
            await StopAsync(CancellationToken.None).ConfigureAwait(false);
            var outcome = await prompt.Completion.ConfigureAwait(false);
            if (outcome.End == OperationEnd.CallEnded || gather.HasEnded || gather.IsCutShort)
                return;

            if (outcome.Failure is { } failure)
            {
                gather.TryEnd(OperationOutcome.Failed(new OperationFailure { Code = failure.Code, Message = $"The prompt was not played: {failure.Message}" }, gather.Partial));
                await StopCollectAsync().ConfigureAwait(false);
                return;
            }

            await client.StartCollectInputTimersAsync(gather.Call, new StartCollectInputTimersCommand { ControlId = gather.Id }).ConfigureAwait(false);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the gather as well.
            gather.ExpectEndWithin(deadlines.Margin);
        }
        catch (Exception exception)
        {
            await FailAsync(exception).ConfigureAwait(false);
        }
    }

    // It may have ended on the very command that failed: then there is nothing to time any more.
    private async Task FailAsync(Exception exception)
    {
        var code = (exception as CallControlException)?.Error?.Code;
        var failure = new OperationFailure { Code = code, Message = $"The gather could not be steered: {exception.Message}" };
        if (!gather.TryEnd(OperationOutcome.Failed(failure, gather.Partial)))
            return;

        SignalWireLog.GatherFailed(logger, exception, provider, gather.Call);
        try
        {
            await StopCollectAsync().ConfigureAwait(false);
        }
        catch (Exception stopping)
        {
            SignalWireLog.GatherFailed(logger, stopping, provider, gather.Call);
        }
    }

    private Task<SignalWireCallLeg> StopCollectAsync() => client.StopCollectAsync(gather.Call, new StopCollectCommand { ControlId = gather.Id });
}
