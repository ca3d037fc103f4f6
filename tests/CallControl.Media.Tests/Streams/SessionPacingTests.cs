namespace CallControl.Media.Tests;

/// <summary>Audio leaves at the pace at which it is played: never further ahead than it may, and never drifting.</summary>
public sealed class SessionPacingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_TenSeconds_TakesTenSecondsAndNoFrameIsEarly()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await stream.Session.SendAsync(new byte[80_000], Token);
        await stream.SentAsync(6);

        // Frame n is played from n * 20 ms on, and may leave 100 ms before.
        for (var sent = 6; sent < 500; sent++)
        {
            clock.Move(19);
            await clock.SettledAsync();
            stream.Session.Statistics.FramesSent.Should().Be(sent);
            clock.Move(1);
            await stream.SentAsync(sent + 1);
        }

        (await stream.Peer.NextAsync(500)).Should().OnlyContain(message => TelnyxWire.AudioOf(message).Length == 160);
        stream.Session.Statistics.BytesSent.Should().Be(80_000);
        clock.GetTimestamp().Should().Be(TimeSpan.FromMilliseconds(9880).Ticks);
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(0, 1)]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(100, 6)]
    [InlineData(1000, 51)]
    public async Task SendAsync_AtOnce_SendsAsMuchAsTheLeadAllows(int leadMilliseconds, int expected)
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { Lead = TimeSpan.FromMilliseconds(leadMilliseconds) }, clock);

        await stream.Session.SendAsync(new byte[16_000], Token);
        await stream.SentAsync(expected);

        clock.Move((20 - (leadMilliseconds % 20)) * 0.9);
        await clock.SettledAsync();
        await stream.SentAsync(expected);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_WhenTheTimerIsALittleLate_DoesNotDrift()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { Lead = TimeSpan.Zero }, clock);
        await stream.Session.SendAsync(new byte[160 * 51], Token);
        await stream.SentAsync(1);

        // Each other frame is sent 19 ms after it is due.
        for (var sent = 1; sent < 50; sent++)
        {
            clock.Move(sent % 2 == 0 ? 1 : 39);
            await stream.SentAsync(sent + 1);
        }

        clock.Move(1);
        await stream.SentAsync(51);
        clock.GetTimestamp().Should().Be(TimeSpan.FromMilliseconds(1000).Ticks);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_AfterAStall_GoesOnFromNowInsteadOfCatchingUp()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await stream.Session.SendAsync(new byte[80_000], Token);
        await stream.SentAsync(6);

        clock.Move(2000);
        await stream.SentAsync(12);

        clock.Move(19);
        await clock.SettledAsync();
        await stream.SentAsync(12);
        clock.Move(1);
        await stream.SentAsync(13);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_AfterAPauseOfTheApplication_IsNoFurtherAhead()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await stream.Session.SendAsync(new byte[160], Token);
        await stream.SentAsync(1);
        clock.Move(30);

        await stream.Session.SendAsync(new byte[16_000], Token);
        await stream.SentAsync(7);

        clock.Move(19);
        await clock.SettledAsync();
        await stream.SentAsync(7);
        clock.Move(1);
        await stream.SentAsync(8);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_WhenTheCapacityIsQueued_WaitsForRoom()
    {
        var clock = new SteppedTime();
        var options = new MediaStreamOptions { Lead = TimeSpan.Zero, OutboundCapacity = TimeSpan.FromMilliseconds(100) };
        await using var stream = await OpenStream.StartAsync(options, clock);
        await stream.Session.SendAsync(new byte[160], Token);
        await stream.SentAsync(1);
        for (var i = 0; i < 5; i++)
            stream.Session.SendAsync(new byte[160], Token).AsTask().IsCompletedSuccessfully.Should().BeTrue();

        var sixth = stream.Session.SendAsync(new byte[160], Token).AsTask();
        for (var sent = 2; sent <= 3; sent++)
        {
            clock.Move(20);
            await stream.SentAsync(sent);
            sixth.IsCompleted.Should().BeFalse();
        }

        // Half of it has left.
        clock.Move(20);
        await sixth.WaitAsync(Token);
        stream.Session.SendAsync(new byte[320], Token).AsTask().IsCompletedSuccessfully.Should().BeTrue();
        stream.Session.SendAsync(new byte[160], Token).AsTask().IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_ManyFilledUpFrames_LetNoMoreInThanTheCapacity()
    {
        var clock = new SteppedTime();
        var options = new MediaStreamOptions { Lead = TimeSpan.Zero, OutboundCapacity = TimeSpan.FromMilliseconds(100) };
        await using var stream = await OpenStream.StartAsync(options, clock);
        await stream.Session.SendAsync(new byte[160], Token);
        await stream.SentAsync(1);
        for (var i = 0; i < 10; i++)
        {
            stream.Session.SendAsync(new byte[80], Token).AsTask().IsCompletedSuccessfully.Should().BeTrue();
            _ = stream.Session.MarkAsync($"m{i}", Token);
        }

        var waiting = stream.Session.SendAsync(new byte[160], Token).AsTask();
        for (var sent = 2; sent <= 5; sent++)
        {
            clock.Move(20);
            await stream.SentAsync(sent);
            waiting.IsCompleted.Should().BeFalse();
        }

        // Half of it are five pieces of 10 ms, each in a frame of its own.
        clock.Move(20);
        await waiting.WaitAsync(Token);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_CancelledWhileItWaits_QueuesNothing()
    {
        var clock = new SteppedTime();
        var options = new MediaStreamOptions { Lead = TimeSpan.Zero, OutboundCapacity = TimeSpan.FromMilliseconds(20) };
        await using var stream = await OpenStream.StartAsync(options, clock);
        await stream.Session.SendAsync(Filled(1), Token);
        await stream.SentAsync(1);
        await stream.Session.SendAsync(Filled(2), Token);
        using var cancellation = new CancellationTokenSource();
        var waiting = stream.Session.SendAsync(Filled(3), cancellation.Token).AsTask();

        await cancellation.CancelAsync();

        await waiting.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        clock.Move(20);
        await stream.SentAsync(2);
        await stream.Session.SendAsync(Filled(4), Token);
        clock.Move(20);
        (await stream.Peer.NextAsync(3)).Select(message => TelnyxWire.AudioOf(message)[0]).Should().Equal(1, 2, 4);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendFileAsync_SeveralFiles_SendsOneASecond()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { SendsFiles = true }, clock);
        foreach (var file in new byte[][] { [1, 2, 3], [4], [5, 6] })
            await stream.Session.SendFileAsync(file, Token);

        await stream.SentAsync(1);
        clock.Move(999);
        await clock.SettledAsync();
        await stream.SentAsync(1);

        // Late by half a second: the next one is late by as much, since the vendor counts.
        clock.Move(501);
        await stream.SentAsync(2);
        clock.Move(999);
        await clock.SettledAsync();
        await stream.SentAsync(2);
        clock.Move(1);
        await stream.SentAsync(3);
        (await stream.Peer.NextAsync(3)).Select(message => TelnyxWire.AudioOf(message)[0]).Should().Equal(1, 4, 5);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ClearAsync_BetweenFiles_SendsTheNextNoEarlier()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { SendsFiles = true }, clock);
        await stream.Session.SendFileAsync(new byte[] { 1 }, Token);
        await stream.Session.SendFileAsync(new byte[] { 2 }, Token);
        await stream.SentAsync(1);
        await stream.Session.ClearAsync(Token);

        await stream.Session.SendFileAsync(new byte[] { 3 }, Token);
        clock.Move(999);
        await clock.SettledAsync();
        await stream.SentAsync(1);
        clock.Move(1);
        await stream.SentAsync(2);

        var messages = await stream.Peer.NextAsync(3);
        TelnyxWire.Describe(messages[1]).Should().Be("clear");
        TelnyxWire.AudioOf(messages[2]).Should().Equal(3);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_PacketsOfACodec_GoOutOneAMessageAtTheirPace()
    {
        var clock = new SteppedTime();
        var options = new MediaStreamOptions { OutboundFormat = new MediaFormat(AudioEncodings.Opus, 16000), Lead = TimeSpan.Zero };
        await using var stream = await OpenStream.StartAsync(options, clock);
        await stream.Session.SendAsync(new byte[] { 1, 2, 3 }, Token);
        await stream.Session.SendAsync(new byte[] { 4 }, Token);

        await stream.SentAsync(1);
        clock.Move(19);
        await clock.SettledAsync();
        await stream.SentAsync(1);
        clock.Move(1);

        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal(1, 2, 3);
        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal(4);
    }

    private static byte[] Filled(byte value)
    {
        var audio = new byte[160];
        Array.Fill(audio, value);
        return audio;
    }
}
