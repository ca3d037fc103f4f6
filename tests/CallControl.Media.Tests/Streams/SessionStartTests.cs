using System.Net.WebSockets;
using CallControl.Telnyx;
using CallControl.Testing;

namespace CallControl.Media.Tests;

/// <summary>A session begins with the stream's start, or not at all.</summary>
public sealed class SessionStartTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<MediaStreamOptions, string> BadOptions => new()
    {
        { new MediaStreamOptions { StartTimeout = TimeSpan.Zero }, "MediaStreamOptions.StartTimeout must be above 0 and at most 10 minutes.*" },
        { new MediaStreamOptions { MaxMessageBytes = 1023 }, "MediaStreamOptions.MaxMessageBytes must be from 1024 to 16777216.*" },
        { new MediaStreamOptions { ReorderWindow = 257 }, "MediaStreamOptions.ReorderWindow must be from 1 to 256.*" },
        { new MediaStreamOptions { ReorderDelay = TimeSpan.Zero }, "MediaStreamOptions.ReorderDelay must be above 0 and at most 10 seconds.*" },
        { new MediaStreamOptions { InboundCapacity = 0 }, "MediaStreamOptions.InboundCapacity must be from 1 to 10000.*" },
        { new MediaStreamOptions { Lead = TimeSpan.FromSeconds(-1) }, "MediaStreamOptions.Lead must be from 0 to 10 seconds.*" },
        { new MediaStreamOptions { OutboundCapacity = TimeSpan.Zero }, "MediaStreamOptions.OutboundCapacity must be above 0 and at most 10 minutes.*" },
        { new MediaStreamOptions { FrameDuration = TimeSpan.FromSeconds(30) }, "MediaStreamOptions.OutboundCapacity must be FrameDuration at least.*" },
        { new MediaStreamOptions { FrameDuration = TimeSpan.FromMilliseconds(19) }, "MediaStreamOptions.FrameDuration must be from 20 to 30000 ms at telnyx.*" },
        { new MediaStreamOptions { OutboundFormat = new MediaFormat("PCMU", 0) }, "MediaStreamOptions.OutboundFormat must have a sample rate from 1 to 192000 Hz and from 1 to 8 channels.*" },
        { new MediaStreamOptions { OutboundFormat = new MediaFormat("L16", int.MaxValue) }, "MediaStreamOptions.OutboundFormat must have a sample rate from 1 to 192000 Hz and from 1 to 8 channels.*" },
        { new MediaStreamOptions { L16ByteOrder = (SampleByteOrder)7 }, "MediaStreamOptions.L16ByteOrder must be one of the named.*" },
    };

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WithConnectedStartAndMediaAtOnce_HasReadTheStartFirst()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected, TelnyxWire.Start, TelnyxWire.Media(1), TelnyxWire.Media(2));

        await using var session = await MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        session.Start.StreamId.Should().Be(TelnyxWire.StreamId);
        session.Start.CallId.Should().Be(TelnyxWire.CallId);
        session.Start.SessionId.Should().Be("ff55a038-6f5d-11ef-9692-02420aeffb1f");
        session.Start.AccountId.Should().Be("3e6f995f-85f7-4705-9741-53b116d28237");
        session.Start.From.Should().Be("+15550100001");
        session.Start.To.Should().Be("+15550100002");
        session.Start.ClientState.Should().Be("aGF2ZSBhIG5pY2UgZGF5ID1d");
        session.Start.Tags.Should().Equal("TAG1", "TAG2");
        session.Start.SequenceNumber.Should().Be(1);
        session.Start.Format.Should().Be(new MediaFormat("PCMU", 8000));
        session.OutboundFormat.Should().Be(MediaFormat.Pcmu);
        session.Completion.IsCompleted.Should().BeFalse();
        var chunks = new List<long?>();
        await foreach (var frame in session.ReadAudioAsync(Token))
        {
            chunks.Add(frame.Chunk);
            if (chunks.Count == 2)
                break;
        }

        chunks.Should().Equal(1, 2);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WithMessagesBeforeTheStart_KeepsThem()
    {
        await using var stream = await OpenStream.StartAsync();

        await foreach (var message in stream.Session.ReadMessagesAsync(Token))
        {
            message.Should().BeOfType<MediaStreamConnected>().Which.Version.Should().Be("1.0.0");
            break;
        }
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WhenNoStartComes_ClosesInTimeAndSaysWhy()
    {
        var clock = new ManualTimeProvider();
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected);
        var opening = MediaStreamSession.OpenAsync(
            peer.Server, TelnyxMediaStreamProtocol.Instance, new MediaStreamOptions { StartTimeout = TimeSpan.FromSeconds(3) }, clock, Token);
        await clock.WaitForTimersAsync(1, Token);
        clock.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromTicks(1));
        opening.IsCompleted.Should().BeFalse();

        clock.Advance(TimeSpan.FromTicks(1));

        var thrown = await opening.Awaiting(task => task).Should().ThrowAsync<MediaStreamException>();
        thrown.Which.End.Should().Be(new MediaStreamEnd(MediaStreamEndReason.StartTimeout, "no start came within 3 s"));
        (await peer.Closed.WaitAsync(Token)).Should().Be((1008, "no start came within 3 s"));
        clock.PendingTimers.Should().Be(0);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_Cancelled_ClosesTheWebSocket()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        using var cancellation = new CancellationTokenSource();
        var opening = MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: cancellation.Token);

        await cancellation.CancelAsync();

        await opening.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await peer.Closed.WaitAsync(Token)).Code.Should().Be((int)WebSocketCloseStatus.EndpointUnavailable);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WhenThePeerClosesFirst_SaysSo()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected);
        await peer.CloseAsync(WebSocketCloseStatus.InternalServerError);

        var opening = () => MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        (await opening.Should().ThrowAsync<MediaStreamException>()).Which.End.Should().Be(new MediaStreamEnd(MediaStreamEndReason.ClosedByPeer, "close code 1011"));
        (await peer.Closed.WaitAsync(Token)).Should().Be((1000, ""));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WhenTheConnectionBreaksFirst_SaysSo()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected);
        peer.Cut();

        var opening = () => MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        var end = (await opening.Should().ThrowAsync<MediaStreamException>()).Which.End;
        end.Reason.Should().Be(MediaStreamEndReason.ConnectionLost);
        end.Cause.Should().BeOfType<WebSocketException>();
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WithMediaBeforeTheStart_Refuses()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected, TelnyxWire.Media(1));

        var opening = () => MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        (await opening.Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "audio came before the stream's start"));
        (await peer.Closed.WaitAsync(Token)).Should().Be((1008, "audio came before the stream's start"));
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OpenAsync_WithManyMessagesAndNoStart_Refuses()
    {
        await using var peer = await StreamPeer.ConnectAsync();
        var opening = MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        for (var i = 0; i < 65; i++)
            await peer.SendAsync(TelnyxWire.Connected);

        (await opening.Awaiting(task => task).Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "too many messages came before the stream's start"));
        (await peer.Closed.WaitAsync(Token)).Code.Should().Be(1008);
    }

    [Theory(Timeout = OpenStream.TestMilliseconds)]
    [InlineData("L16", 2_000_000_000, 1)]
    [InlineData("PCMU", 8000, 9)]
    public async Task OpenAsync_WithAStartBeyondReason_Refuses(string encoding, int sampleRate, int channels)
    {
        await using var peer = await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected, TelnyxWire.StartWith(encoding, sampleRate, channels));

        var opening = () => MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, cancellationToken: Token);

        (await opening.Should().ThrowAsync<MediaStreamException>()).Which.End
            .Should().Be(new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, "the start's sample rate or channels are beyond reason"));
        (await peer.Closed.WaitAsync(Token)).Code.Should().Be((int)WebSocketCloseStatus.InvalidPayloadData);
    }

    [Theory]
    [MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public async Task OpenAsync_WithAnOptionOutOfItsRange_SaysWhichAndWhatIsAllowed(MediaStreamOptions options, string message)
    {
        await using var peer = await StreamPeer.ConnectAsync();

        var opening = () => MediaStreamSession.OpenAsync(peer.Server, TelnyxMediaStreamProtocol.Instance, options, cancellationToken: Token);

        await opening.Should().ThrowAsync<ArgumentException>().WithMessage(message);
    }

    [Fact]
    public void Validate_FilesWhereTheVendorTakesNone_Throws()
    {
        var options = new MediaStreamOptions { SendsFiles = true };

        options.Invoking(each => each.Validate(SampleStreamProtocol.Instance)).Should().Throw<ArgumentException>()
            .WithMessage("MediaStreamOptions.SendsFiles must be false: sample takes no files.*");
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OutboundFormat_WhenTheOtherDirectionHasAnother_IsTheVendorsDefault()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.StartWith("PCMA", 8000));

        stream.Session.Start.Format.Should().Be(MediaFormat.Pcma);
        stream.Session.OutboundFormat.Should().Be(MediaFormat.Pcmu);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OutboundFormat_WhenAskedFor_IsThatOne()
    {
        var format = new MediaFormat(AudioEncodings.L16, 16000);
        await using var stream = await OpenStream.StartAsync(new MediaStreamOptions { OutboundFormat = format });

        stream.Session.OutboundFormat.Should().Be(format);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task OutboundFormat_WhereTheVendorHasNoDefault_IsThatOfWhatComes()
    {
        const string Start = """{"event":"start","start":{"format":{"encoding":"PCMA","rate":8000}}}""";
        await using var stream = await OpenStream.StartAsync(Start, protocol: SampleStreamProtocol.Instance);

        stream.Session.OutboundFormat.Should().Be(MediaFormat.Pcma);
    }
}
