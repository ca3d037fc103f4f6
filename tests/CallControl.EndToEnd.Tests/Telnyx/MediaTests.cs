using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>Recordings, streams and forks.</summary>
public sealed class MediaTests
{
    private static readonly Uri Socket = new("wss://media.example.com/stream");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Conditions => new() { { 1, false }, { 2, false }, { 2, true } };

    [Fact]
    public async Task Recording_WithPauseAndStop_IsCompletedWithItsAddress()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(
            new RecordingRequest { Format = AudioFormat.Wav, Stereo = true, Track = AudioTrack.Both, Beep = true, MaxDuration = TimeSpan.FromMinutes(5) }, Cancelled);

        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);
        await recording.StopAsync(Cancelled);
        var outcome = await recording.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Recording.Should().NotBeNull();
        outcome.Result.Urls.Should().ContainSingle().Which.AbsolutePath.Should().EndWith(".wav");
        outcome.Result.Duration.Should().BePositive();
        world.Telnyx.Traffic.Where(each => each.Direction == TrafficDirection.Command).Select(each => each.Name).Should()
            .ContainInOrder("record_start", "record_pause", "record_resume", "record_stop");
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Stream_StartedAndStopped_EndsAsStopped(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        for (var i = 0; i < 3; i++)
        {
            var stream = await call.Control.StartStreamAsync(
                call.Id, new StreamRequest { Url = Socket, Bidirectional = true, Codec = AudioCodec.L16, SampleRateHz = 16_000 }, Cancelled);
            await stream.StopAsync(Cancelled);
            (await stream.Completion).End.Should().Be(OperationEnd.Stopped);
        }
    }

    [Fact]
    public async Task Stream_CannotBeOpened_Fails()
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Script.StreamFailure = _ => "connection refused";
        var (_, call) = await world.ConnectAsync();

        var stream = await call.Control.StartStreamAsync(call.Id, new StreamRequest { Url = Socket }, Cancelled);
        var outcome = await stream.Completion;

        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Message.Should().Contain("connection refused");
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Fork_StartedAndStopped_EndsAsStopped(int copies, bool shuffle)
    {
        await using var world = await TelnyxWorld.StartAsync();
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        for (var i = 0; i < 3; i++)
        {
            var fork = await call.Control.StartForkAsync(call.Id, ForkOf(), Cancelled);
            await fork.StopAsync(Cancelled);
            (await fork.Completion).End.Should().Be(OperationEnd.Stopped);
        }
    }

    [Fact]
    public async Task Stream_ForkIsStarted_EndsTheStream()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        var stream = await call.Control.StartStreamAsync(call.Id, new StreamRequest { Url = Socket }, Cancelled);

        var fork = await call.Control.StartForkAsync(call.Id, ForkOf(), Cancelled);

        (await stream.Completion).End.Should().Be(OperationEnd.Completed);
        await call.HangupAsync(Cancelled);
        (await fork.Completion).End.Should().BeOneOf([OperationEnd.Completed, OperationEnd.CallEnded], "whichever report comes first");
    }

    private static ForkRequest ForkOf() => new() { InboundTarget = new Uri("udp://192.0.2.1:40000"), OutboundTarget = new Uri("udp://192.0.2.1:40002") };
}
