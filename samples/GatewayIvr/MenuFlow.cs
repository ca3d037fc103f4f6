using CallControl;
using Microsoft.Extensions.Options;

namespace GatewayIvr;

/// <summary>A menu of two: leave a message, or hear the opening hours.</summary>
public sealed partial class MenuFlow(IOptions<MenuOptions> options, TimeProvider time, ILogger<MenuFlow> logger) : ICallFlow
{
    private readonly MenuOptions _audio = options.Value;

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        var choice = await call.GatherAsync(
            new GatherRequest { Prompt = [MediaSource.Url(_audio.Menu!)], Digits = new DigitOptions { Max = 1 }, MaxTries = 3 },
            callEnded);

        if (choice.Digits == "1")
            await TakeMessageAsync(call, callEnded);
        else if (choice.Digits == "2")
            await call.PlayAsync(MediaSource.Url(_audio.OpeningHours!), callEnded);

        await call.PlayAsync(MediaSource.Url(_audio.Goodbye!), callEnded);
        await call.HangupAsync(callEnded);
    }

    private async Task TakeMessageAsync(Call call, CancellationToken callEnded)
    {
        await call.PlayAsync(MediaSource.Url(_audio.SpeakNow!), callEnded);
        var recording = await call.StartRecordingAsync(callEnded);
        await Task.Delay(_audio.LongestMessage, time, callEnded);
        await recording.StopAsync(callEnded);
        var outcome = await recording.Completion;
        if (outcome.IsCompleted)
            MessageTaken(logger, call.Id, outcome.Result!.Duration);
    }

    [LoggerMessage(1, LogLevel.Information, "Call {Call} left a message of {Duration}.")]
    private static partial void MessageTaken(ILogger logger, CallId call, TimeSpan? duration);
}
