using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media.Tests.Forks;

public sealed class ForkDemultiplexerTests : IDisposable
{
    private readonly ForkHarness _fork = new();

    public void Dispose() => _fork.Dispose();

    [Fact]
    public void Receive_Strep_IsAStreamForEachLegAndDirection()
    {
        foreach (var (isLegB, isSent) in new[] { (false, false), (false, true), (true, false), (true, true), (false, false) })
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(5), isLegB: isLegB, isSent: isSent));

        _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(5), id: "0f8fad5b-d9cb-469f-a165-70867728950f"));

        var streams = _fork.Streams.Snapshot();
        streams.Select(stream => (stream.Leg, stream.Direction)).Should().Equal(
            (StrepLeg.A, AudioDirection.Inbound),
            (StrepLeg.A, AudioDirection.Outbound),
            (StrepLeg.B, AudioDirection.Inbound),
            (StrepLeg.B, AudioDirection.Outbound),
            (StrepLeg.A, AudioDirection.Inbound));
        streams.Select(stream => stream.CallLegId).Distinct().Should().Equal(Guid.Parse(ForkBytes.CallLegId), Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950f"));
        streams[0].RemoteEndPoint.Should().Be(IPEndPoint.Parse(ForkHarness.Sender));
        streams[0].StartedAt.Should().Be(_fork.Time.GetUtcNow());
        streams[0].Statistics.Received.Should().Be(2);
        Counted(ForkOutcome.Accepted).Should().Be(6);
    }

    [Fact]
    public void Receive_StrepFromAnotherAddress_IsTheSameStream()
    {
        _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(5)));
        _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(6)), sender: "198.51.100.2:5000");

        _fork.Only.RemoteEndPoint.Should().Be(IPEndPoint.Parse(ForkHarness.Sender));
        _fork.Only.Statistics.Received.Should().Be(2);
    }

    [Fact]
    public void Receive_StrepWithALongerHeader_FindsTheAudioBehindIt()
    {
        _fork.Receive([.. StrepBytes.Encode(2, false, false, 28, [1, 2, 3, 4, 5, 6], ForkBytes.CallLegId, 0x80, 1, 2, 3), .. ForkBytes.Rtp(9, length: 3).Encode()]);
        _fork.Advance(120);

        var packet = _fork.Packets.Should().ContainSingle().Which;
        packet.Payload.Should().Equal(9, 9, 9);
        packet.Datagram.Should().HaveCount(28 + 12 + 3);
    }

    [Fact]
    public void Receive_PlainRtp_IsAStreamForEachSenderSourceAndPort()
    {
        _fork.Receive(ForkBytes.Rtp(1).Encode());
        _fork.Receive(ForkBytes.Rtp(1, ssrc: 8).Encode());
        _fork.Receive(ForkBytes.Rtp(1).Encode(), sender: "192.0.2.1:4001");
        _fork.Receive(ForkBytes.Rtp(1).Encode(), sender: "192.0.2.2:4000");
        _fork.Receive(ForkBytes.Rtp(1).Encode(), sender: "[2001:db8::1]:4000");
        _fork.Receive(ForkBytes.Rtp(1).Encode(), port: AudioDirection.Inbound);
        _fork.Receive(ForkBytes.Rtp(1).Encode(), port: AudioDirection.Outbound);
        _fork.Receive(ForkBytes.Rtp(2).Encode());

        var streams = _fork.Streams.Snapshot();
        streams.Select(stream => (stream.RemoteEndPoint.ToString(), stream.Ssrc, stream.Direction)).Should().Equal(
            ("192.0.2.1:4000", 7, AudioDirection.Unknown),
            ("192.0.2.1:4000", 8, AudioDirection.Unknown),
            ("192.0.2.1:4001", 7, AudioDirection.Unknown),
            ("192.0.2.2:4000", 7, AudioDirection.Unknown),
            ("[2001:db8::1]:4000", 7, AudioDirection.Unknown),
            ("192.0.2.1:4000", 7, AudioDirection.Inbound),
            ("192.0.2.1:4000", 7, AudioDirection.Outbound));
        streams.Should().OnlyContain(stream => stream.CallLegId == null && stream.Leg == null);
        streams[0].Statistics.Received.Should().Be(2);
    }

    [Fact]
    public void Receive_OptionsOfRtp_ArePassedOverAndKept()
    {
        var rtp = new RtpBytes
        {
            SequenceNumber = 3,
            Timestamp = 77,
            Ssrc = 0xFFFF_FFFE,
            PayloadType = 8,
            Marker = true,
            Contributors = [11, 12],
            Profile = 0xBEDE,
            ExtensionData = [0x10, 0xAA, 0, 0],
            Payload = [1, 2, 3],
            Padding = 5,
        };
        MediaPacket seen = default;
        _fork.OnPacket = packet =>
        {
            seen = packet;
            (packet.Rtp.Contributors.Count, packet.Rtp.PaddingLength).Should().Be((2, (byte)5));
            packet.Rtp.Extension.TryFind(1, out var data).Should().BeTrue();
            data.ToArray().Should().Equal(0xAA);
        };

        _fork.Receive(ForkBytes.Strep(rtp));
        _fork.Advance(120);

        _fork.Packets.Should().ContainSingle().Which.Payload.Should().Equal(1, 2, 3);
        (seen.Marker, seen.PayloadType, seen.Timestamp, seen.Ssrc, seen.SequenceNumber).Should().Be((true, (byte)8, 77u, 0xFFFF_FFFEu, (ushort)3));
        seen.ReceivedAt.Should().Be(_fork.Only.StartedAt);
        seen.Invoking(packet => packet.Payload).Should().Throw<InvalidOperationException>().WithMessage("*given back*");
    }

    [Theory]
    [InlineData(ForkOutcome.Unknown, "")]
    [InlineData(ForkOutcome.Unknown, "61")]
    [InlineData(ForkOutcome.Sip, "494E56495445")]
    [InlineData(ForkOutcome.T38, "0001020304")]
    [InlineData(ForkOutcome.Rtcp, "80C80006")]
    [InlineData(ForkOutcome.MalformedRtp, "8000000100000002000000")]
    [InlineData(ForkOutcome.MalformedRtp, "8F0000010000000200000003")]
    [InlineData(ForkOutcome.MalformedStrep, "C418")]
    [InlineData(ForkOutcome.MalformedStrep, "C017000000000000000000000000000000000000000000008000000100000002000000030A")]
    [InlineData(ForkOutcome.MalformedRtp, "C41800000000000000000000000000000000000000000000")]
    [InlineData(ForkOutcome.MalformedRtp, "C41800000000000000000000000000000000000000000000494E56495445")]
    [InlineData(ForkOutcome.Rtcp, "C4180000000000000000000000000000000000000000000080C80006")]
    [InlineData(ForkOutcome.T38, "C41800000000000000000000000000000000000000000000000102")]
    internal void Receive_NoRtp_IsCountedForWhatItIs(ForkOutcome outcome, string datagram)
    {
        _fork.Receive(Convert.FromHexString(datagram));

        Enum.GetValues<ForkOutcome>().Where(other => Counted(other) != 0).Should().Equal(outcome);
        (Counted(outcome), _fork.Streams.Count, _fork.Streams.Ever).Should().Be((1, 0, 0));
    }

    [Fact]
    public void Receive_LongerThanAllowed_IsCounted()
    {
        using var fork = new ForkHarness(new() { MaxDatagramBytes = 100 });

        fork.Receive(ForkBytes.Rtp(1, length: 88).Encode());
        fork.Receive(ForkBytes.Rtp(2, length: 89).Encode());

        (fork.Tally[ForkOutcome.Accepted], fork.Tally[ForkOutcome.TooLong]).Should().Be((1, 1));
    }

    [Theory]
    [InlineData("192.0.2.9:1", true)]
    [InlineData("192.0.3.9:1", false)]
    [InlineData("[::ffff:192.0.2.9]:1", true)]
    [InlineData("[2001:db8:1::5]:1", true)]
    [InlineData("[2001:db8:2::5]:1", false)]
    [InlineData("198.51.100.7:1", true)]
    [InlineData("198.51.100.8:1", false)]
    public void Receive_ForeignSource_IsCounted(string sender, bool isAllowed)
    {
        using var fork = new ForkHarness(new()
        {
            AllowedSources = [IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("2001:db8:1::/48"), IPNetwork.Parse("198.51.100.7/32")],
        });

        fork.Receive(ForkBytes.Rtp(1).Encode(), sender);

        (fork.Tally[ForkOutcome.Accepted], fork.Tally[ForkOutcome.Foreign]).Should().Be(isAllowed ? (1, 0) : (0, 1));
    }

    [Fact]
    public void Receive_AllOfIpv4Allowed_TakesNoIpv6()
    {
        using var fork = new ForkHarness(new() { AllowedSources = [IPNetwork.Parse("0.0.0.0/0")] });

        fork.Receive(ForkBytes.Rtp(1).Encode());
        fork.Receive(ForkBytes.Rtp(1).Encode(), sender: "[2001:db8::1]:4000");

        (fork.Tally[ForkOutcome.Accepted], fork.Tally[ForkOutcome.Foreign]).Should().Be((1, 1));
    }

    [Fact]
    public void Receive_MoreStreamsThanAllowed_AreCountedUntilOneEnds()
    {
        using var fork = new ForkHarness(new() { MaxStreams = 2, IdleTimeout = TimeSpan.FromSeconds(1) });
        foreach (var (number, ssrc) in new[] { (1, 1), (2, 1), (1, 2), (2, 2), (1, 3), (3, 1) })
            fork.Receive(ForkBytes.Rtp(number, ssrc).Encode());

        (fork.Tally[ForkOutcome.Accepted], fork.Tally[ForkOutcome.TooManyStreams], fork.Streams.Count).Should().Be((5, 1, 2));

        fork.Advance(1000);
        fork.Receive(ForkBytes.Rtp(2, ssrc: 3).Encode());

        (fork.Tally[ForkOutcome.Accepted], fork.Streams.Count, fork.Streams.Ever, fork.Ended.Count).Should().Be((6, 1, 3, 2));
    }

    [Fact]
    public void Tick_IdleStream_EndsItAndTheNextPacketBeginsAnother()
    {
        using var fork = new ForkHarness(new() { IdleTimeout = TimeSpan.FromSeconds(30) });
        fork.Rtp(100, 101);
        var first = fork.Only;
        fork.Advance(20_000);
        fork.Rtp(102);
        fork.Advance(29_990);
        first.Ended.IsCompleted.Should().BeFalse();
        fork.IsBusy.Should().Equal(true);

        fork.Advance(20);

        first.Ended.IsCompletedSuccessfully.Should().BeTrue();
        fork.Ended.Should().Equal(first);
        fork.IsBusy.Should().Equal(true, false);
        fork.Rtp(103);
        fork.Only.Should().NotBeSameAs(first);
        (first.Statistics.Received, fork.Only.Statistics.Received).Should().Be((3, 1));
        fork.IsBusy.Should().Equal(true, false, true);
    }

    [Fact]
    public void Tick_IdleStreamWithPacketsThatWait_HandsThemOnFirst()
    {
        using var fork = new ForkHarness(new() { IdleTimeout = TimeSpan.FromSeconds(1), ReorderDelay = TimeSpan.FromSeconds(5) });
        fork.Rtp(100, 102);
        var stream = fork.Only;

        fork.Advance(1000);

        fork.SequenceNumbers.Should().Equal(100, 102);
        stream.Statistics.ShouldAddUp();
        (stream.Statistics.Delivered, stream.Statistics.Lost, stream.Ended.IsCompleted).Should().Be((2, 1, true));
    }

    [Fact]
    public void Receive_ManyStreamsComeAndGo_EachEndsOnce()
    {
        using var fork = new ForkHarness(new() { IdleTimeout = TimeSpan.FromMilliseconds(500) });
        for (var round = 0; round < 50; round++)
        {
            foreach (var ssrc in Enumerable.Range(round * 5, 20))
                fork.Receive(ForkBytes.Rtp(round, ssrc).Encode());

            fork.Advance(300);
        }

        fork.Advance(1000);
        (fork.Streams.Count, fork.Streams.Ever).Should().Be((0, fork.Ended.Count));
        fork.Ended.Should().OnlyHaveUniqueItems().And.HaveCount(265);
        fork.Ended.Sum(stream => stream.Statistics.Received).Should().Be(1000).And.Be(fork.Tally[ForkOutcome.Accepted]);
    }

    [Fact]
    public async Task Receive_FromSeveralThreadsWhileStreamsEnd_LosesNoCount()
    {
        const int Threads = 2;
        const int Packets = 50_000;
        const int Endings = 20;
        const int MostPackets = 20_000_000;
        var sink = new CountingSink();
        var ended = new ConcurrentBag<ForkStream>();
        var time = _fork.Time;
        var streams = new ForkDemultiplexer(new() { IdleTimeout = TimeSpan.FromMilliseconds(100) }, time, sink, _ => { }, ended.Add);
        var tallies = Enumerable.Range(0, Threads).Select(_ => new ForkTally()).ToArray();
        var receiving = tallies.Select(tally => Task.Run(() => Receive(tally), TestContext.Current.CancellationToken)).ToArray();
        while (!Task.WhenAll(receiving).IsCompleted)
        {
            // Now and then all that came is idle at once, in the middle of what comes.
            time.Advance(TimeSpan.FromMilliseconds(101));
            streams.Tick();
        }

        var packets = (await Task.WhenAll(receiving)).Sum();
        streams.EndAll();

        tallies.Sum(tally => tally[ForkOutcome.Accepted]).Should().Be(packets);
        ended.Should().HaveCountGreaterThanOrEqualTo(Endings).And.OnlyHaveUniqueItems();
        (streams.Count, streams.Ever).Should().Be((0, ended.Count));
        ended.Sum(stream => stream.Statistics.Received).Should().Be(packets);
        ended.Sum(stream => stream.Statistics.Delivered).Should().Be(sink.Delivered);
        foreach (var stream in ended)
            stream.Statistics.ShouldAddUp();

        int Receive(ForkTally tally)
        {
            var pool = new MediaBufferPool(2048, 64);
            var buffer = pool.Rent(0);
            var source = ForkHarness.SourceOf(ForkHarness.Sender);
            var templates = Enumerable.Range(0, 4).Select(ForkTemplate.Strep).ToArray();
            var i = 0;
            for (; i < Packets || (ended.Count < Endings && i < MostPackets); i++)
            {
                var datagram = templates[i % 4].Next(i / 4);
                datagram.CopyTo(buffer.Bytes);
                if (streams.Receive(buffer, datagram.Length, source, AudioDirection.Unknown, time.GetTimestamp(), tally))
                    buffer = pool.Rent(0);
            }

            return i;
        }
    }

    [Fact]
    public void Receive_NewSourceBehindStrepAfterSilence_BeginsAnewAtOnce()
    {
        using var fork = new ForkHarness(new() { ReorderDelay = TimeSpan.FromMilliseconds(200) });
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(100, ssrc: 1)));
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(102, ssrc: 1)));
        fork.Advance(100);

        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9000, ssrc: 2)));
        fork.SequenceNumbers.Should().Equal([100, 102], "what waits goes first");
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(103, ssrc: 1)));
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9001, ssrc: 2)));
        fork.Advance(220);

        fork.Packets.Select(packet => (packet.SequenceNumber, packet.Ssrc, packet.Position)).Should().Equal(
            (100, 1u, 0), (102, 1u, 320), (9000, 2u, 320 + 800), (9001, 2u, 320 + 800 + 160));
        var counted = fork.Only.Statistics;
        counted.ShouldAddUp();
        (counted.Restarts, counted.Stray, counted.Lost, fork.Only.Ssrc).Should().Be((1, 1, 1, 2u));
    }

    [Fact]
    public void Receive_NewSourceWithoutSilence_BeginsAnewWithItsSecond()
    {
        foreach (var (number, ssrc) in new[] { (100, 1), (9000, 2), (9001, 2), (101, 1), (102, 1), (103, 1) })
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(number, ssrc)));

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(100, 9001, 102, 103);
        var counted = _fork.Only.Statistics;
        counted.ShouldAddUp();
        (counted.Restarts, counted.Stray, _fork.Only.Ssrc).Should().Be((2, 2, 1u));
    }

    [Fact]
    public void Receive_TwoSourcesAtOnce_TheOneThatWasThereStays()
    {
        for (var i = 0; i < 100; i++)
        {
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(100 + i, ssrc: 1)));
            _fork.Advance(10);
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9000 + i, ssrc: 2)));
            _fork.Advance(10);
        }

        _fork.Advance(120);

        _fork.SequenceNumbers.Should().Equal(Enumerable.Range(100, 100));
        var counted = _fork.Only.Statistics;
        counted.ShouldAddUp();
        (counted.Restarts, counted.Stray, counted.Lost, _fork.Only.Ssrc).Should().Be((0, 100, 0, 1u));
    }

    [Fact]
    public void Receive_OneForgedSource_ChangesNothing()
    {
        for (var i = 0; i < 20; i++)
        {
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(100 + i, ssrc: 1)));
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9000, ssrc: 1000 + i)));
            _fork.Advance(20);
        }

        var counted = _fork.Only.Statistics;
        counted.ShouldAddUp();
        (counted.Restarts, counted.Stray, _fork.Only.Ssrc).Should().Be((0, 20, 1u));
    }

    [Fact]
    public void Tick_SinglePacket_EndsAfterTwoSeconds()
    {
        _fork.Rtp(100);
        _fork.Advance(1000);
        _fork.Rtp(100);
        _fork.Receive(ForkBytes.Rtp(1, ssrc: 9).Encode());
        _fork.Receive(ForkBytes.Rtp(2, ssrc: 9).Encode());
        _fork.Advance(980);
        _fork.Streams.Count.Should().Be(2);

        _fork.Advance(40);

        var ended = _fork.Ended.Should().ContainSingle().Which;
        (ended.Ssrc, ended.Statistics.Delivered, ended.Statistics.Duplicates, _fork.Only.Ssrc).Should().Be((7u, 1, 1, 9u));
        ended.Statistics.ShouldAddUp();
    }

    [Fact]
    public void Receive_FullOfSinglePackets_NewCallsComeIn()
    {
        const int Max = 100;
        const int Flood = 5000;
        using var fork = new ForkHarness(new() { MaxStreams = Max });
        fork.Rtp(100, 101);
        var old = fork.Only;
        for (var i = 0; i < Flood; i++)
            fork.Receive(ForkBytes.Rtp(1, ssrc: 1000 + i).Encode());

        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(500)));
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(501)));
        for (var i = 0; i < Flood; i++)
            fork.Receive(ForkBytes.Rtp(1, ssrc: 1000 + Flood + i).Encode());

        fork.Streams.Count.Should().Be(Max);
        var called = fork.Streams.Snapshot().Single(stream => stream.CallLegId is not null);
        (called.Statistics.Received, called.Ended.IsCompleted, old.Ended.IsCompleted).Should().Be((2, false, false));
        fork.Tally[ForkOutcome.TooManyStreams].Should().Be(0);
        fork.IsBusy.Should().Equal(true);

        fork.Advance(2100);
        fork.Streams.Snapshot().Should().Equal(old, called);
        fork.Streams.EndAll();
        fork.Ended.Should().OnlyHaveUniqueItems().And.HaveCount((2 * Flood) + 2);
        fork.Ended.Sum(stream => stream.Statistics.Delivered).Should().Be(fork.Packets.Count).And.Be(fork.Tally[ForkOutcome.Accepted]).And.Be((2 * Flood) + 4);
    }

    [Fact]
    public void Tick_EndedStream_IsNotKept()
    {
        using var fork = new ForkHarness();
        var streams = new ForkDemultiplexer(new(), fork.Time, new CountingSink(), _ => { }, _ => { });
        var stream = Start();
        streams.Tick();
        fork.Advance(31_000);
        streams.Tick();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        (stream.IsAlive, streams.Count).Should().Be((false, 0));

        [MethodImpl(MethodImplOptions.NoInlining)]
        WeakReference Start()
        {
            var pool = new MediaBufferPool(2048, 64);
            foreach (var number in new[] { 1, 2 })
            {
                var buffer = pool.Rent(0);
                var datagram = ForkBytes.Rtp(number).Encode();
                datagram.CopyTo(buffer.Bytes, 0);
                streams.Receive(buffer, datagram.Length, ForkHarness.SourceOf(ForkHarness.Sender), AudioDirection.Unknown, fork.Time.GetTimestamp(), fork.Tally);
            }

            return new WeakReference(streams.Snapshot()[0]);
        }
    }

    [Fact]
    public void Receive_MoreHeldThanAllStreamsMay_HandsThemOn()
    {
        const int Most = 1 + 4096;
        using var fork = new ForkHarness(new() { ReorderWindow = 128, QueueCapacity = 1, ReorderDelay = TimeSpan.FromSeconds(10) });
        for (var number = 1; number < 60; number += 2)
        {
            foreach (var ssrc in Enumerable.Range(0, 300))
                fork.Receive(ForkBytes.Rtp(number, ssrc).Encode());

            fork.Streams.Snapshot().Sum(stream => stream.Statistics.Held).Should().BeLessThanOrEqualTo(Most);
        }

        fork.Packets.Count.Should().BeGreaterThanOrEqualTo((30 * 300) - Most);
        fork.Streams.EndAll();
        fork.Packets.Should().HaveCount(30 * 300);
        foreach (var stream in fork.Ended)
        {
            stream.Statistics.ShouldAddUp();
            (stream.Statistics.Lost, stream.Statistics.Held).Should().Be((29, 0));
        }

        // What was counted as held is not any more: there is room for as many again.
        foreach (var ssrc in Enumerable.Range(0, Most))
            fork.Receive(ForkBytes.Rtp(1, ssrc).Encode());

        fork.Packets.Should().HaveCount(30 * 300);
    }

    [Fact]
    public void Position_OfAShuffledStart_IsInStepWithAnotherStream()
    {
        // Both directions speak at the same time; the first packets of one are held up on their way.
        for (var step = 0; step < 6; step++)
        {
            _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(100 + step, ssrc: 1)));
            if (step is not (0 or 1))
                _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(500 + step, ssrc: 2), isSent: true));

            if (step == 3)
            {
                _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(501, ssrc: 2), isSent: true));
                _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(500, ssrc: 2), isSent: true));
            }

            _fork.Advance(20);
        }

        _fork.Advance(120);

        var streams = _fork.Streams.Snapshot();
        streams[1].StartTimestamp.Should().Be(streams[0].StartTimestamp, "its first packet left when the other's did");
        streams[1].StartedAt.Should().Be(streams[0].StartedAt);
        foreach (var stream in streams)
            _fork.Packets.Where(packet => packet.Stream == stream).Select(packet => packet.Position).Should().Equal(0, 160, 320, 480, 640, 800);
    }

    [Fact]
    public void Position_OfAShuffledStartAnew_CountsFromItsFirst()
    {
        using var fork = new ForkHarness(new() { ReorderDelay = TimeSpan.FromMilliseconds(60) });
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(100, ssrc: 1)));
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(101, ssrc: 1)));
        fork.Advance(200);
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9001, ssrc: 2)));
        fork.Advance(20);
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(9000, ssrc: 2)));
        fork.Advance(120);

        fork.Packets.Select(packet => (packet.SequenceNumber, packet.Position)).Should().Equal(
            (100, 0), (101, 160), (9000, 160 + 1600 - 160), (9001, 160 + 1600));
    }

    [Fact]
    public void Position_FirstWithATimestampFarOff_MovesNoStart()
    {
        _fork.Receive((ForkBytes.Rtp(101) with { Timestamp = 4_000_000_000 }).Encode());
        _fork.Receive((ForkBytes.Rtp(100) with { Timestamp = 5 }).Encode());
        var started = _fork.Time.GetTimestamp();
        _fork.Advance(120);

        (_fork.Only.StartTimestamp, _fork.Packets[0].Position).Should().Be((started, 0));
    }

    [Fact]
    public void Position_PayloadTypeWithAnotherClock_IsReckonedInThat()
    {
        using var fork = new ForkHarness(new() { ReorderWindow = 1, ClockRateOf = type => type == 100 ? 16_000 : 48_000 });
        foreach (var (number, type, timestamp) in new[] { (1, 0, 160), (2, 0, 320), (3, 100, 90_000), (4, 100, 90_320), (5, 0, 800) })
        {
            fork.Receive((ForkBytes.Rtp(number) with { PayloadType = type, Timestamp = timestamp }).Encode());
            fork.Advance(20);
        }

        fork.Packets.Select(packet => (packet.Position, packet.ClockRate)).Should().Equal((0, 8000), (160, 8000), (640, 16_000), (960, 16_000), (640, 8000));
        fork.Only.ClockRate.Should().Be(8000, "the stream began with it");
    }

    [Fact]
    public void ClockRate_WhenItBeginsAnew_IsSetBeforeTheFirstPacketComes()
    {
        using var fork = new ForkHarness(new() { ReorderWindow = 1, ClockRateOf = _ => 16_000 });
        var rates = new List<(int, int)>();
        fork.OnPacket = packet => rates.Add((packet.ClockRate, packet.Stream.ClockRate));
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1, ssrc: 1)));
        fork.Advance(200);
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1, ssrc: 2) with { PayloadType = 100 }));

        rates.Should().Equal((8000, 8000), (16_000, 16_000));
    }

    [Fact]
    public void Receive_NewSourceWithAnotherClock_PositionsGoOnInIt()
    {
        using var fork = new ForkHarness(new() { ReorderWindow = 1, ClockRateOf = type => type == 100 ? 16_000 : 48_000 });
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1, ssrc: 1)));
        fork.Advance(20);
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(2, ssrc: 1)));
        fork.Advance(120);
        fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1, ssrc: 2) with { PayloadType = 100 }));

        fork.Packets.Select(packet => packet.Position).Should().Equal(0, 160, 320 + 1920);
        (fork.Only.ClockRate, fork.Only.PayloadType).Should().Be((16_000, (byte)100));
    }

    [Theory]
    [InlineData(0, 8000)]
    [InlineData(9, 8000)]
    [InlineData(6, 16_000)]
    [InlineData(10, 44_100)]
    [InlineData(17, 22_050)]
    [InlineData(26, 90_000)]
    [InlineData(95, 8000)]
    [InlineData(96, 48_000)]
    [InlineData(127, 48_000)]
    public void ClockRate_OfPayloadType_IsThatOfTheProfileOrTheApplication(int payloadType, int rate)
    {
        using var fork = new ForkHarness(new() { ClockRateOf = _ => 48_000 });

        fork.Receive((ForkBytes.Rtp(1) with { PayloadType = payloadType }).Encode());

        fork.Only.ClockRate.Should().Be(rate);
    }

    [Fact]
    public void Jitter_OfThreePackets_IsWhatTheRfcSays()
    {
        // At 8000 Hz: 25 ms are 200 ticks, 40 more than the 160 of the timestamps; 15 ms are 120, 40 less. (0 + 40 / 16) = 2.5; 2.5 + (40 - 2.5) / 16 = 4.84375.
        _fork.Rtp(1);
        _fork.Advance(25);
        _fork.Rtp(2);
        _fork.Only.Statistics.JitterTicks.Should().Be(2.5);
        _fork.Advance(15);
        _fork.Rtp(3, 3);

        _fork.Only.Statistics.JitterTicks.Should().Be(4.84375);
        _fork.Only.Statistics.Jitter.Should().BeCloseTo(TimeSpan.FromMicroseconds(605.47), TimeSpan.FromMicroseconds(0.1));
    }

    [Fact]
    public void Statistics_Bytes_AreThoseOfAllDatagrams()
    {
        _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1)));
        _fork.Receive(ForkBytes.Strep(ForkBytes.Rtp(1)));

        _fork.Only.Statistics.Bytes.Should().Be(2 * (24 + 12 + 160));
    }

    [Fact]
    public void Receive_HostileDatagrams_AreEachCountedOnce()
    {
        const int Count = 100_000;
        using var fork = new ForkHarness(new() { MaxStreams = 500, MaxDatagramBytes = 300, ReorderWindow = 8, AllowedSources = [IPNetwork.Parse("192.0.2.0/24")] });
        var hostile = new HostileDatagrams(
            3, [ForkBytes.Strep(ForkBytes.Rtp(100)), ForkBytes.Rtp(100).Encode(), "OPTIONS sip:a SIP/2.0"u8.ToArray(), Convert.FromHexString("80C80006")]);
        var sources = new[] { "192.0.2.1:1", "192.0.2.2:2", "203.0.113.1:1" }.Select(ForkHarness.SourceOf).ToArray();
        var random = new Random(4);
        var streams = new HashSet<ForkStream>();
        for (var i = 0; i < Count; i++)
        {
            fork.Receive(hostile.Next(), sources[random.Next(sources.Length)], (AudioDirection)random.Next(3));
            if (i % 1000 == 0)
            {
                streams.UnionWith(fork.Streams.Snapshot());
                fork.Advance(random.Next(4000));
            }
        }

        streams.UnionWith(fork.Ended);
        streams.UnionWith(fork.Streams.Snapshot());
        foreach (var stream in streams)
            stream.Statistics.ShouldAddUp();

        Enum.GetValues<ForkOutcome>().Where(outcome => Counted(fork, outcome) == 0).Should().Equal([ForkOutcome.TooManyStreams], "single packets make room");
        Enum.GetValues<ForkOutcome>().Sum(outcome => Counted(fork, outcome)).Should().Be(Count);
        streams.Sum(stream => stream.Statistics.Received).Should().Be(Counted(fork, ForkOutcome.Accepted));
        streams.Sum(stream => stream.Statistics.Delivered).Should().Be(fork.Packets.Count);
    }

    private static long Counted(ForkHarness fork, ForkOutcome outcome) => fork.Tally[outcome];

    private long Counted(ForkOutcome outcome) => Counted(_fork, outcome);
}
