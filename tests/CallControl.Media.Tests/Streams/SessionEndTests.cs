using System.Buffers;
using System.Net.WebSockets;
using CallControl.Testing;

namespace CallControl.Media.Tests;

/// <summary>A session always ends, says how, and leaves nobody waiting.</summary>
public sealed class SessionEndTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenTheVendorStops_IsStoppedAndTheWebSocketIsClosed()
    {
        await using var stream = await OpenStream.StartAsync();
        var mark = stream.Session.MarkAsync("m", Token);

        await stream.Peer.SendAsync(TelnyxWire.Stop);

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.Stopped));
        (await stream.Peer.Closed.WaitAsync(Token)).Should().Be((1000, ""));
        (await mark.WaitAsync(Token)).Should().Be(MarkOutcome.Ended);
        (await stream.HearRestAsync()).Should().BeEmpty();
        (await stream.MessagesAsync(int.MaxValue)).Should().ContainSingle().Which.Should().BeOfType<MediaStreamStop>();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenTheVendorGivesAReason_HasIt()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.SendAsync("""{"event":"stop","stop":{"reason":"callended"}}""");

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.Stopped, "callended"));
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(1000)]
    [InlineData(1011)]
    [InlineData(4321)]
    public async Task Completion_WhenThePeerCloses_HasItsCode(int code)
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.CloseAsync((WebSocketCloseStatus)code);

        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ClosedByPeer, $"close code {code}"));
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1000);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenThePeerClosesWithoutACode_IsClosedByPeer()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Peer.TrySendRawAsync(new byte[] { 0x88, 0x80, 0, 0, 0, 0 });

        // The framework takes no code for a normal one.
        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.ClosedByPeer, "close code 1000"));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenTheConnectionIsCut_IsConnectionLost()
    {
        await using var stream = await OpenStream.StartAsync();
        await stream.Peer.SendAsync(TelnyxWire.Media(1));
        await stream.ReceivedAsync(1);

        stream.Peer.Cut();

        var end = await stream.EndAsync();
        end.Reason.Should().Be(MediaStreamEndReason.ConnectionLost);
        end.Cause.Should().BeOfType<WebSocketException>();
        end.ToString().Should().Be("ConnectionLost: ConnectionClosedPrematurely");
        (await stream.HearRestAsync()).Should().ContainSingle().Which.Chunk.Should().Be(1);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenThePeerGivesNoSignOfLife_IsConnectionLost()
    {
        await using var stream = await OpenStream.StartAsync(
            TelnyxWire.Start, peer: await StreamPeer.ConnectAsync(reads: false, keepAlive: TimeSpan.FromMilliseconds(50)));

        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.ConnectionLost);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenThePeerNeverAnswersTheClose_ComesAllTheSame()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(
            TelnyxWire.Start, new MediaStreamOptions(), clock, peer: await StreamPeer.ConnectAsync(answersClose: false));
        await stream.Peer.SendAsync(TelnyxWire.Media(1), TelnyxWire.Stop);
        await stream.Peer.Closed.WaitAsync(Token);

        // Readers do not wait for the farewell.
        (await stream.HearRestAsync()).Should().ContainSingle();
        stream.Session.Completion.IsCompleted.Should().BeFalse();
        await OpenStream.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return stream.Session.Completion.IsCompleted;
        });

        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Stopped);
        clock.PendingTimers.Should().Be(0);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_DoesTheHandshakeWithCodeAndDescription()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Session.CloseAsync((WebSocketCloseStatus)4000, "enough", Token);

        (await stream.Peer.Closed.WaitAsync(Token)).Should().Be((4000, "enough"));
        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.Closed, "enough"));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_WhileAudioIsQueued_SendsNoMoreOfIt()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());
        await stream.Session.SendAsync(new byte[16_000], Token);
        await stream.Peer.NextAsync(6);

        await stream.Session.CloseAsync(cancellationToken: Token);

        (await stream.Peer.RestAsync()).Should().BeEmpty();
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData(0)]
    [InlineData(999)]
    [InlineData(1005)]
    [InlineData(1006)]
    [InlineData(1015)]
    [InlineData(5000)]
    public async Task CloseAsync_WithACodeThatIsNotSent_ThrowsAndTheStreamGoesOn(int code)
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Awaiting(each => each.Session.CloseAsync((WebSocketCloseStatus)code, cancellationToken: Token)).Should().ThrowAsync<ArgumentException>()
            .WithMessage("A close code is from 1000 to 4999, and none of 1004, 1005, 1006 and 1015.*");

        stream.Session.Completion.IsCompleted.Should().BeFalse();
        await stream.Session.CloseAsync(cancellationToken: Token);
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1000);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_WithADescriptionThatDoesNotFit_Throws()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Awaiting(each => each.Session.CloseAsync(description: new string('ä', 62), cancellationToken: Token)).Should().ThrowAsync<ArgumentException>()
            .WithMessage("A close description has at most 123 bytes.*");
        await stream.Awaiting(each => each.Session.CloseAsync(description: "\ud800", cancellationToken: Token)).Should().ThrowAsync<ArgumentException>();

        await stream.Session.CloseAsync(description: new string('a', 123), cancellationToken: Token);
        (await stream.Peer.Closed.WaitAsync(Token)).Should().Be((1000, new string('a', 123)));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_ByBothSidesAtOnce_EndsEachTime()
    {
        for (var i = 0; i < 50; i++)
        {
            await using var stream = await OpenStream.StartAsync();

            await Task.WhenAll(
                Task.Run(() => stream.Session.CloseAsync((WebSocketCloseStatus)4000, cancellationToken: Token), Token),
                Task.Run(() => stream.Peer.TrySendRawAsync(new byte[] { 0x88, 0x82, 0, 0, 0, 0, 0x03, 0xE8 }), Token),
                Task.Run(() => stream.Session.CloseAsync((WebSocketCloseStatus)4001, cancellationToken: Token), Token),
                Task.Run(() => stream.Session.DisposeAsync().AsTask(), Token));

            (await stream.EndAsync()).Reason.Should().BeOneOf(MediaStreamEndReason.Closed, MediaStreamEndReason.ClosedByPeer);
            (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().BeOneOf(1000, 4000, 4001);
        }
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_Cancelled_EndsTheStreamAllTheSame()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, peer: await StreamPeer.ConnectAsync(answersClose: false));

        await stream.Awaiting(each => each.Session.CloseAsync(cancellationToken: new CancellationToken(canceled: true))).Should().ThrowAsync<OperationCanceledException>();

        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1000);
        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Closed);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task DisposeAsync_Twice_ClosesOnce()
    {
        await using var stream = await OpenStream.StartAsync();

        await stream.Session.DisposeAsync();
        await stream.Session.DisposeAsync();

        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be(1000);
        (await stream.EndAsync()).Should().Be(new MediaStreamEnd(MediaStreamEndReason.Closed));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task DisposeAsync_WithinTheReadingLoop_EndsTheLoop()
    {
        await using var stream = await OpenStream.StartAsync();
        await stream.Peer.SendAsync(TelnyxWire.Media(1), TelnyxWire.Media(2), TelnyxWire.Media(3));
        await stream.ReceivedAsync(3);
        var chunks = new List<long?>();

        await foreach (var frame in stream.Session.ReadAudioAsync(Token))
        {
            await stream.Session.DisposeAsync();
            chunks.Add(frame.Chunk);
            frame.Payload.Length.Should().Be(1);
        }

        chunks.Should().Equal(1, 2, 3);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_WaitingForRoomAtTheEnd_Throws()
    {
        var options = new MediaStreamOptions { OutboundCapacity = TimeSpan.FromMilliseconds(20) };
        await using var stream = await OpenStream.StartAsync(options, new ManualTimeProvider());
        await stream.Session.SendAsync(new byte[16_000], Token);
        var waiting = stream.Session.SendAsync(new byte[160], Token).AsTask();
        waiting.IsCompleted.Should().BeFalse();

        await stream.Peer.SendAsync(TelnyxWire.Stop);

        (await waiting.Awaiting(task => task).Should().ThrowAsync<MediaStreamException>()).Which.End.Reason.Should().Be(MediaStreamEndReason.Stopped);
        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Sending_AfterTheEnd_ThrowsAndMarksEnd()
    {
        await using var stream = await OpenStream.StartAsync();
        await stream.Peer.SendAsync(TelnyxWire.Stop);
        var end = await stream.EndAsync();

        (await stream.Awaiting(each => each.Session.SendAsync(new byte[160], Token).AsTask()).Should().ThrowAsync<MediaStreamException>()
            .WithMessage("The media stream has ended. Stopped.")).Which.End.Should().Be(end);
        await stream.Awaiting(each => each.Session.SendAsync(new short[160], Token).AsTask()).Should().ThrowAsync<MediaStreamException>();
        await stream.Awaiting(each => each.Session.ClearAsync(Token)).Should().ThrowAsync<MediaStreamException>();
        await stream.Awaiting(each => each.Session.SendDtmfAsync("1", Token)).Should().ThrowAsync<MediaStreamException>();
        (await stream.Session.MarkAsync("m", Token)).Should().Be(MarkOutcome.Ended);
        await stream.Session.CloseAsync(cancellationToken: Token);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task CloseAsync_WhenThePeerNeverReads_Ends()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, peer: await StreamPeer.ConnectAsync(reads: false, bufferBytes: 4096));
        await SessionOutboundTests.BlockAsync(stream);
        var clearing = stream.Session.ClearAsync(Token);

        await stream.Session.CloseAsync(cancellationToken: Token);

        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Closed);
        await clearing.Awaiting(task => task).Should().ThrowAsync<MediaStreamException>();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenTheVendorStopsAndNeverReads_Ends()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, peer: await StreamPeer.ConnectAsync(reads: false, bufferBytes: 4096));
        await SessionOutboundTests.BlockAsync(stream);

        await stream.Peer.SendAsync(TelnyxWire.Stop);

        (await stream.EndAsync()).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenReadingFails_HasTheCause()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, protocol: new BrokenProtocol());
        var mark = stream.Session.MarkAsync("m", Token);

        await stream.Peer.SendAsync(TelnyxWire.Media(1));

        var end = await stream.EndAsync();
        (end.Reason, end.Detail).Should().Be((MediaStreamEndReason.ConnectionLost, "nothing could be read any more (InvalidCastException)"));
        end.Cause.Should().BeOfType<InvalidCastException>();
        (await stream.Peer.Closed.WaitAsync(Token)).Code.Should().Be((int)WebSocketCloseStatus.InternalServerError);
        (await mark.WaitAsync(Token)).Should().Be(MarkOutcome.Ended);
        (await stream.Awaiting(each => each.Session.SendAsync(new byte[160], Token).AsTask()).Should().ThrowAsync<MediaStreamException>())
            .Which.InnerException.Should().BeOfType<InvalidCastException>();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task Completion_WhenSendingFails_HasTheCause()
    {
        var clock = new ManualTimeProvider();
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, time: clock, protocol: new BrokenProtocol());
        await stream.Session.SendAsync(new byte[160], Token);

        await OpenStream.UntilAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return stream.Session.Completion.IsCompleted;
        });

        var end = await stream.EndAsync();
        (end.Reason, end.Detail).Should().Be((MediaStreamEndReason.ConnectionLost, "nothing could be sent any more (InvalidCastException)"));
        end.Cause.Should().BeOfType<InvalidCastException>();
    }

    // Its start is read as it should be; all else fails in a way that nobody foresaw.
    private sealed class BrokenProtocol : MediaStreamProtocol
    {
        public override string Vendor => "broken";

        public override MediaStreamRead Read(ReadOnlySpan<byte> utf8Json, out EncodedAudio audio, out MediaStreamMessage? message, out string? problem) =>
            Telnyx.TelnyxMediaStreamProtocol.Instance.Read(utf8Json, out audio, out message, out problem) == MediaStreamRead.Audio
                ? throw new InvalidCastException()
                : MediaStreamRead.Message;

        public override void WriteAudio(IBufferWriter<byte> output, string streamId, ReadOnlySpan<byte> audio) => throw new InvalidCastException();

        public override void WriteMark(IBufferWriter<byte> output, string streamId, string name) => output.Write("{}"u8);

        public override void WriteClear(IBufferWriter<byte> output, string streamId) => throw new InvalidCastException();
    }
}
