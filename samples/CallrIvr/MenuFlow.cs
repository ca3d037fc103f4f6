using CallControl;
using CallControl.Callr;
using Microsoft.Extensions.Options;

namespace CallrIvr;

/// <summary>A menu of two: leave a message and hear it again, or be put through.</summary>
public sealed partial class MenuFlow(IOptions<MenuOptions> options, ILogger<MenuFlow> logger) : ICallFlow
{
    private readonly MenuOptions _menu = options.Value;

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        var choice = await call.GatherAsync(
            new GatherRequest
            {
                Prompt = [MediaSource.Speech("Press 1 to leave a message. Press 2 to be put through.")],
                Digits = new DigitOptions { Max = 1 },
                Timeout = TimeSpan.FromSeconds(5),
                MaxTries = 3,
            },
            callEnded);

        if (choice.Digits == "1")
            await TakeMessageAsync(call, callEnded);
        else if (choice.Digits == "2")
            await PutThroughAsync(call, callEnded);

        await call.PlayAsync(MediaSource.Speech("Goodbye."), callEnded);
        await call.HangupAsync(callEnded);
    }

    // When somebody has answered, the call ends with their conversation, and this flow with it.
    private async Task PutThroughAsync(Call call, CancellationToken callEnded)
    {
        try
        {
            await call.TransferAsync(
                new TransferRequest { To = Destination.Phone(_menu.Operator!), RingTimeout = TimeSpan.FromSeconds(20) }, callEnded);
        }
        catch (OperationFailedException exception)
        {
            NotPutThrough(logger, call.Id, exception);
            await call.PlayAsync(MediaSource.Speech("Nobody is there right now."), callEnded);
        }
    }

    private async Task TakeMessageAsync(Call call, CancellationToken callEnded)
    {
        await call.PlayAsync(MediaSource.Speech("Speak now, and press the hash key when you have finished."), callEnded);
        var message = await call.RecordAsync(
            new RecordingRequest { MaxDuration = _menu.LongestMessage, EndSilence = TimeSpan.FromSeconds(4) }, callEnded);
        await call.PlayAsync(MediaSource.Library(message.Recording!.Value.Value), callEnded);

        // The file is a temporary one: what is to be kept is put into the account's library.
        var client = call.Control.GetService<ICallrClient>()!;
        var media = await client.CreateMediaAsync($"message {call.Id}", callEnded);
        await client.SetMediaContentFromRecordingAsync(media, message.Recording.Value.Value, callEnded);
        MessageTaken(logger, call.Id, media);
    }

    [LoggerMessage(1, LogLevel.Information, "Call {Call} left a message, which is number {Media} of the library.")]
    private static partial void MessageTaken(ILogger logger, CallId call, long media);

    [LoggerMessage(2, LogLevel.Information, "Call {Call} could not be put through.")]
    private static partial void NotPutThrough(ILogger logger, CallId call, Exception exception);
}
