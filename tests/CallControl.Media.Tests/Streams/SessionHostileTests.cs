using System.Text;

namespace CallControl.Media.Tests;

/// <summary>Peers that mean harm, or know no better: refused with a reason, at a bounded price.</summary>
[Collection(LoadCollection.Name)]
public sealed class SessionHostileTests
{
    private const long Affordable = 4 << 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> Malformed => new()
    {
        { """{"event":"media","media":{"payload":"!!!!"}}""", 1007, "a message's audio is not base64" },
        { """{"event":"media","media":{"payload":"AAAA AAAA"}}""", 1007, "a message's audio is not base64" },
        { """{"event":"media","media":{}}""", 1007, "The message has no audio: 'media.payload' must be a text." },
        { """{"event":"media","media":{"payload":"AAAA","chunk":"x"}}""", 1007, "The chunk number of the audio is no whole one of 64 bits." },
        { """{"event":"media",""", 1007, "The message is not a valid JSON object of at most 64 levels." },
        { "[]", 1007, "The message is not a valid JSON object of at most 64 levels." },
        { "", 1007, "The message is not a valid JSON object of at most 64 levels." },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100)), 1007, "The message is not a valid JSON object of at most 64 levels." },
    };

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public async Task Completion_AfterAMalformedMessage_SaysWhatWasWrong(string message, int code, string problem)
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.SendAsync(TelnyxWire.Media(1), message);

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, problem));
        (await stream.Peer.Closed.WaitAsync(Token)).Should().Be((code, problem));
        (await stream.HearRestAsync()).Should().ContainSingle().Which.Chunk.Should().Be(1);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_AfterABinaryMessage_IsUnsupportedData()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.SendAsync([1, 2, 3], System.Net.WebSockets.WebSocketMessageType.Binary);

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "a binary message came, where messages are text"));
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1003);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_AfterTextThatIsNotUtf8_IsAViolation()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.SendAsync([0x22, 0xFF, 0x22]);

        var end = await stream.EndAsync();
        (end.Reason, end.Detail).Should().Be((MediaStreamEndReason.ProtocolViolation, "what came is no valid WebSocket frame, or no UTF-8"));
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1007);
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(new byte[] { 0xF1, 0x80, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x83, 0x80, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x80, 0x80, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0x81, 0x04, 0, 0, 0, 0 })]
    public async Task Completion_AfterAFrameThatIsNone_IsAViolation(byte[] frame)
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.TrySendRawAsync(frame);

        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.ProtocolViolation);
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1002);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_AfterAFrameOf100Megabytes_IsTooBigAndCostsNoMemory()
    {
        await using var stream = await OpenStream.StartAsync();
        var block = new byte[64 * 1024];
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await stream.Peer.TrySendRawAsync(StreamPeer.FrameHead(100_000_000));
        var sent = 0L;
        while (sent < 100_000_000 && await stream.Peer.TrySendRawAsync(block))
            sent += block.Length;

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "a message of more than 65536 bytes came"));
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Affordable);
        (await stream.Peer.Closed.WaitAsync(Token)).Should().Be((1009, "a message of more than 65536 bytes came"));
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(0, "a message of too many fragments came", 1008)]
    [InlineData(1, "a message of too many fragments came", 1008)]
    [InlineData(4096, "a message of more than 65536 bytes came", 1009)]
    public async Task Completion_AfterEndlessFragments_IsAViolationAndCostsNoMemory(int size, string problem, int code)
    {
        await using var stream = await OpenStream.StartAsync();
        var fragment = new byte[14 + size];
        StreamPeer.FrameHead(size, isFirst: false, isLast: false).CopyTo(fragment, 0);
        fragment.AsSpan(14).Fill((byte)' ');
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await stream.Peer.TrySendRawAsync(StreamPeer.FrameHead(0, isFirst: true, isLast: false));
        for (var i = 0; i < 100_000 && !stream.Session.Completion.IsCompleted; i++)
        {
            if (!await stream.Peer.TrySendRawAsync(fragment))
                break;
        }

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, problem));
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Affordable);
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(code);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Session_ThatNobodyReads_KeepsNoMoreThanItsCapacity()
    {
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { InboundCapacity = 16 });
        var message = Encoding.UTF8.GetBytes(TelnyxWire.MediaWithoutChunk(new byte[160]));
        var batch = Enumerable.Repeat<byte[]>([.. StreamPeer.FrameHead(message.Length), .. message], 100).SelectMany(bytes => bytes).ToArray();
        await stream.Peer.TrySendRawAsync(batch);
        await stream.ReceivedAsync(100);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        for (var i = 0; i < 199; i++)
            await stream.Peer.TrySendRawAsync(batch);

        await stream.ReceivedAsync(20_000);
        (GC.GetTotalAllocatedBytes(precise: true) - before).Should().BeLessThan(Affordable);
        stream.Session.Statistics.FramesDropped.Should().Be(20_000 - 16);
        stream.Session.Completion.IsCompleted.Should().BeFalse();
    }
}
