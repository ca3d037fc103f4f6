using System.Net;
using CallControl.Media;
using CallControl.SignalWire;
using CallControl.Testing;
using Samples;

namespace CallControl.EndToEnd.Tests.SignalWire;

/// <summary>The audio of streams and taps between the application and a caller.</summary>
public sealed class StreamMediaTests
{
    private const int CallersHertz = 500;
    private const int OurHertz = 1200;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stream_CarriesTheCallersVoice(bool numbersAsText)
    {
        await using var world = await SignalWireWorld.StartAsync(options: Options(numbersAsText));
        var (caller, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call);
        var stream = await call.StartStreamAsync(
            new StreamRequest { Url = ticket.Url, Codec = AudioCodec.Pcmu, Parameters = new Dictionary<string, string> { ["queue"] = "sales" } }, Cancelled);
        await using var session = await ticket.AcceptAsync(stream, Cancelled);

        caller.Audio.Play(Tone.Make(CallersHertz, TimeSpan.FromMilliseconds(300)));
        await HearAsync(session, CallersHertz);
        await stream.StopAsync(Cancelled);

        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Stopped);
        (await stream.Completion).End.Should().Be(OperationEnd.Stopped);
        session.Start.CallId.Should().Be(call.Id.Value);
        session.Start.Format.Should().Be(MediaFormat.Pcmu);
        session.Start.Parameters.Should().Contain("queue", "sales");
    }

    [Fact]
    public async Task Connect_ToAStream_CarriesBothVoicesWithMarksAndClear()
    {
        await using var world = await SignalWireWorld.StartAsync(options: Options());
        var (caller, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call);
        await world.Client.TransferAsync(call.Id, new TransferCommand { Dest = new SwmlDocument(new SwmlConnect($"stream:{ticket.Url.AbsoluteUri}")) }, Cancelled);
        await using var session = await ticket.AcceptAsync(cancellationToken: Cancelled);

        caller.Audio.Play(Tone.Make(CallersHertz, TimeSpan.FromMilliseconds(300)));
        await HearAsync(session, CallersHertz);
        var hearing = Ear.HearAsync(caller.Audio, OurHertz);
        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromMilliseconds(400)), Cancelled);
        var played = await session.MarkAsync("played", Cancelled);
        var (heard, _) = await hearing;
        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromSeconds(10)), Cancelled);
        var mark = session.MarkAsync("never played", Cancelled);
        await session.ClearAsync(Cancelled);

        heard.Should().BeInRange(19, 21);
        played.Should().Be(MarkOutcome.Played);
        (await mark).Should().Be(MarkOutcome.Cleared);
        await caller.HangUpAsync(Cancelled);
        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact]
    public async Task Fork_OfBothDirectionsApart_ArrivesAsPlainRtp()
    {
        await using var receiver = new ForkReceiver(new ForkReceiverOptions { Address = IPAddress.Loopback, InboundPort = 0, OutboundPort = 0 });
        await using var world = await SignalWireWorld.StartAsync(
            options: new SignalWireEmulatorOptions { MediaAddressOf = url => new Uri($"udp://127.0.0.1:{(url.Port == 5004 ? receiver.InboundEndPoint : receiver.OutboundEndPoint)!.Port}") });
        var (caller, call) = await world.ConnectAsync();
        var fork = await call.StartForkAsync(
            new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.5:5006"), Codec = AudioCodec.Pcmu }, Cancelled);

        caller.Audio.Play(Tone.Make(CallersHertz, TimeSpan.FromMilliseconds(400)));
        var (inbound, outbound, toned) = (0, 0, 0);
        var samples = new short[160];
        await foreach (var packet in receiver.ReadAllAsync(Cancelled))
        {
            if (packet.Stream.Direction == AudioDirection.Outbound)
                outbound++;
            else
                inbound++;

            packet.LostBefore.Should().Be(0);
            var count = G711.DecodeMulaw(packet.Payload.Span, samples);
            if (packet.Stream.Direction == AudioDirection.Inbound && Tone.IsIn(samples.AsSpan(0, count), CallersHertz))
                toned++;

            if (toned >= 18 && outbound > 0)
                break;
        }

        await fork.StopAsync(Cancelled);
        (await fork.Completion).End.Should().Be(OperationEnd.Stopped);
        receiver.Streams.Should().HaveCount(2).And.OnlyContain(each => each.PayloadType == 0 && each.CallLegId == null);
        inbound.Should().BeGreaterThanOrEqualTo(18);
    }

    private static SignalWireEmulatorOptions Options(bool numbersAsText = false) => new()
    {
        SendsStreamNumbersAsText = numbersAsText,
        MediaAddressOf = url => new UriBuilder(url) { Scheme = "ws" }.Uri,
    };

    private static async Task HearAsync(MediaStreamSession session, int hertz)
    {
        var pieces = 0;
        var samples = new short[160];
        await foreach (var frame in session.ReadAudioAsync(Cancelled))
        {
            frame.Track.Should().Be(AudioDirection.Inbound);
            if (Tone.IsIn(samples.AsSpan(0, frame.Decode(samples)), hertz) && ++pieces == 14)
                return;
        }

        throw new InvalidOperationException("The stream ended before the tone was heard.");
    }
}
