using CallControl;

namespace QuickStart;

/// <summary>The call itself: answers, greets, asks for a PIN, records a message, hangs up. Knows nothing of any provider.</summary>
public sealed class PinLine(CallReport report) : ICallFlow
{
    private static readonly UrlSource Welcome = MediaSource.Url("https://cdn.example.com/welcome.wav");
    private static readonly UrlSource EnterPin = MediaSource.Url("https://cdn.example.com/enter-pin.wav");
    private static readonly UrlSource SpeakNow = MediaSource.Url("https://cdn.example.com/speak-now.wav");

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        await call.PlayAsync(Welcome, callEnded);
        report.Say("the caller has heard the greeting");

        var pin = await call.GatherAsync(
            new GatherRequest { Prompt = [EnterPin], Digits = new DigitOptions { Min = 4, Max = 6 }, Timeout = TimeSpan.FromSeconds(10) },
            callEnded);
        report.Say($"the caller has entered {pin.Digits.Length} digits ({pin.Reason})");

        var recording = await call.StartRecordingAsync(callEnded);
        await call.PlayAsync(SpeakNow, callEnded);
        await recording.StopAsync(callEnded);
        var message = await recording.Completion;
        report.Say($"the message was recorded ({message.End})");

        await call.HangupAsync(callEnded);
        var end = await call.Ended;
        report.Finish(pin, message, end);
    }
}
