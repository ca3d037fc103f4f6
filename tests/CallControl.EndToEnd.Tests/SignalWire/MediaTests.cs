using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>Playbacks, recordings, streams and taps.</summary>
public sealed class MediaTests
{
    private const string Song = "https://cdn.example.com/song.mp3";

    private static readonly Uri Socket = new("wss://media.example.com/stream");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<int, bool> Conditions => new() { { 1, false }, { 2, false }, { 2, true } };

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Playback_ListOfAllKinds_EndsOnce(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var playback = await call.StartPlaybackAsync(
            new PlaybackRequest
            {
                Sources =
                [
                    MediaSource.Url(Song),
                    MediaSource.Speech("Hello.", "en-GB"),
                    MediaSource.Silence(TimeSpan.FromMilliseconds(20)),
                    MediaSource.Ringtone("de", TimeSpan.FromMilliseconds(20)),
                ],
                Repeat = 2,
            },
            Cancelled);

        (await playback.Completion).End.Should().Be(OperationEnd.Completed);
        await world.SignalWire.WaitForIdleAsync(Cancelled);
        world.Events.All.OfType<PlaybackEnded>().Should().ContainSingle().Which.Operation.Should().Be(playback.Id);
    }

    [Fact]
    public async Task Playback_Steered_IsPausedResumedAndStopped()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Url(Song)], Repeat = null }, Cancelled);
        await caller.WaitForPlaybackAsync(Cancelled);

        await playback.PauseAsync(Cancelled);
        await playback.ResumeAsync(Cancelled);
        await playback.SetVolumeAsync(-6, Cancelled);
        await playback.StopAsync(Cancelled);

        (await playback.Completion).End.Should().Be(OperationEnd.Stopped);
        world.SignalWire.Traffic.Where(each => each.Direction == TrafficDirection.Command).Select(each => each.Name).Should()
            .ContainInOrder("calling.play", "calling.play.pause", "calling.play.resume", "calling.play.volume", "calling.play.stop");
        await playback.StopAsync(Cancelled);
    }

    [Fact]
    public async Task Playback_CallerHangsUp_Ends()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        var playback = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [MediaSource.Url(Song)], Repeat = null }, Cancelled);
        var recording = await call.StartRecordingAsync(Cancelled);
        await caller.WaitForPlaybackAsync(Cancelled);

        await caller.HangUpAsync(Cancelled);
        await call.Ended.WaitAsync(Cancelled);

        playback.Completion.IsCompleted.Should().BeTrue();
        recording.Completion.IsCompleted.Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Recording_WithPauses_GoesOnUntilItIsStopped(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (caller, call) = await world.ConnectAsync();
        var recording = await call.StartRecordingAsync(
            new RecordingRequest { Format = AudioFormat.Wav, Stereo = true, Track = AudioTrack.Both, Beep = true, MaxDuration = TimeSpan.FromMinutes(5) }, Cancelled);

        // The vendor's own defaults would end it here.
        await caller.PressAsync("#", Cancelled);
        await recording.PauseAsync(Cancelled);
        await recording.ResumeAsync(Cancelled);
        recording.Completion.IsCompleted.Should().BeFalse();
        await recording.StopAsync(Cancelled);
        var outcome = await recording.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        outcome.Result!.Urls.Should().ContainSingle().Which.AbsolutePath.Should().EndWith(".wav");
        world.SignalWire.Traffic.Where(each => each.Direction == TrafficDirection.Command).Select(each => each.Name).Should()
            .ContainInOrder("calling.record", "calling.record.pause", "calling.record.resume", "calling.record.stop");
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Stream_StartedAndStopped_EndsAsStopped(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        for (var i = 0; i < 3; i++)
        {
            var stream = await call.StartStreamAsync(
                new StreamRequest { Url = Socket, Codec = AudioCodec.L16, SampleRateHz = 24_000, Track = AudioTrack.Both, Parameters = new Dictionary<string, string> { ["tenant"] = "one" } },
                Cancelled);
            await stream.StopAsync(Cancelled);
            (await stream.Completion).End.Should().Be(OperationEnd.Stopped);
        }
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Fork_OfBothDirectionsApart_IsTwoTaps(int copies, bool shuffle)
    {
        await using var world = await SignalWireWorld.StartAsync();
        world.SignalWire.Faults.DuplicateWebhooks = copies;
        world.SignalWire.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var fork = await call.StartForkAsync(
            new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.5:5006"), Codec = AudioCodec.Pcmu }, Cancelled);
        await fork.StopAsync(Cancelled);

        (await fork.Completion).End.Should().Be(OperationEnd.Stopped);
        world.SignalWire.Traffic.Count(each => each.Direction == TrafficDirection.Command && each.Name == "calling.tap").Should().Be(2);
        world.SignalWire.Traffic.Count(each => each.Direction == TrafficDirection.Command && each.Name == "calling.tap.stop").Should().Be(2);
    }

    [Fact]
    public async Task Fork_ToAWebSocket_IsOneTap()
    {
        await using var world = await SignalWireWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();

        var fork = await call.StartForkAsync(new ForkRequest { Target = Socket }, Cancelled);
        await world.Events.WaitForAsync<ForkStarted>(each => each.Operation == fork.Id);
        await fork.StopAsync(Cancelled);

        (await fork.Completion).End.Should().Be(OperationEnd.Stopped);
    }
}
