using CallControl.Testing;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>Playbacks queue up at the vendor, and its events name none of them.</summary>
public sealed class PlaybackTests
{
    private const string Endless = "https://cdn.example.com/endless.mp3";
    private const string Missing = "https://cdn.example.com/missing.mp3";

    private static readonly UrlSource Song = MediaSource.Url("https://cdn.example.com/song.mp3");
    private static readonly SpeechSource Text = MediaSource.Speech("Hello.");
    private static readonly UrlSource Jingle = MediaSource.Url("https://cdn.example.com/jingle.wav");

    private static readonly TelnyxEmulatorOptions Media = MediaWith(ids: true);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(1, false, false)]
    [InlineData(2, true, true)]
    [InlineData(2, true, false)]
    public async Task Completion_ThreeOfTheSameFileQueued_EachEndsOnItsOwn(int copies, bool shuffle, bool ids)
    {
        await using var world = await TelnyxWorld.StartAsync(options: MediaWith(ids));
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var first = await PlayAsync(call, Song);
        var second = await PlayAsync(call, Song);
        var third = await PlayAsync(call, Song);

        (await first.Completion).End.Should().Be(OperationEnd.Completed);
        (await second.Completion).End.Should().Be(OperationEnd.Completed);
        (await third.Completion).End.Should().Be(OperationEnd.Completed);
        await world.Telnyx.WaitForIdleAsync(Cancelled);
        var ended = world.Events.All.OfType<PlaybackEnded>().Select(each => each.Operation).ToArray();
        ended.Should().BeEquivalentTo([first.Id, second.Id, third.Id], "each report is of one playback");
    }

    [Fact]
    public async Task StopAsync_OfThePlayingOne_LeavesTheQueuedOne()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (caller, call) = await world.ConnectAsync();
        var playing = await PlayAsync(call, MediaSource.Url(Endless));
        var queued = await PlayAsync(call, Song);
        await caller.WaitForPlaybackAsync(Cancelled);

        await playing.StopAsync(Cancelled);

        (await playing.Completion).End.Should().Be(OperationEnd.Stopped);
        (await queued.Completion).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StopAsync_OfTheQueuedOne_WaitsForItsTurn()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (_, call) = await world.ConnectAsync();
        var playing = await PlayAsync(call, Song);
        var queued = await PlayAsync(call, MediaSource.Url(Endless));
        var last = await PlayAsync(call, Jingle);

        await queued.StopAsync(Cancelled);

        (await playing.Completion).End.Should().Be(OperationEnd.Completed);
        (await queued.Completion).End.Should().Be(OperationEnd.Stopped);
        (await last.Completion).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task StopAsync_OfAnEndlessLoop_EndsIt()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (caller, call) = await world.ConnectAsync();
        var loop = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Song], Repeat = null }, Cancelled);
        await caller.WaitForPlaybackAsync(Cancelled);

        await loop.StopAsync(Cancelled);
        await loop.StopAsync(Cancelled);

        (await loop.Completion).End.Should().Be(OperationEnd.Stopped);
    }

    [Theory]
    [InlineData(1, false, true)]
    [InlineData(1, false, false)]
    [InlineData(2, true, true)]
    [InlineData(2, true, false)]
    public async Task Completion_ListOfAllKinds_EndsWithTheLast(int copies, bool shuffle, bool ids)
    {
        await using var world = await TelnyxWorld.StartAsync(options: MediaWith(ids));
        world.Telnyx.Faults.DuplicateWebhooks = copies;
        world.Telnyx.Faults.ReorderWebhooks = shuffle;
        var (_, call) = await world.ConnectAsync();

        var list = await PlayAsync(
            call,
            Song,
            MediaSource.Speech("Hello."),
            MediaSource.Library("welcome"),
            MediaSource.Audio(new byte[] { 1, 2, 3 }, AudioFormat.Wav),
            MediaSource.Ssml("<speak>Goodbye.</speak>", "en-US"));
        var outcome = await list.Completion;

        outcome.End.Should().Be(OperationEnd.Completed);
        await world.Telnyx.WaitForIdleAsync(Cancelled);
        world.Events.All.OfType<PlaybackEnded>().Should().HaveCount(5).And.OnlyContain(each => each.Operation == list.Id && each.Reason == PlaybackReason.Finished);
        world.Telnyx.Traffic.Count(each => each.Name is "playback_start" or "speak").Should().Be(5);
    }

    [Fact]
    public async Task StopAsync_OfAListWithAnotherBehind_IsRefused()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (_, call) = await world.ConnectAsync();
        var list = await PlayAsync(call, MediaSource.Url(Endless), Song);
        await PlayAsync(call, Jingle);

        await list.Invoking(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>();

        list.Completion.IsCompleted.Should().BeFalse();
        world.Telnyx.Traffic.Should().NotContain(each => each.Name == "playback_stop");
    }

    [Fact]
    public async Task Completion_FileIsMissing_FailsWithTheVendorsWord()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (_, call) = await world.ConnectAsync();

        var missing = await PlayAsync(call, MediaSource.Url(Missing));
        var behind = await PlayAsync(call, Song);

        var outcome = await missing.Completion;
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be("file_not_found");
        (await behind.Completion).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Completion_GatherCutsIn_StopsThePlayback()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (caller, call) = await world.ConnectAsync();
        var playing = await PlayAsync(call, MediaSource.Url(Endless));
        await caller.WaitForPlaybackAsync(Cancelled);

        var gather = await call.StartGatherAsync(new GatherRequest { Prompt = [Jingle], Digits = new DigitOptions { Max = 1 } }, Cancelled);
        (await playing.Completion).End.Should().Be(OperationEnd.Stopped);
        await caller.WaitForPromptAsync(Cancelled);
        await caller.PressAsync("7", Cancelled);

        (await gather.Completion).Result!.Digits.Should().Be("7");
        var again = await PlayAsync(call, Jingle);
        (await again.Completion).End.Should().Be(OperationEnd.Completed, "the end of the prompt is not taken for that of the file played next");
    }

    [Theory]
    [InlineData("call.speak.started", true)]
    [InlineData("call.speak.started", false)]
    [InlineData("call.speak.ended", true)]
    [InlineData("call.speak.ended", false)]
    public async Task Completion_OneReportIsLost_TheNextEndsOnItsOwn(string lost, bool ids)
    {
        await using var world = await TelnyxWorld.StartAsync(options: MediaWith(ids));
        var (_, call) = await world.ConnectAsync();
        world.Telnyx.Faults.DropWebhook = name => name == lost;
        var first = await call.StartPlaybackAsync(new PlaybackRequest { Sources = [Text], Deadline = TimeSpan.FromSeconds(1) }, Cancelled);
        var outcome = await first.Completion;
        world.Telnyx.Faults.DropWebhook = null;

        outcome.End.Should().Be(lost.EndsWith("started", StringComparison.Ordinal) ? OperationEnd.Completed : OperationEnd.TimedOut);
        for (var i = 0; i < 3; i++)
        {
            var next = await PlayAsync(call, Text);
            (await next.Completion.WaitAsync(TimeSpan.FromSeconds(20), Cancelled)).End.Should().Be(OperationEnd.Completed);
        }
    }

    [Fact]
    public async Task Completion_CallerHangsUp_EndsAllThatWaits()
    {
        await using var world = await TelnyxWorld.StartAsync(options: Media);
        var (caller, call) = await world.ConnectAsync();
        var playing = await PlayAsync(call, MediaSource.Url(Endless));
        var queued = await PlayAsync(call, Song);
        await caller.WaitForPlaybackAsync(Cancelled);

        await caller.HangUpAsync(Cancelled);

        (await playing.Completion).End.Should().Be(OperationEnd.CallEnded);
        (await queued.Completion).End.Should().Be(OperationEnd.CallEnded);
        (await call.Ended).EndedBy.Should().Be(CallSide.Caller);
    }

    private static TelnyxEmulatorOptions MediaWith(bool ids) => new()
    {
        MediaDurationOf = file => file == Endless ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(80),
        IsMediaMissing = file => file == Missing,
        SendObservedIds = ids,
    };

    private static Task<PlaybackOperation> PlayAsync(Call call, params MediaSource[] sources) =>
        call.StartPlaybackAsync(new PlaybackRequest { Sources = sources }, Cancelled);
}
