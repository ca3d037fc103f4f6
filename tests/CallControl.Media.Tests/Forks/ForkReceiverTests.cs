using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CallControl.Media.Tests.Forks;

/// <summary>The receiver on loopback.</summary>
public sealed class ForkReceiverTests
{
    private static readonly TimeSpan Ever = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAllAsync_Strep_GivesThePacketsInOrder()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback });
        using var sender = new UdpSender(receiver.EndPoint);
        foreach (var number in new[] { 11, 10, 12 })
            sender.Send(ForkBytes.Strep(ForkBytes.Rtp(number), isSent: true));

        var read = await ReadAsync(receiver, 3);

        read.Select(packet => packet.SequenceNumber).Should().Equal(10, 11, 12);
        read.Select(packet => packet.Position).Should().Equal(0, 160, 320);
        read.Should().OnlyContain(packet => packet.Payload.Length == 160 && packet.Payload[0] == packet.SequenceNumber);
        var stream = receiver.Streams.Should().ContainSingle().Which;
        stream.RemoteEndPoint.Should().Be(sender.EndPoint);
        (stream.CallLegId, stream.Leg, stream.Direction).Should().Be((Guid.Parse(ForkBytes.CallLegId), StrepLeg.A, AudioDirection.Outbound));
        (receiver.EndPoint.Port, receiver.InboundEndPoint, receiver.OutboundEndPoint).Should().NotBe((0, null, null));
        receiver.ReceiveBufferBytes.Should().BeGreaterThan(4096);
    }

    [Fact]
    public async Task ReadAllAsync_ReceivedAndSentPorts_TellTheDirection()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, InboundPort = 0, OutboundPort = 0, ReorderWindow = 1 });
        using var toInbound = new UdpSender(receiver.InboundEndPoint!);
        using var toOutbound = new UdpSender(receiver.OutboundEndPoint!);

        toInbound.Send(ForkBytes.Rtp(1).Encode());
        (await ReadAsync(receiver, 1))[0].Stream.Direction.Should().Be(AudioDirection.Inbound);
        toOutbound.Send(ForkBytes.Rtp(1).Encode());
        (await ReadAsync(receiver, 1))[0].Stream.Direction.Should().Be(AudioDirection.Outbound);

        receiver.Statistics.Streams.Should().Be(2);
    }

    [Fact]
    public async Task ReadAllAsync_NextPacketAskedFor_EndsTheLeaseOfTheFormer()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, ReorderWindow = 1 });
        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send(ForkBytes.Rtp(1).Encode());
        sender.Send(ForkBytes.Rtp(2).Encode());

        await using var reader = receiver.ReadAllAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        await reader.MoveNextAsync();
        var former = reader.Current;
        former.Payload.Span[0].Should().Be(1);
        await reader.MoveNextAsync();

        former.Invoking(packet => packet.Payload).Should().Throw<InvalidOperationException>();
        former.Invoking(packet => packet.Datagram).Should().Throw<InvalidOperationException>();
        (former.SequenceNumber, reader.Current.Payload.Span[0]).Should().Be((1, 2));
    }

    [Fact]
    public async Task ReadAllAsync_SlowReader_LosesTheOldestAndCountsThem()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, ReorderWindow = 1, QueueCapacity = 4 });
        using var sender = new UdpSender(receiver.EndPoint);
        for (var i = 0; i < 10; i++)
            sender.Send(ForkBytes.Rtp(i, ssrc: i % 2).Encode());

        await ReceivedAsync(receiver, 10);

        (await ReadAsync(receiver, 4)).Select(packet => packet.SequenceNumber).Should().Equal(6, 7, 8, 9);
        foreach (var stream in receiver.Streams)
        {
            stream.Statistics.ShouldAddUp();
            (stream.Statistics.Dropped, stream.Statistics.Delivered).Should().Be((3, 2));
        }
    }

    [Fact]
    public async Task ReadAllAsync_CancelledAndReadAgain_GoesOn()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, ReorderWindow = 1 });
        using var sender = new UdpSender(receiver.EndPoint);
        using var source = new CancellationTokenSource();
        var waiting = ReadUntilAsync(receiver, 1, source.Token);

        await source.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        sender.Send(ForkBytes.Rtp(3).Encode());
        (await ReadAsync(receiver, 1))[0].SequenceNumber.Should().Be(3);
    }

    [Fact]
    public async Task ReadAllAsync_SecondReader_IsRefused()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback });
        await using var first = receiver.ReadAllAsync(Cancelled).GetAsyncEnumerator(Cancelled);

        receiver.Invoking(it => it.ReadAllAsync(Cancelled).GetAsyncEnumerator(Cancelled)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task ReadAllAsync_WithCallback_IsRefused()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, OnPacket = _ => { } });

        receiver.Invoking(it => it.ReadAllAsync(Cancelled)).Should().Throw<InvalidOperationException>().WithMessage("*OnPacket*");
    }

    [Fact]
    public async Task OnPacket_WhatItThrows_IsCountedAndTheRestGoesOn()
    {
        var seen = new ConcurrentQueue<(MediaPacket Packet, byte First)>();
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback,
            ReorderWindow = 1,
            OnPacket = packet =>
            {
                seen.Enqueue((packet, packet.Payload.Span[0]));
                if (packet.SequenceNumber % 2 == 0)
                    throw new InvalidOperationException("An application's mistake.");
            },
        });
        using var sender = new UdpSender(receiver.EndPoint);
        for (var i = 1; i <= 5; i++)
            sender.Send(ForkBytes.Rtp(i).Encode());

        await ReceivedAsync(receiver, 5);
        await receiver.DisposeAsync();

        seen.Select(it => it.First).Should().Equal(1, 2, 3, 4, 5);
        seen.First().Packet.Invoking(packet => packet.Payload).Should().Throw<InvalidOperationException>("it was good until the callback returned");
        (receiver.Statistics.CallbackErrors, receiver.Statistics.Accepted).Should().Be((2, 5));
        receiver.Completion.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task OnCallbackError_WhatCallbacksThrow_ComesThereAndItsOwnIsCounted()
    {
        var heard = new ConcurrentQueue<string>();
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback,
            ReorderWindow = 1,
            OnPacket = packet => throw new InvalidOperationException($"Packet {packet.SequenceNumber}."),
            OnStreamEnded = _ => throw new IOException("The end."),
            OnCallbackError = error =>
            {
                heard.Enqueue(error.Message);
                throw new InvalidOperationException("Another mistake.");
            },
        });
        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send(ForkBytes.Rtp(1).Encode());
        sender.Send(ForkBytes.Rtp(2).Encode());

        await ReceivedAsync(receiver, 2);
        await receiver.DisposeAsync();

        heard.Should().Equal("Packet 1.", "Packet 2.", "The end.");
        receiver.Statistics.CallbackErrors.Should().Be(6);
    }

    [Fact]
    public async Task OnStreamEnded_IdleStream_IsCalledAndItsErrorCounted()
    {
        var ended = new TaskCompletionSource<ForkStream>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback,
            IdleTimeout = TimeSpan.FromMilliseconds(100),
            OnStreamEnded = stream =>
            {
                ended.TrySetResult(stream);
                throw new InvalidOperationException("An application's mistake.");
            },
        });
        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send(ForkBytes.Rtp(1).Encode());

        var stream = await ended.Task.WaitAsync(Ever, Cancelled);
        await stream.Ended.WaitAsync(Ever, Cancelled);
        await receiver.DisposeAsync();

        (receiver.Statistics.CallbackErrors, receiver.Statistics.Streams, receiver.Statistics.StreamsEver).Should().Be((1, 0, 1));
        stream.Statistics.Delivered.Should().Be(1);
    }

    [Fact]
    public async Task DisposeAsync_PacketsThatWait_AreReadAndTheReadingEnds()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, ReorderDelay = TimeSpan.FromSeconds(10) });
        using var sender = new UdpSender(receiver.EndPoint);
        var reading = ReadAsync(receiver, int.MaxValue);
        sender.Send(ForkBytes.Rtp(1).Encode());
        sender.Send(ForkBytes.Rtp(3).Encode());
        await ReceivedAsync(receiver, 2);
        var stream = receiver.Streams.Should().ContainSingle().Which;
        stream.Statistics.Held.Should().Be(2);

        await receiver.DisposeAsync();
        await receiver.DisposeAsync();

        (await reading).Select(packet => packet.SequenceNumber).Should().Equal(1, 3);
        (stream.Ended.IsCompletedSuccessfully, receiver.Streams.Count, stream.Statistics.Lost).Should().Be((true, 0, 1));
        receiver.Completion.IsCompletedSuccessfully.Should().BeTrue();
    }

    [Fact]
    public async Task DisposeAsync_WhileDatagramsPour_EndsAndEverythingAddsUp()
    {
        var delivered = 0L;
        var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, SocketsPerPort = SocketsPerPort(2), OnPacket = _ => Interlocked.Increment(ref delivered) });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var sending = Task.Run(() => Pour(receiver.EndPoint, stop.Token), Cancelled);
        await ReceivedAsync(receiver, 5000);
        var streams = receiver.Streams;

        await receiver.DisposeAsync().AsTask().WaitAsync(Ever, Cancelled);
        await stop.CancelAsync();
        await sending;

        streams.Sum(stream => stream.Statistics.Received).Should().Be(receiver.Statistics.Accepted).And.BeGreaterThanOrEqualTo(5000);
        streams.Sum(stream => stream.Statistics.Delivered).Should().Be(delivered);
        foreach (var stream in streams)
        {
            stream.Statistics.ShouldAddUp();
            stream.Statistics.Held.Should().Be(0);
        }

        using var anew = new UdpClient(receiver.EndPoint);
    }

    [Fact]
    public async Task SocketsPerPort_Several_ShareThePortAndTheStreams()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets share a port on Linux only.");
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, SocketsPerPort = 4, ReorderWindow = 1 });
        for (var i = 0; i < 32; i++)
        {
            using var sender = new UdpSender(receiver.EndPoint);
            sender.Send(ForkBytes.Rtp(1, ssrc: i).Encode());
            sender.Send(ForkBytes.Strep(ForkBytes.Rtp(i)));
        }

        await ReceivedAsync(receiver, 64);

        receiver.Statistics.ShouldAddUp(64);
        receiver.Streams.Should().HaveCount(33);
        var strep = receiver.Streams.Single(stream => stream.CallLegId is not null).Statistics;
        strep.ShouldAddUp();
        strep.Received.Should().Be(32, "its packets come by all sockets");
    }

    [Fact]
    public async Task SocketsPerPort_Several_SpreadTheSenders()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets share a port on Linux only.");
        var threads = new ConcurrentDictionary<int, bool>();
        await using var receiver = new ForkReceiver(new()
        {
            Address = IPAddress.Loopback, SocketsPerPort = 2, ReorderWindow = 1, OnPacket = _ => threads[Environment.CurrentManagedThreadId] = true,
        });
        for (var i = 0; i < 64; i++)
        {
            using var sender = new UdpSender(receiver.EndPoint);
            sender.Send(ForkBytes.Rtp(1, ssrc: i).Encode());
        }

        await ReceivedAsync(receiver, 64);

        threads.Should().HaveCount(2);
    }

    [Fact]
    public async Task New_PortOfAReceiverWithSeveralSockets_IsTaken()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets share a port on Linux only.");
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, SocketsPerPort = 2 });

        FluentActions.Invoking(() => new ForkReceiver(new() { Address = IPAddress.Loopback, Port = receiver.EndPoint.Port, SocketsPerPort = 2 }))
            .Should().Throw<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.AddressAlreadyInUse);

        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send(ForkBytes.Rtp(1).Encode());
        await ReceivedAsync(receiver, 1);
        receiver.Statistics.Accepted.Should().Be(1);
    }

    [Fact]
    public async Task Address_Ipv6_IsReceived()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.IPv6Loopback, ReorderWindow = 1, AllowedSources = [IPNetwork.Parse("::1/128")] });
        using var sender = new UdpSender(receiver.EndPoint, AddressFamily.InterNetworkV6);
        sender.Send(ForkBytes.Rtp(1).Encode());

        (await ReadAsync(receiver, 1))[0].Stream.RemoteEndPoint.Should().Be(sender.EndPoint);
    }

    [Fact]
    public async Task Address_AnyIpv6_TakesIpv4AndNamesItSo()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.IPv6Any, ReorderWindow = 1, AllowedSources = [IPNetwork.Parse("127.0.0.0/8")] });
        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send(ForkBytes.Rtp(1).Encode());

        (await ReadAsync(receiver, 1))[0].Stream.RemoteEndPoint.Should().Be(sender.EndPoint);
    }

    [Fact]
    public async Task Statistics_WhatIsNoMedia_IsCountedApart()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback, MaxDatagramBytes = 200, MaxStreams = 1 });
        using var sender = new UdpSender(receiver.EndPoint);
        sender.Send([]);
        sender.Send("OPTIONS sip:a SIP/2.0"u8);
        sender.Send([0x80, 0xC8, 0, 6]);
        sender.Send([0, 1, 2]);
        sender.Send([0xC4]);
        sender.Send([0x80, 1]);
        sender.Send(ForkBytes.Rtp(1, length: 188).Encode());
        sender.Send(ForkBytes.Rtp(2, length: 188).Encode());
        sender.Send(ForkBytes.Rtp(2, length: 189).Encode());
        sender.Send(ForkBytes.Rtp(2, length: 3000).Encode());
        sender.Send(ForkBytes.Rtp(2, ssrc: 9).Encode());

        await Poll.UntilAsync(() => receiver.Statistics.Datagrams == 11, Cancelled);

        receiver.Statistics.ShouldAddUp(11);
        receiver.Statistics.Should().Be(new ForkReceiverStatistics
        {
            Accepted = 2, Rtcp = 1, Sip = 1, T38 = 1, Unknown = 1, MalformedStrep = 1, MalformedRtp = 1, TooLong = 2, TooManyStreams = 1, Streams = 1, StreamsEver = 1,
        });
    }

    [Fact]
    public async Task New_PortTaken_ThrowsAndLeavesNothingBound()
    {
        await using var receiver = new ForkReceiver(new() { Address = IPAddress.Loopback });
        using var free = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var port = ((IPEndPoint)free.Client.LocalEndPoint!).Port;
        free.Dispose();

        FluentActions.Invoking(() => new ForkReceiver(new() { Address = IPAddress.Loopback, Port = port, InboundPort = receiver.EndPoint.Port }))
            .Should().Throw<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.AddressAlreadyInUse);

        using var again = new UdpClient(new IPEndPoint(IPAddress.Loopback, port));
    }

    [Theory]
    [MemberData(nameof(BadOptions))]
    public void New_OptionOutOfRange_SaysWhichAndWhatIsAllowed(ForkReceiverOptions options, string message) =>
        FluentActions.Invoking(() => new ForkReceiver(options)).Should().Throw<ArgumentException>().WithMessage(message);

    public static TheoryData<ForkReceiverOptions, string> BadOptions => new()
    {
        { new() { Address = null! }, "Address must not be null.*" },
        { new() { AllowedSources = null! }, "AllowedSources must not be null.*" },
        { new() { Port = -1 }, "Port must be 0 to 65535, not -1.*" },
        { new() { InboundPort = 65536 }, "InboundPort must be 0 to 65535, not 65536.*" },
        { new() { OutboundPort = -5 }, "OutboundPort must be 0 to 65535, not -5.*" },
        { new() { Port = 4000, InboundPort = 4000 }, "Port, InboundPort and OutboundPort must differ*" },
        { new() { InboundPort = 4000, OutboundPort = 4000 }, "InboundPort and OutboundPort must differ*" },
        { new() { SocketsPerPort = 65 }, "SocketsPerPort must be 1 to 64, not 65.*" },
        { new() { ReceiveBufferBytes = 0 }, "ReceiveBufferBytes must be 4096 to 1073741824, not 0.*" },
        { new() { MaxDatagramBytes = 63 }, "MaxDatagramBytes must be 64 to 65535, not 63.*" },
        { new() { ReorderWindow = 129 }, "ReorderWindow must be 1 to 128, not 129.*" },
        { new() { ReorderDelay = TimeSpan.FromSeconds(11) }, "ReorderDelay must be 00:00:00 to 00:00:10, not 00:00:11.*" },
        { new() { QueueCapacity = 0 }, "QueueCapacity must be 1 to 1048576, not 0.*" },
        { new() { MaxStreams = 0 }, "MaxStreams must be 1 to 1000000, not 0.*" },
        { new() { IdleTimeout = TimeSpan.Zero }, "IdleTimeout must be 00:00:00.1000000 to 1.00:00:00, not 00:00:00.*" },
        { new() { ClockRateOf = type => type == 101 ? 0 : 8000 }, "ClockRateOf must give 1 to 1000000 Hz; for payload type 101 it gives 0.*" },
    };

    private static int SocketsPerPort(int wanted) => OperatingSystem.IsLinux() ? wanted : 1;

    private static Task ReceivedAsync(ForkReceiver receiver, int count) => Poll.UntilAsync(() => receiver.Statistics.Accepted >= count, Cancelled);

    private static void Pour(IPEndPoint target, CancellationToken cancellationToken)
    {
        var senders = Enumerable.Range(0, 8).Select(_ => new UdpSender(target)).ToArray();
        for (var i = 0; !cancellationToken.IsCancellationRequested; i++)
        {
            // Nobody listens once the receiver is gone, and the kernel says so.
            try
            {
                senders[i % 8].Send(ForkBytes.Rtp(i / 8).Encode());
            }
            catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
            {
                continue;
            }
        }

        foreach (var sender in senders)
            sender.Dispose();
    }

    private static Task<List<Read>> ReadAsync(ForkReceiver receiver, int count) => ReadUntilAsync(receiver, count, Cancelled);

    private static async Task<List<Read>> ReadUntilAsync(ForkReceiver receiver, int count, CancellationToken cancellationToken)
    {
        var read = new List<Read>();
        await foreach (var packet in receiver.ReadAllAsync(cancellationToken))
        {
            read.Add(new Read(packet.Stream, packet.SequenceNumber, packet.Position, packet.Payload.ToArray()));
            if (read.Count == count)
                break;
        }

        return read;
    }

    private sealed record Read(ForkStream Stream, ushort SequenceNumber, long Position, byte[] Payload);
}
