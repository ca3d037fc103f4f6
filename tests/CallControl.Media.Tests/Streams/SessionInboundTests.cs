using CallControl.Testing;

namespace CallControl.Media.Tests;

/// <summary>What comes is handed out in order, each track by its chunks; what is missing is told.</summary>
public sealed class SessionInboundTests
{
    private static readonly TimeSpan Delay = new MediaStreamOptions().ReorderDelay;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_ChunksOutOfOrder_ArePutInOrder()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());

        await SendAsync(stream, 1, 3, 2, 6, 5, 4, 7);

        (await stream.HearAsync(7)).Should().Equal(Enumerable.Range(1, 7).Select(chunk => Frame(chunk)));
        var statistics = stream.Session.Statistics;
        statistics.FramesReceived.Should().Be(7);
        statistics.BytesReceived.Should().Be(7);
        statistics.FramesReordered.Should().Be(3);
        (statistics.FramesLost, statistics.FramesLate, statistics.FramesDropped, statistics.Restarts).Should().Be((0, 0, 0, 0));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhenAChunkIsMissing_GoesOnAfterTheDelayAndTellsTheGap()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, 1, 2, 5, 6);
        await stream.ReceivedAsync(4);
        (await stream.HearAsync(2)).Should().Equal(Frame(1), Frame(2));
        var next = stream.HearAsync(2);
        clock.Advance(Delay - TimeSpan.FromTicks(1));
        next.IsCompleted.Should().BeFalse();

        clock.Advance(TimeSpan.FromTicks(1));

        (await next).Should().Equal(Frame(5, lostBefore: 2), Frame(6));
        stream.Session.Statistics.FramesLost.Should().Be(2);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_BehindSeveralGaps_WaitsForNoChunkLongerThanTheDelay()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, 1, 3);
        await stream.ReceivedAsync(2);
        clock.Advance(Delay * 0.6);
        await SendAsync(stream, 5);
        await stream.ReceivedAsync(3);

        clock.Advance(Delay * 0.4);
        (await stream.HearAsync(2)).Should().Equal(Frame(1), Frame(3, lostBefore: 1));
        var next = stream.HearAsync(1);
        clock.Advance((Delay * 0.6) - TimeSpan.FromTicks(1));
        next.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromTicks(1));

        (await next).Should().Equal(Frame(5, lostBefore: 1));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhenTheOldestComesBehindAYoungerOne_WaitsForTheOldest()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, 1, 5);
        await stream.ReceivedAsync(2);
        clock.Advance(Delay * 0.5);
        await SendAsync(stream, 3);
        await stream.ReceivedAsync(3);

        clock.Advance(Delay * 0.5);

        (await stream.HearAsync(3)).Should().Equal(Frame(1), Frame(3, lostBefore: 1), Frame(5, lostBefore: 1));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_LateAndDuplicateChunks_AreDroppedAndCounted()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, 1, 1, 2, 4, 4);
        await stream.ReceivedAsync(5);
        clock.Advance(Delay);

        await SendAsync(stream, 3, 5);

        (await stream.HearAsync(4)).Should().Equal(Frame(1), Frame(2), Frame(4, lostBefore: 1), Frame(5));
        var statistics = stream.Session.Statistics;
        (statistics.FramesReceived, statistics.FramesLate, statistics.FramesLost).Should().Be((7, 3, 1));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhenTheWindowIsFull_GivesUpWhatIsMissingWithoutWaiting()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { ReorderWindow = 4 }, new ManualTimeProvider());

        await SendAsync(stream, 1, 3, 4, 5, 6, 7);

        (await stream.HearAsync(6)).Should().Equal(Frame(1), Frame(3, lostBefore: 1), Frame(4), Frame(5), Frame(6), Frame(7));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WithAWindowOfOne_TakesThemAsTheyCome()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { ReorderWindow = 1 }, new ManualTimeProvider());

        await SendAsync(stream, 1, 3, 2, 4);

        (await stream.HearAsync(3)).Should().Equal(Frame(1), Frame(3, lostBefore: 1), Frame(4));
        stream.Session.Statistics.FramesLate.Should().Be(1);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_OfTwoTracks_CountsEachOnItsOwn()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());

        await stream.Peer.SendAsync(
            TelnyxWire.Media(1), TelnyxWire.Media(1, "outbound"), TelnyxWire.Media(3), TelnyxWire.Media(2, "outbound"), TelnyxWire.Media(3, "outbound"), TelnyxWire.Media(2));

        var heard = await stream.HearAsync(6);
        heard.Where(frame => frame.Track == AudioDirection.Inbound).Select(frame => frame.Chunk).Should().Equal(1, 2, 3);
        heard.Where(frame => frame.Track == AudioDirection.Outbound).Select(frame => frame.Chunk).Should().Equal(1, 2, 3);
        heard.Should().OnlyContain(frame => frame.LostBefore == 0);
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(2, 90_000)]
    [InlineData(90_000, 2)]
    public async Task ReadAudioAsync_WhenTheCountJumpsFar_BeginsAnew(long before, long after)
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, before);
        await stream.ReceivedAsync(1);
        clock.Advance(Delay);

        await SendAsync(stream, after, after + 1);

        (await stream.HearAsync(3)).Should().Equal(Frame(before), Frame(after), Frame(after + 1));
        (stream.Session.Statistics.Restarts, stream.Session.Statistics.FramesLost, stream.Session.Statistics.FramesLate).Should().Be((1, 0, 0));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhenTheFirstToComeIsNotTheFirst_KeepsTheOneBeforeIt()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(time: clock);
        await SendAsync(stream, 2, 1, 3);
        await stream.ReceivedAsync(3);

        clock.Advance(Delay);

        (await stream.HearAsync(3)).Should().Equal(Frame(1), Frame(2), Frame(3));
        stream.Session.Statistics.FramesLost.Should().Be(0);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WithoutChunkNumbers_TakesThemAsTheyCome()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());

        await stream.Peer.SendAsync(TelnyxWire.MediaWithoutChunk(9), TelnyxWire.MediaWithoutChunk(7), TelnyxWire.MediaWithoutChunk(8));

        (await stream.HearAsync(3)).Select(frame => (frame.Chunk, frame.FirstByte)).Should().Equal((null, 9), (null, 7), (null, 8));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WithNegativeOrAbsurdNumbers_TakesThemAsTheyCome()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());

        await SendAsync(stream, -1, long.MaxValue, 1, long.MinValue);

        (await stream.HearAsync(4)).Select(frame => frame.Chunk).Should().Equal(-1, long.MaxValue, 1, long.MinValue);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_AtTheStop_HandsOutWhatWaitsAndEnds()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());
        await SendAsync(stream, 1, 3, 5);

        await stream.Peer.SendAsync(TelnyxWire.Stop);

        (await stream.HearRestAsync()).Should().Equal(Frame(1), Frame(3, lostBefore: 1), Frame(5, lostBefore: 1));
        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhenNobodyHasRead_HasTheYoungestFrames()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { InboundCapacity = 4 }, new ManualTimeProvider());
        await SendAsync(stream, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        await stream.Peer.SendAsync(TelnyxWire.Stop);
        await stream.EndAsync();

        var heard = await stream.HearRestAsync();

        heard.Should().Equal(Frame(7), Frame(8), Frame(9), Frame(10));
        (stream.Session.Statistics.FramesReceived, stream.Session.Statistics.FramesDropped).Should().Be((10, 6));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WithLossDuplicatesAndReorder_CountsThemExactly()
    {
        const int Chunks = 2_000;
        var random = new Random(20260101);
        var lost = Enumerable.Range(2, Chunks - 2).Where(_ => random.Next(100) < 2).ToHashSet();
        var sent = Enumerable.Range(1, Chunks).Where(chunk => !lost.Contains(chunk)).ToList();
        var doubled = sent.Where(_ => random.Next(100) < 1).ToHashSet();
        var order = sent.Select(chunk => (Chunk: chunk, At: chunk == 1 ? 0 : chunk + random.Next(5)))
            .Concat(doubled.Select(chunk => (Chunk: chunk, At: chunk + 5 + random.Next(5))))
            .OrderBy(each => each.At)
            .Select(each => each.Chunk)
            .ToList();
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { InboundCapacity = 10_000 }, new ManualTimeProvider());
        foreach (var chunk in order)
            await stream.Peer.SendAsync(TelnyxWire.Media(chunk));

        await stream.Peer.SendAsync(TelnyxWire.Stop);
        var heard = await stream.HearRestAsync();

        heard.Select(frame => (int)frame.Chunk!.Value).Should().Equal(sent);
        heard.Sum(frame => frame.LostBefore).Should().Be(lost.Count).And.BePositive();
        var highest = 0;
        var statistics = stream.Session.Statistics;
        statistics.FramesReceived.Should().Be(order.Count);
        statistics.FramesLost.Should().Be(lost.Count);
        statistics.FramesLate.Should().Be(doubled.Count).And.BePositive();
        statistics.FramesReordered.Should().Be(order.Distinct().Count(chunk => chunk < highest || (highest = chunk) < 0)).And.BePositive();
        (statistics.FramesDropped, statistics.Restarts).Should().Be((0, 0));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_WhileAnotherReads_Throws()
    {
        await using var stream = await OpenStream.StartAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using var reader = stream.Session.ReadAudioAsync(leaving.Token).GetAsyncEnumerator(Token);
        var waiting = reader.MoveNextAsync().AsTask();

        await stream.Awaiting(each => each.HearAsync(1)).Should().ThrowAsync<InvalidOperationException>().WithMessage("*one reader at a time*");

        await leaving.CancelAsync();
        await waiting.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        await SendAsync(stream, 1);
        (await stream.HearAsync(1)).Should().Equal(Frame(1));
        stream.Session.Completion.IsCompleted.Should().BeFalse();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Payload_OnceTheNextFrameIsAskedFor_Throws()
    {
        await using var stream = await OpenStream.StartAsync();
        await SendAsync(stream, 1, 2);
        await using var reader = stream.Session.ReadAudioAsync(Token).GetAsyncEnumerator(Token);
        await reader.MoveNextAsync();
        var first = reader.Current;
        first.Payload.ToArray().Should().Equal(1);

        await reader.MoveNextAsync();

        first.Invoking(frame => frame.Payload.Length).Should().Throw<InvalidOperationException>();
        reader.Current.Payload.ToArray().Should().Equal(2);
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData("PCMU", 8000, SampleByteOrder.LittleEndian, new byte[] { 0xFF, 0x00, 0x80 }, new short[] { 0, -32124, 32124 })]
    [InlineData("PCMA", 8000, SampleByteOrder.LittleEndian, new byte[] { 0xD5, 0x2A, 0xAA }, new short[] { 8, -32256, 32256 })]
    [InlineData("audio/x-mulaw", 8000, SampleByteOrder.LittleEndian, new byte[] { 0xFF }, new short[] { 0 })]
    [InlineData("L16", 16000, SampleByteOrder.LittleEndian, new byte[] { 0x01, 0x02, 0xFF, 0xFF }, new short[] { 0x0201, -1 })]
    [InlineData("L16", 16000, SampleByteOrder.BigEndian, new byte[] { 0x01, 0x02, 0xFF, 0xFE }, new short[] { 0x0102, -2 })]
    public async Task Decode_OfACodecWithSamples_GivesThem(string encoding, int sampleRate, SampleByteOrder byteOrder, byte[] audio, short[] expected)
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.StartWith(encoding, sampleRate), new MediaStreamOptions { L16ByteOrder = byteOrder });
        await stream.Peer.SendAsync(TelnyxWire.Media(1, audio));

        var samples = Array.Empty<short>();
        await foreach (var frame in stream.Session.ReadAudioAsync(Token))
        {
            var room = new short[frame.Payload.Length];
            samples = room[..frame.Decode(room)];
            break;
        }

        samples.Should().Equal(expected);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Decode_OfACodecWithout_SaysWhichAreCoded()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.StartWith("OPUS", 16000));
        await SendAsync(stream, 1);
        await using var reader = stream.Session.ReadAudioAsync(Token).GetAsyncEnumerator(Token);
        await reader.MoveNextAsync();

        reader.Invoking(each => each.Current.Decode(new short[10])).Should().Throw<NotSupportedException>().WithMessage("OPUS is not coded here: PCMU, PCMA and L16 are.*");
    }

    private static async Task SendAsync(OpenStream stream, params long[] chunks)
    {
        foreach (var chunk in chunks)
            await stream.Peer.SendAsync(TelnyxWire.Media(chunk));
    }

    private static HeardFrame Frame(long chunk, int lostBefore = 0) => new(chunk, lostBefore, AudioDirection.Inbound, (byte)chunk);
}
