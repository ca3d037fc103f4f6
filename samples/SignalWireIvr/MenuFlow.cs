using CallControl;
using Microsoft.Extensions.Options;

namespace SignalWireIvr;

/// <summary>A menu of two, by key or by voice: leave a message, or be put through.</summary>
public sealed partial class MenuFlow(IOptions<MenuOptions> options, ILogger<MenuFlow> logger) : ICallFlow
{
    private const string LeaveMessage = "message";
    private const string PutThrough = "operator";

    private readonly MenuOptions _menu = options.Value;

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        // The vendor waits for our document: decide first, then work.
        await call.AnswerAsync(callEnded);
        var choice = await call.GatherAsync(
            new GatherRequest
            {
                Prompt = [MediaSource.Speech($"Press 1, or say {LeaveMessage}, to leave a message. Press 2, or say {PutThrough}, to be put through.")],
                Digits = new DigitOptions { Max = 1 },
                Speech = new SpeechOptions { Hints = [LeaveMessage, PutThrough] },
                Timeout = TimeSpan.FromSeconds(10),
            },
            callEnded);

        if (IsChosen(choice, "2", PutThrough) && await IsPutThroughAsync(call, callEnded))
            return;

        if (IsChosen(choice, "1", LeaveMessage))
            await TakeMessageAsync(call, callEnded);

        await call.PlayAsync(MediaSource.Speech("Goodbye."), callEnded);
        await call.HangupAsync(callEnded);
    }

    private static bool IsChosen(GatherResult choice, string key, string word) =>
        choice.Digits == key || choice.Transcript?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    // A transfer that fails leaves the call with us.
    private async Task<bool> IsPutThroughAsync(Call call, CancellationToken callEnded)
    {
        await call.PlayAsync(MediaSource.Speech("One moment, please."), callEnded);
        try
        {
            await call.TransferAsync(
                new TransferRequest { To = Destination.Phone(_menu.Operator!), RingTimeout = TimeSpan.FromSeconds(20) }, callEnded);
            return true;
        }
        catch (OperationFailedException exception)
        {
            NotPutThrough(logger, call.Id, exception);
            await call.PlayAsync(MediaSource.Speech("Nobody is there right now."), callEnded);
            return false;
        }
        catch (OperationTimedOutException exception)
        {
            // Nothing was heard of it: the two may well be talking.
            NotPutThrough(logger, call.Id, exception);
            return true;
        }
    }

    private async Task TakeMessageAsync(Call call, CancellationToken callEnded)
    {
        await call.PlayAsync(MediaSource.Speech("Speak after the tone, and stay silent when you have finished."), callEnded);
        var recording = await call.StartRecordingAsync(
            new RecordingRequest { Beep = true, Track = AudioTrack.Inbound, MaxDuration = _menu.LongestMessage, EndSilence = TimeSpan.FromSeconds(4) }, callEnded);
        var outcome = await recording.Completion;
        if (outcome.IsCompleted)
            MessageTaken(logger, call.Id, outcome.Result!.Duration);
    }

    [LoggerMessage(1, LogLevel.Information, "Call {Call} left a message of {Duration}.")]
    private static partial void MessageTaken(ILogger logger, CallId call, TimeSpan? duration);

    [LoggerMessage(2, LogLevel.Information, "Call {Call} could not be put through.")]
    private static partial void NotPutThrough(ILogger logger, CallId call, Exception exception);
}
