using System.Net;
using CallControl;
using CallControl.Media;

namespace ForkRecorder;

/// <summary>A call whose audio is copied to this machine while it goes on.</summary>
public sealed class RecordedFlow(ForkReceiver receiver) : ICallFlow
{
    private static readonly UrlSource Notice = MediaSource.Url("https://cdn.example.com/this-call-is-recorded.wav");

    public async Task RunAsync(Call call, CancellationToken callEnded)
    {
        await call.AnswerAsync(callEnded);
        var fork = await call.StartForkAsync(new ForkRequest { Target = UdpAddressOf(receiver.EndPoint) }, callEnded);
        await call.PlayAsync(Notice, callEnded);

        // The caller talks, and presses a key when done.
        await call.GatherAsync(new GatherRequest { Digits = new DigitOptions { Min = 1, Max = 1 }, Timeout = TimeSpan.FromMinutes(1) }, callEnded);
        await fork.StopAsync(callEnded);
        await fork.Completion;
        await call.HangupAsync(callEnded);
    }

    // In production: the address under which the vendor reaches this machine.
    private static Uri UdpAddressOf(IPEndPoint endPoint) => new($"udp://{endPoint}");
}
