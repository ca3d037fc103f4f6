using System.Text.Json;
using CallControl.Media;
using static CallControl.Testing.Tests.UdpReceiver;

namespace CallControl.Testing.Tests.SignalWire;

/// <summary>Taps as a bare UDP socket sees them, taken apart by hand.</summary>
public sealed class TapTests
{
    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("speak", "PCMU", 20, "inbound")]
    [InlineData("listen", "pcma", 20, "outbound")]
    [InlineData("both", "PCMA", 40, "both")]
    [InlineData("speak", null, null, "inbound")]
    public async Task Tap_Rtp_IsSentInTheCodecAndPieceLengthAskedFor(string direction, string? codec, int? ptime, string expected)
    {
        await using var signalWire = await StartAsync();
        using var receiver = new UdpReceiver();
        var caller = await signalWire.AnsweredCallAsync();
        var more = (codec is null ? "" : $",\"codec\":\"{codec}\"") + (ptime is null ? "" : $",\"ptime\":{ptime}");

        await TapAsync(signalWire, caller, direction, receiver.Port, more);
        caller.Audio.Play([.. Enumerable.Repeat((short)1000, 320)]);
        signalWire.Advance(80);
        await signalWire.DoAsync(caller.SessionId, "calling.tap.stop", """{"control_id":"t"}""");

        var packets = receiver.TakeAll();
        var (samples, isAlaw) = ((ptime ?? 20) * 8, codec?.ToUpperInvariant() is "PCMA");
        packets.Should().HaveCount(640 / samples).And.OnlyContain(packet => packet.Length == 12 + samples && packet[0] == 0x80);
        packets.Select(packet => packet[1] & 0x7F).Should().AllBeEquivalentTo(isAlaw ? 8 : 0);
        packets.Select(packet => packet[1] >> 7).Should().Equal([1, .. Enumerable.Repeat(0, packets.Length - 1)]);
        packets.Select(SequenceOf).Should().Equal(packets.Select((_, i) => (ushort)(SequenceOf(packets[0]) + i)));
        packets.Select(TimestampOf).Should().Equal(packets.Select((_, i) => unchecked(TimestampOf(packets[0]) + (uint)(i * samples))));
        var heard = packets.SelectMany(packet => packet.Skip(12)).Select(code => isAlaw ? G711.DecodeAlaw(code) : G711.DecodeMulaw(code)).ToArray();
        heard[..320].Should().OnlyContain(sample => direction == "listen" ? Math.Abs(sample) <= 8 : sample > 900);
        heard[320..].Should().OnlyContain(sample => Math.Abs(sample) <= 8);
        var told = signalWire.Emulator.ForkTraffic.Should().ContainSingle().Which;
        (told.CallLegId, told.Direction, told.Packets, told.Unsent, told.Ssrc).Should()
            .Be((caller.SessionId, expected, packets.Length, 0, SsrcOf(packets[0])));
    }

    [Fact]
    public async Task Tap_Listen_HearsThePlaybackAsATone()
    {
        await using var signalWire = await StartAsync();
        using var receiver = new UdpReceiver();
        var caller = await signalWire.AnsweredCallAsync();
        await TapAsync(signalWire, caller, "listen", receiver.Port, "");

        await signalWire.DoAsync(
            caller.SessionId, "calling.play", $$$"""{"control_id":"p","play":[{"type":"audio","params":{"url":"{{{SignalWireHarness.File}}}"}}]}""");
        signalWire.Advance(100);
        await signalWire.DoAsync(caller.SessionId, "calling.play.pause", """{"control_id":"p"}""");
        signalWire.Advance(40);
        await signalWire.DoAsync(caller.SessionId, "calling.play.resume", """{"control_id":"p"}""");
        signalWire.Advance(200);

        var loud = receiver.TakeAll().Select(packet => packet.Skip(12).Max(code => (int)G711.DecodeMulaw(code)) > 7500);
        loud.Should().Equal(Enumerable.Repeat(true, 5).Concat(Enumerable.Repeat(false, 2)).Concat(Enumerable.Repeat(true, 5)).Concat(Enumerable.Repeat(false, 5)));
    }

    [Fact]
    public async Task Tap_Loss_IsCountedExactly()
    {
        await using var signalWire = await StartAsync();
        using var receiver = new UdpReceiver();
        var caller = await signalWire.AnsweredCallAsync();
        signalWire.Emulator.MediaFaults.Loss = 0.5;

        await TapAsync(signalWire, caller, "speak", receiver.Port, "");
        signalWire.Advance(2000);
        await caller.HangUpAsync(Token);

        var tap = signalWire.Emulator.ForkTraffic.Single();
        tap.Packets.Should().Be(100);
        tap.Lost.Should().BeInRange(30, 70);
        receiver.TakeAll().Should().HaveCount(100 - (int)tap.Lost);
    }

    [Fact]
    public async Task Tap_Opus_SendsNothingAndSaysWhy()
    {
        await using var signalWire = await StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        var idle = signalWire.Clock.PendingTimers;

        await TapAsync(signalWire, caller, "both", 5004, ",\"codec\":\"OPUS\"");

        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain("OPUS");
        signalWire.Emulator.ForkTraffic.Should().BeEmpty();
        signalWire.Clock.PendingTimers.Should().Be(idle);
    }

    private static Task<SignalWireHarness> StartAsync() => SignalWireHarness.StartAsync(new SignalWireEmulatorOptions
    {
        TimeProvider = new ManualTimeProvider(), AllowPrivateTapAddresses = true,
    });

    private static Task<JsonElement> TapAsync(SignalWireHarness signalWire, EmulatedCaller caller, string direction, int port, string more) => signalWire.DoAsync(
        caller.SessionId,
        "calling.tap",
        $$$"""
        {"control_id":"t","tap":{"type":"audio","params":{"direction":"{{{direction}}}"}},
         "device":{"type":"rtp","params":{"addr":"127.0.0.1","port":{{{port}}}{{{more}}} } } }
        """);
}
