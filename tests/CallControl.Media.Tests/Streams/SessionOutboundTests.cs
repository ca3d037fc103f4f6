using CallControl.Testing;

namespace CallControl.Media.Tests;

/// <summary>What is sent, in which order, and what becomes of it.</summary>
public sealed class SessionOutboundTests
{
    // So far ahead that everything that is queued leaves at once.
    private static readonly MediaStreamOptions AtOnce = new() { Lead = TimeSpan.FromSeconds(10) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_PiecesOfAnySize_MakeFramesOf20Milliseconds()
    {
        var random = new Random(20260101);
        var audio = new byte[160 * 200];
        random.NextBytes(audio);
        await using var stream = await OpenStream.StartAsync(AtOnce, new ManualTimeProvider());

        for (var from = 0; from < audio.Length;)
        {
            var length = Math.Min(random.Next(1, 700), audio.Length - from);
            await stream.Session.SendAsync(audio.AsMemory(from, length), Token);
            from += length;
        }

        var frames = (await stream.Peer.NextAsync(200)).Select(TelnyxWire.AudioOf).ToList();
        frames.Should().OnlyContain(frame => frame.Length == 160);
        frames.SelectMany(frame => frame).Should().Equal(audio);
        stream.Session.Statistics.FramesSent.Should().Be(200);
        stream.Session.Statistics.BytesSent.Should().Be(audio.Length);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_WithALongerFrameDuration_MakesFramesOfThat()
    {
        await using var stream = await OpenStream.StartAsync(AtOnce with { FrameDuration = TimeSpan.FromMilliseconds(60) }, new ManualTimeProvider());

        await stream.Session.SendAsync(new byte[960], Token);

        (await stream.Peer.NextAsync(2)).Select(TelnyxWire.Describe).Should().Equal("media 480", "media 480");
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData("PCMU", 8000, 160, 0xFF)]
    [InlineData("PCMA", 8000, 160, 0xD5)]
    [InlineData("L16", 16000, 640, 0x00)]
    public async Task SendAsync_APartOfAFrame_IsFilledUpWithSilenceWhenNothingFollows(string encoding, int sampleRate, int frameBytes, byte silence)
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { OutboundFormat = new MediaFormat(encoding, sampleRate) }, clock);

        await stream.Session.SendAsync(new byte[] { 1, 2, 3, 4 }, Token);
        await stream.SentAsync(0);

        // The 20 ms run from when the pacer has seen it.
        await OpenStream.UntilAsync(() =>
        {
            clock.Move(1);
            return stream.Session.Statistics.FramesSent > 0;
        });

        clock.GetTimestamp().Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(20).Ticks);

        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal([1, 2, 3, 4, .. Enumerable.Repeat(silence, frameBytes - 4)]);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_APartOfAFrameAndTheRestInTime_MakesOneFrame()
    {
        var clock = new SteppedTime();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await stream.Session.SendAsync(new byte[100], Token);
        clock.Move(15);
        await stream.SentAsync(0);

        await stream.Session.SendAsync(new byte[60], Token);

        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal(new byte[160]);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_OfG722_SendsARestAsItIs()
    {
        await using var stream = await OpenStream.StartAsync(AtOnce with { OutboundFormat = new MediaFormat(AudioEncodings.G722, 8000) }, new ManualTimeProvider());

        await stream.Session.SendAsync(new byte[200], Token);
        _ = stream.Session.MarkAsync("end", Token);

        (await stream.Peer.NextAsync(3)).Select(TelnyxWire.Describe).Should().Equal("media 160", "media 40", "mark end");
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData("L16", 16000, SampleByteOrder.LittleEndian, new byte[] { 0x02, 0x01, 0xFE, 0xFF })]
    [InlineData("L16", 16000, SampleByteOrder.BigEndian, new byte[] { 0x01, 0x02, 0xFF, 0xFE })]
    [InlineData("PCMU", 8000, SampleByteOrder.LittleEndian, new byte[] { 0xE7, 0x7F })]
    [InlineData("PCMA", 8000, SampleByteOrder.LittleEndian, new byte[] { 0xC5, 0x55 })]
    public async Task SendAsync_Samples_EncodesThem(string encoding, int sampleRate, SampleByteOrder byteOrder, byte[] expected)
    {
        var options = AtOnce with { OutboundFormat = new MediaFormat(encoding, sampleRate), L16ByteOrder = byteOrder };
        await using var stream = await OpenStream.StartAsync(options, new ManualTimeProvider());

        await stream.Session.SendAsync(new short[] { 0x0102, -2 }, Token);
        _ = stream.Session.MarkAsync("end", Token);

        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Take(expected.Length).Should().Equal(expected);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_SamplesForACodecWithPackets_Throws()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { OutboundFormat = new MediaFormat(AudioEncodings.Opus, 16000) });

        await stream.Awaiting(each => each.Session.SendAsync(new short[160], Token).AsTask()).Should().ThrowAsync<NotSupportedException>();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_WhereFilesAreSent_ThrowsAndTheOtherWayRound()
    {
        await using var files = await OpenStream.StartAsync(new MediaStreamOptions { SendsFiles = true });
        await using var audio = await OpenStream.StartAsync();

        await files.Awaiting(each => each.Session.SendAsync(new byte[160], Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*use SendFileAsync*");
        await files.Awaiting(each => each.Session.SendFileAsync(Array.Empty<byte>(), Token).AsTask()).Should().ThrowAsync<ArgumentException>().WithMessage("The file is empty.*");
        await audio.Awaiting(each => each.Session.SendFileAsync(new byte[1], Token).AsTask()).Should().ThrowAsync<InvalidOperationException>().WithMessage("*MediaStreamOptions.SendsFiles*");
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task MarkAsync_BetweenAudio_ClosesTheFrameBeforeAndComesBehindIt()
    {
        await using var stream = await OpenStream.StartAsync(AtOnce, new ManualTimeProvider());

        await stream.Session.SendAsync(Filled(400, 1), Token);
        _ = stream.Session.MarkAsync("a", Token);
        await stream.Session.SendAsync(Filled(160, 2), Token);
        _ = stream.Session.MarkAsync("b", Token);
        _ = stream.Session.MarkAsync("c", Token);

        var messages = await stream.Peer.NextAsync(7);
        messages.Select(TelnyxWire.Describe).Should().Equal("media 160", "media 160", "media 160", "mark a", "media 160", "mark b", "mark c");
        TelnyxWire.AudioOf(messages[2]).Should().Equal([.. Filled(80, 1), .. Filled(80, 0xFF)]);
        TelnyxWire.AudioOf(messages[4]).Should().Equal(Filled(160, 2));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task MarkAsync_WhenItComesBack_HasBeenPlayed()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());
        await stream.Session.SendAsync(new byte[160], Token);
        var first = stream.Session.MarkAsync("first", Token);
        var second = stream.Session.MarkAsync("second", Token);
        await stream.Peer.NextAsync(3);
        first.IsCompleted.Should().BeFalse();

        await stream.Peer.SendAsync(TelnyxWire.Mark("first"));

        (await first.WaitAsync(Token)).Should().Be(MarkOutcome.Played);
        second.IsCompleted.Should().BeFalse();
        await stream.Peer.SendAsync(TelnyxWire.Mark("second"));
        (await second.WaitAsync(Token)).Should().Be(MarkOutcome.Played);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task MarkAsync_WithANameThatIsOut_IsRefusedUntilItIsBack()
    {
        await using var stream = await OpenStream.StartAsync();
        var first = stream.Session.MarkAsync("same", Token);

        await stream.Awaiting(each => each.Session.MarkAsync("same", Token)).Should().ThrowAsync<ArgumentException>().WithMessage("*has not come back yet*");
        await stream.Awaiting(each => each.Session.MarkAsync("", Token)).Should().ThrowAsync<ArgumentException>();

        await stream.Peer.SendAsync(TelnyxWire.Mark("same"));
        await first.WaitAsync(Token);
        var again = stream.Session.MarkAsync("same", Token);
        (await stream.Peer.NextAsync(2)).Select(TelnyxWire.Describe).Should().Equal("mark same", "mark same");
        again.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task MarkAsync_AThousandAreOut_RefusesMore()
    {
        await using var stream = await OpenStream.StartAsync();
        for (var i = 0; i < 1000; i++)
            _ = stream.Session.MarkAsync($"m{i}", Token);

        await stream.Awaiting(each => each.Session.MarkAsync("more", Token)).Should().ThrowAsync<InvalidOperationException>().WithMessage("1000 marks have not come back*");
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task MarkAsync_Cancelled_IsSentAllTheSame()
    {
        await using var stream = await OpenStream.StartAsync();
        using var cancellation = new CancellationTokenSource();
        var mark = stream.Session.MarkAsync("m", cancellation.Token);

        await cancellation.CancelAsync();

        await mark.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        TelnyxWire.Describe(await stream.Peer.NextAsync()).Should().Be("mark m");
        stream.Session.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ClearAsync_InTheMiddle_ThrowsAwayWhatIsQueuedHereAndThere()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { OutboundCapacity = TimeSpan.FromSeconds(1) }, clock);
        var sent = stream.Session.MarkAsync("sent", Token);
        await stream.Session.SendAsync(Filled(4000, 1), Token);
        await stream.Session.SendAsync(Filled(8000, 1), Token);
        var queued = stream.Session.MarkAsync("queued", Token);
        var waiting = stream.Session.SendAsync(Filled(160, 2), Token).AsTask();
        await stream.Peer.NextAsync(7);
        waiting.IsCompleted.Should().BeFalse();

        await stream.Session.ClearAsync(Token);

        await waiting.WaitAsync(Token);
        (await queued.WaitAsync(Token)).Should().Be(MarkOutcome.Cleared);
        TelnyxWire.Describe(await stream.Peer.NextAsync()).Should().Be("clear");
        (await sent.WaitAsync(Token)).Should().Be(MarkOutcome.Cleared, "not every vendor says that it sends it back");
        var again = stream.Session.MarkAsync("sent", Token);
        TelnyxWire.Describe(await stream.Peer.NextAsync()).Should().Be("mark sent~1", "the old one may still come back");
        await stream.Peer.SendAsync(TelnyxWire.Mark("sent"));
        await stream.Peer.SendAsync(TelnyxWire.Mark("sent~1"));
        (await again.WaitAsync(Token)).Should().Be(MarkOutcome.Played);

        await stream.Session.SendAsync(Filled(160, 3), Token);
        TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal(Filled(160, 3));
        var later = stream.Session.MarkAsync("later", Token);
        await stream.Peer.SendAsync(TelnyxWire.Mark("later"));
        (await later.WaitAsync(Token)).Should().Be(MarkOutcome.Played);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ClearAsync_WhileAllSend_LetsNothingOldBehindTheClear()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { Lead = TimeSpan.FromSeconds(10), OutboundCapacity = TimeSpan.FromMilliseconds(100) }, new FastTime(100));
        for (byte round = 1; round <= 50; round++)
        {
            var value = round;
            var sending = Task.Run(
                async () =>
                {
                    for (var i = 0; i < 50; i++)
                        await stream.Session.SendAsync(Filled(50, value), Token);
                },
                Token);
            await stream.Peer.NextAsync();
            await stream.Session.ClearAsync(Token);
            await sending.WaitAsync(Token);
            await stream.Session.ClearAsync(Token);
            await stream.Session.SendAsync(Filled(160, 0), Token);

            string message;
            var clears = 0;
            do
            {
                message = await stream.Peer.NextAsync();
                clears += TelnyxWire.Describe(message) == "clear" ? 1 : 0;
            }
            while (clears < 2);

            TelnyxWire.AudioOf(await stream.Peer.NextAsync()).Should().Equal(Filled(160, 0));
        }
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ClearAsync_Cancelled_LeavesTheStreamAlive()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, peer: await StreamPeer.ConnectAsync(reads: false, bufferBytes: 4096));
        await BlockAsync(stream);
        using var cancellation = new CancellationTokenSource();
        var clearing = stream.Session.ClearAsync(cancellation.Token);

        await cancellation.CancelAsync();

        await clearing.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        stream.Peer.Read();
        string message;
        do
            message = await stream.Peer.NextAsync();
        while (TelnyxWire.Describe(message) != "clear");

        stream.Session.Completion.IsCompleted.Should().BeFalse();
        await stream.Peer.SendAsync(TelnyxWire.Stop);
        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendDtmfAsync_WhereTheVendorTakesKeys_OvertakesAudio()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync("""{"event":"start","stream":"s1"}""", time: clock, protocol: SampleStreamProtocol.Instance);
        await stream.Session.SendAsync(new byte[80_000], Token);
        await stream.Peer.NextAsync(6);

        await stream.Session.SendDtmfAsync("1#", Token);

        (await stream.Peer.NextAsync(2)).Should().Equal(
            """{"event":"dtmf","stream":"s1","dtmf":{"digit":"1"}}""", """{"event":"dtmf","stream":"s1","dtmf":{"digit":"#"}}""");
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendDtmfAsync_WhereTheVendorTakesNone_SaysWhatToDo()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Awaiting(each => each.Session.SendDtmfAsync("1", Token)).Should().ThrowAsync<NotSupportedException>()
            .WithMessage("The media streams of telnyx take no keys: send a DTMF command to the call instead.");
        await stream.Awaiting(each => each.Session.SendDtmfAsync("1x", Token)).Should().ThrowAsync<ArgumentException>().WithMessage("Keys are 0-9, A-D, * and #.*");
        await stream.Session.SendAsync(new byte[160], Token);
        TelnyxWire.Describe(await stream.Peer.NextAsync()).Should().Be("media 160");
    }

    /// <summary>Sends until the connection takes no more: the sender waits in the middle of a message.</summary>
    internal static async Task BlockAsync(OpenStream stream)
    {
        for (var i = 0; i < 40; i++)
            _ = stream.Session.MarkAsync(i + new string('x', 200_000), Token);

        // All marks go at once; what does not fit into the systems' buffers holds up the sender.
        await stream.Peer.SendAsync(TelnyxWire.Media(1));
        await stream.ReceivedAsync(1);
    }

    private static byte[] Filled(int length, byte value)
    {
        var audio = new byte[length];
        Array.Fill(audio, value);
        return audio;
    }
}
