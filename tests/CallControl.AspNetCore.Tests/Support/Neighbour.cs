using System.Net.WebSockets;
using CallControl.Media;
using CallControl.Media.Tests;

namespace CallControl.AspNetCore.Tests;

/// <summary>A stream beside that of a test, which must go on whatever happens there: each frame is heard, sent back and played.</summary>
internal sealed class Neighbour : IAsyncDisposable
{
    private readonly ClientWebSocket _vendor;
    private readonly MediaStreamSession _session;
    private readonly IAsyncEnumerator<AudioFrame> _frames;
    private readonly CancellationTokenSource _leaving = new();
    private readonly Task _talking;
    private int _rounds;

    private Neighbour(ClientWebSocket vendor, MediaStreamSession session)
    {
        (_vendor, _session) = (vendor, session);
        _frames = session.ReadAudioAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        _talking = Task.Run(TalkAsync);
    }

    public static async Task<Neighbour> StartAsync(StreamHost host)
    {
        var (vendor, session, _) = await host.StartStreamAsync(new MediaStreamOptions { Lead = TimeSpan.FromSeconds(10) });
        var neighbour = new Neighbour(vendor, session);
        await neighbour.GoOnAsync();
        return neighbour;
    }

    /// <summary>Waits until some more frames have gone both ways.</summary>
    public Task GoOnAsync()
    {
        var goal = Volatile.Read(ref _rounds) + 5;
        return Patience.For(Task.WhenAny(Patience.UntilAsync(() => Volatile.Read(ref _rounds) >= goal), _talking).Unwrap());
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        await Patience.For(_talking);
        var statistics = _session.Statistics;
        (statistics.FramesReceived, statistics.FramesSent).Should().Be((_rounds, _rounds));
        (statistics.FramesLost, statistics.FramesLate, statistics.FramesDropped).Should().Be((0, 0, 0));
        _session.Completion.IsCompleted.Should().BeFalse();
        var closing = _session.DisposeAsync();
        (await _vendor.HearCloseAsync()).Code.Should().Be(1000);
        await closing;
        await _frames.DisposeAsync();
        _vendor.Dispose();
        _leaving.Dispose();
    }

    private async Task TalkAsync()
    {
        var audio = new byte[160];
        for (var round = 1; !_leaving.IsCancellationRequested; round++)
        {
            Array.Fill(audio, (byte)round);
            await _vendor.SayAsync(TelnyxWire.Media(round, audio));
            (await Patience.For(_frames.MoveNextAsync().AsTask())).Should().BeTrue();
            _frames.Current.Chunk.Should().Be(round);
            await _session.SendAsync(_frames.Current.Payload);
            var mark = _session.MarkAsync($"m{round}");
            TelnyxWire.AudioOf((await _vendor.HearAsync())!).Should().Equal(audio);
            TelnyxWire.Describe((await _vendor.HearAsync())!).Should().Be($"mark m{round}");
            await _vendor.SayAsync(TelnyxWire.Mark($"m{round}"));
            (await Patience.For(mark)).Should().Be(MarkOutcome.Played);
            Interlocked.Increment(ref _rounds);
        }
    }
}
