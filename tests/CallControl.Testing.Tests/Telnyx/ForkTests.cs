using CallControl.Media;
using static CallControl.Testing.Tests.UdpReceiver;

namespace CallControl.Testing.Tests.Telnyx;

/// <summary>Forks as bare UDP sockets see them, taken apart by hand.</summary>
public sealed class ForkTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Fork_RxAndTx_ArePlainRtpOfEachDirection()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        using var rx = new UdpReceiver();
        using var tx = new UdpReceiver();
        var caller = await telnyx.AnsweredCallAsync();
        await telnyx.DoAsync(caller.SessionId, "playback_start", $$"""{"audio_url":"{{TelnyxHarness.File}}"}""");
        telnyx.Advance(10);

        await telnyx.DoAsync(caller.SessionId, "fork_start", $$"""{"rx":"{{rx.Address}}","tx":"{{tx.Address}}"}""");
        caller.Audio.Play([.. Enumerable.Repeat((short)1000, 160)]);
        telnyx.Advance(60);
        await telnyx.DoAsync(caller.SessionId, "fork_stop");
        telnyx.Advance(200);

        var inbound = rx.TakeAll();
        var outbound = tx.TakeAll();
        foreach (var packets in (byte[][][])[inbound, outbound])
        {
            packets.Should().HaveCount(3).And.OnlyContain(packet => packet.Length == 172);
            packets.Select(packet => packet[0]).Should().AllBeEquivalentTo((byte)0x80, "version 2, no padding, extension or contributors");
            packets.Select(packet => packet[1]).Should().Equal([0x80, 0x00, 0x00], "the first bears the marker, all are PCMU");
            packets.Select(SequenceOf).Should().Equal(Enumerable.Range(0, 3).Select(i => (ushort)(SequenceOf(packets[0]) + i)));
            packets.Select(TimestampOf).Should().Equal(Enumerable.Range(0, 3).Select(i => unchecked(TimestampOf(packets[0]) + (uint)i * 160)));
            packets.Select(SsrcOf).Distinct().Should().ContainSingle();
        }

        SsrcOf(inbound[0]).Should().NotBe(SsrcOf(outbound[0]));
        inbound[0][12..].Should().AllBeEquivalentTo(G711.EncodeMulaw(1000));
        inbound[1][12..].Should().OnlyContain(code => code == 0xFF);
        outbound.Should().OnlyContain(packet => packet.Skip(12).Max(code => (int)G711.DecodeMulaw(code)) > 7500, "the playback is a tone");
        var legId = (await telnyx.SingleAsync("call.answered")).Text("call_leg_id");
        telnyx.Emulator.ForkTraffic.Select(fork => (fork.CallLegId, fork.Direction, fork.Packets, fork.Unsent)).Should()
            .Equal((legId!, "inbound", 3, 0), (legId!, "outbound", 3, 0));
        telnyx.Emulator.ForkTraffic.Select(fork => fork.Ssrc).Should().Equal(SsrcOf(inbound[0]), SsrcOf(outbound[0]));
        telnyx.Emulator.ForkTraffic[0].Target.Should().Be(new Uri($"udp://127.0.0.1:{rx.Port}"));
        telnyx.Clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task Fork_Target_PutsAStrepHeaderBeforeEachPacket()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), CallCodec = "PCMA" });
        using var receiver = new UdpReceiver();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "fork_start", $$"""{"target":"{{receiver.Address}}"}""");
        telnyx.Advance(40);
        await caller.HangUpAsync(Token);

        var packets = receiver.TakeAll();
        var leg = (await telnyx.SingleAsync("call.answered")).Text("call_leg_id")!.Replace("-", "", StringComparison.Ordinal);
        packets.Should().HaveCount(4).And.OnlyContain(packet => packet.Length == 24 + 12 + 160);
        packets.Select(packet => Convert.ToHexStringLower(packet[..24])).Should().Equal(
            $"c418000000000000{leg}", $"c518000000000000{leg}", $"c418000000000000{leg}", $"c518000000000000{leg}");
        packets.Select(packet => packet[25]).Should().Equal(0x88, 0x88, 0x08, 0x08);
        packets.Should().OnlyContain(packet => packet.Skip(36).All(code => code == 0xD5));
        (SequenceOf(packets[2][24..]) - SequenceOf(packets[0][24..])).Should().BeOneOf(1, -65535);
    }

    [Theory]
    [InlineData(true, "\"rx\":\"udp:127.0.0.1:4000\",\"target\":\"udp:127.0.0.1:4000\"", "/rx")]
    [InlineData(true, "\"target\":\"127.0.0.1:4000\"", "/target")]
    [InlineData(true, "\"target\":\"udp:127.0.0.1:0\"", "/target")]
    [InlineData(true, "\"target\":\"udp:127.0.0.1:70000\"", "/target")]
    [InlineData(false, "\"target\":\"udp:127.0.0.1:4000\"", "/target")]
    public async Task Fork_WrongTarget_IsRefused(bool accepted, string fields, string where)
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), AcceptsForkTarget = accepted });
        var caller = await telnyx.AnsweredCallAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, "fork_start", $"{{{fields}}}");

        answer.Status.Should().Be(422);
        answer.Where.Should().Be(where);
    }

    [Fact]
    public async Task Fork_DocumentationAddress_IsCountedButNotSent()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        await telnyx.DoAsync(caller.SessionId, "fork_start", """{"rx":"udp:192.0.2.1:4000","tx":"udp:fork.example.com:4002"}""");
        telnyx.Advance(100);

        telnyx.Emulator.ForkTraffic.Select(fork => (fork.Packets, fork.Unsent)).Should().Equal((5, 5), (5, 5));
    }

    [Fact]
    public async Task MediaFaults_LossDuplicatesAndReorder_AreCountedExactly()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        using var rx = new UdpReceiver();
        using var tx = new UdpReceiver();
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Emulator.MediaFaults.Loss = 0.02;
        telnyx.Emulator.MediaFaults.Duplicates = 0.01;
        telnyx.Emulator.MediaFaults.ReorderWithin = 5;

        await telnyx.DoAsync(caller.SessionId, "fork_start", $$"""{"rx":"{{rx.Address}}","tx":"{{tx.Address}}"}""");
        var received = new List<byte[]>();
        for (var i = 0; i < 20; i++)
        {
            telnyx.Advance(2000);
            received.AddRange(rx.TakeAll());
            tx.TakeAll();
        }

        await telnyx.DoAsync(caller.SessionId, "fork_stop");
        received.AddRange(rx.TakeAll());

        var fork = telnyx.Emulator.ForkTraffic[0];
        var first = SequenceOf(received[0]);
        var places = received.Select(packet => (ushort)(SequenceOf(packet) - first)).ToArray();
        var arrivals = places.Distinct().ToArray();
        fork.Packets.Should().Be(2000);
        (received[0][1] & 0x80).Should().Be(0x80, "the first packet stays first");
        places[^1].Should().Be(1999, "the last packet stays last");
        (2000 - arrivals.Length).Should().Be((int)fork.Lost);
        (received.Count - arrivals.Length).Should().Be((int)fork.Duplicated);
        arrivals.Where((place, i) => arrivals[..i].Any(earlier => earlier > place)).Should().HaveCount((int)fork.Reordered);
        ((int)fork.Lost).Should().BeInRange(20, 65);
        ((int)fork.Duplicated).Should().BeInRange(8, 40);
        ((int)fork.Reordered).Should().BeGreaterThan(500);
        for (var (i, highest) = (0, 0); i < arrivals.Length; i++)
        {
            highest = Math.Max(highest, arrivals[i]);
            (highest - arrivals[i]).Should().BeLessThanOrEqualTo(5);
        }
    }

    [Fact]
    public async Task MediaFaults_EverythingLost_LeavesTheFirstAndTheLast()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        using var receiver = new UdpReceiver();
        var caller = await telnyx.AnsweredCallAsync();
        telnyx.Emulator.MediaFaults.Loss = 1;

        await telnyx.DoAsync(caller.SessionId, "fork_start", $$"""{"target":"{{receiver.Address}}"}""");
        telnyx.Advance(200);
        await telnyx.DoAsync(caller.SessionId, "fork_stop");

        receiver.TakeAll().Should().HaveCount(4);
        telnyx.Emulator.ForkTraffic.Select(fork => (fork.Packets, fork.Lost)).Should().Equal((10, 8), (10, 8));
    }

    [Fact]
    public async Task MediaFaults_SameSeed_BringsTheSame()
    {
        var runs = new List<IReadOnlyList<EmulatedFork>>();
        for (var i = 0; i < 2; i++)
        {
            await using var telnyx = await TelnyxHarness.StartAsync();
            var caller = await telnyx.AnsweredCallAsync();
            telnyx.Emulator.MediaFaults.Loss = 0.3;
            telnyx.Emulator.MediaFaults.ReorderWithin = 2;
            await telnyx.DoAsync(caller.SessionId, "fork_start", """{"rx":"udp:192.0.2.1:4000","tx":"udp:192.0.2.1:4002"}""");
            telnyx.Advance(10_000);
            await telnyx.DoAsync(caller.SessionId, "fork_stop");
            runs.Add(telnyx.Emulator.ForkTraffic);
        }

        runs[1].Should().Equal(runs[0]);
        runs[0][0].Lost.Should().BePositive().And.NotBe(runs[0][1].Lost);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task MediaFaults_NoShare_IsRefused(double share)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var faults = telnyx.Emulator.MediaFaults;

        faults.Invoking(each => each.Loss = share).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(each => each.Duplicates = share).Should().Throw<ArgumentOutOfRangeException>();
        faults.Invoking(each => each.ReorderWithin = share < 0 ? -1 : 1001).Should().Throw<ArgumentOutOfRangeException>();
        (faults.Loss, faults.Duplicates, faults.ReorderWithin).Should().Be((0, 0, 0));
    }
}
