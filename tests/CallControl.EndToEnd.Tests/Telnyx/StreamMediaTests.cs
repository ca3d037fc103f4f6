using CallControl.Media;
using CallControl.Telnyx;
using CallControl.Testing;
using Samples;

namespace CallControl.EndToEnd.Tests.Telnyx;

/// <summary>The audio of streams, both ways, between the application and a caller.</summary>
public sealed class StreamMediaTests
{
    private const int CallersHertz = 500;
    private const int OurHertz = 1200;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Codecs => new() { { "PCMU", 8000 }, { "PCMA", 8000 }, { "L16", 16_000 } };

    [Theory]
    [MemberData(nameof(Codecs))]
    public async Task Stream_Bidirectional_CarriesBothVoices(string codec, int rate)
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call, new MediaStreamOptions { OutboundFormat = new MediaFormat(codec, rate) });
        var stream = await call.StartStreamAsync(
            new StreamRequest
            {
                Url = ticket.Url,
                Bidirectional = true,
                Codec = new AudioCodec(codec),
                SampleRateHz = rate,
                Parameters = new Dictionary<string, string> { ["queue"] = "sales" },
            },
            Cancelled);
        await using var session = await ticket.AcceptAsync(stream, Cancelled);

        var hearing = Ear.HearAsync(caller.Audio, OurHertz);
        caller.Audio.Play(Tone.Make(CallersHertz, TimeSpan.FromMilliseconds(300)));
        var pieces = 0;
        await foreach (var frame in session.ReadAudioAsync(Cancelled))
        {
            frame.Track.Should().Be(AudioDirection.Inbound);
            frame.LostBefore.Should().Be(0);
            if (Tone.IsIn(Linear(frame), CallersHertz) && ++pieces == 14)
                break;
        }

        await session.SendAsync(Stretch(Tone.Make(OurHertz, TimeSpan.FromMilliseconds(400)), rate), Cancelled);
        var (heard, _) = await hearing;

        heard.Should().BeInRange(19, 21);
        session.Start.CallId.Should().Be(call.Id.Value);
        session.Start.Format.Should().Be(new MediaFormat(codec, rate));
        session.Start.Parameters.Should().Contain("queue", "sales");
    }

    [Fact]
    public async Task Mark_ComesBackAfterItsAudioWasPlayed()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, _) = await StreamAsync(world);
        var hearing = Ear.HearAsync(caller.Audio, OurHertz);
        var sent = TimeProvider.System.GetTimestamp();

        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromMilliseconds(500)), Cancelled);
        var outcome = await session.MarkAsync("spoken", Cancelled);
        var took = TimeProvider.System.GetElapsedTime(sent);

        outcome.Should().Be(MarkOutcome.Played);
        took.Should().BeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(480), "half a second takes that long, less the piece that counts as played when it begins");
        (await hearing).Heard.Should().BeInRange(24, 26);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Clear_InTheMiddleOfTenSeconds_SilencesTheFarEndWithin200Milliseconds()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, _) = await StreamAsync(world);
        var hearing = Ear.HearAsync(caller.Audio, OurHertz, silentPieces: 50);
        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromSeconds(10)), Cancelled);
        var mark = session.MarkAsync("never played", Cancelled);
        await foreach (var samples in caller.Audio.ListenAsync(Cancelled))
        {
            if (Tone.IsIn(samples, OurHertz))
                break;
        }

        var cleared = TimeProvider.System.GetTimestamp();
        await session.ClearAsync(Cancelled);
        var (heard, last) = await hearing;

        heard.Should().BeLessThan(100, "ten seconds would be 500 pieces");
        TimeProvider.System.GetElapsedTime(cleared, last).Should().BeLessThan(TimeSpan.FromMilliseconds(200));
        (await mark).Should().Be(MarkOutcome.Cleared);
        await session.DisposeAsync();
    }

    [Fact]
    public async Task Files_AreTakenOneASecond()
    {
        await using var world = await TelnyxWorld.StartAsync(options: new TelnyxEmulatorOptions { MediaDuration = TimeSpan.FromMilliseconds(40) });
        var (_, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call, new MediaStreamOptions { SendsFiles = true });
        await world.Client.StartStreamingAsync(call.Id, new StartStreamingCommand { StreamUrl = ticket.Url, StreamBidirectionalMode = StreamBidirectionalMode.Mp3 }, Cancelled);
        await using var session = await ticket.AcceptAsync(cancellationToken: Cancelled);
        var began = TimeProvider.System.GetTimestamp();

        for (var i = 0; i < 3; i++)
            await session.SendFileAsync(new byte[] { 0xFF, 0xFB, 0x90, (byte)i }, Cancelled);
        var outcome = await session.MarkAsync("all files", Cancelled);

        outcome.Should().Be(MarkOutcome.Played);
        TimeProvider.System.GetElapsedTime(began).Should().BeGreaterThan(TimeSpan.FromSeconds(1.9));
        session.Statistics.FramesSent.Should().Be(3);
        session.Statistics.ErrorsReported.Should().Be(0, "each file came in its second");
    }

    [Fact]
    public async Task Stream_L16WithoutARate_IsPlayedInTheCodecsOwn()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call, new MediaStreamOptions { OutboundFormat = new MediaFormat(AudioEncodings.L16, 16_000) });
        var stream = await call.StartStreamAsync(new StreamRequest { Url = ticket.Url, Bidirectional = true, Codec = AudioCodec.L16 }, Cancelled);
        await using var session = await ticket.AcceptAsync(stream, Cancelled);
        var hearing = Ear.HearAsync(caller.Audio, OurHertz);

        await session.SendAsync(Stretch(Tone.Make(OurHertz, TimeSpan.FromMilliseconds(400)), 16_000), Cancelled);

        (await hearing).Heard.Should().BeInRange(19, 21);
    }

    [Fact]
    public async Task ApplicationIsToStop_WhileAFlowRuns_LetsItSpeakToTheEnd()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, _) = await StreamAsync(world);

        world.AskToStop();
        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromMilliseconds(100)), Cancelled);
        var outcome = await session.MarkAsync("good-bye", Cancelled);

        outcome.Should().Be(MarkOutcome.Played);
        session.Completion.IsCompleted.Should().BeFalse();
        await caller.HangUpAsync(Cancelled);
        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact]
    public async Task Keys_ReachTheStream()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, _) = await StreamAsync(world);

        await caller.PressAsync("5#", Cancelled);
        var keys = await session.ReadMessagesAsync(Cancelled).OfType<MediaStreamDtmf>().Take(2).Select(each => each.Digit).ToListAsync(Cancelled);

        keys.Should().Equal("5", "#");
        await session.DisposeAsync();
    }

    [Fact]
    public async Task CallerHangsUp_EndsSessionAndOperation()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, stream) = await StreamAsync(world);
        (await session.MarkAsync("behind nothing", Cancelled)).Should().Be(MarkOutcome.Played);
        await session.SendAsync(Tone.Make(OurHertz, TimeSpan.FromSeconds(5)), Cancelled);
        var late = session.MarkAsync("late", Cancelled);

        await caller.HangUpAsync(Cancelled);
        var frames = await session.ReadAudioAsync(Cancelled).CountAsync(Cancelled);

        frames.Should().BeGreaterThanOrEqualTo(0, "the reading ends");
        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Stopped);
        (await late).Should().Be(MarkOutcome.Ended);
        (await stream.Completion).End.Should().BeOneOf(OperationEnd.CallEnded, OperationEnd.Completed);
        var send = async () => await session.SendAsync(Tone.Make(OurHertz, Ear.Piece), Cancelled);
        (await send.Should().ThrowAsync<MediaStreamException>()).Which.End.Reason.Should().Be(MediaStreamEndReason.Stopped);
    }

    [Fact]
    public async Task Stop_OfTheOperation_EndsTheSession()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, session, stream) = await StreamAsync(world);

        await stream.StopAsync(Cancelled);

        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Stopped);
        (await stream.Completion).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Close_EndsTheStreamAndTheCallGoesOn()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (caller, session, stream) = await StreamAsync(world);

        await session.CloseAsync(cancellationToken: Cancelled);

        (await session.Completion).Reason.Should().Be(MediaStreamEndReason.Closed);
        (await stream.Completion).End.Should().Be(OperationEnd.Completed, "the vendor reports that it stopped");
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Accept_StreamCannotBeOpened_SaysSoAtOnce()
    {
        await using var world = await TelnyxWorld.StartAsync();
        var (_, call) = await world.ConnectAsync();
        await using var ticket = world.Streams.Expect(call);

        var stream = await call.StartStreamAsync(new StreamRequest { Url = new Uri(ticket.Url.AbsoluteUri[..^1]) }, Cancelled);
        var accept = () => ticket.AcceptAsync(stream, Cancelled);

        (await accept.Should().ThrowAsync<MediaStreamException>()).WithMessage("*ended before the vendor*Failed*");
        (await stream.Completion).End.Should().Be(OperationEnd.Failed);
        await world.Log.WaitForAsync("token is wrong");
        var token = ticket.Url.Segments[^1];
        world.Log.Lines.Should().NotContain(line => line.Contains(token, StringComparison.Ordinal));
    }

    private static async Task<(EmulatedCaller Caller, MediaStreamSession Session, StreamOperation Stream)> StreamAsync(TelnyxWorld world)
    {
        var (caller, call) = await world.ConnectAsync();
        var ticket = world.Streams.Expect(call);
        var stream = await call.StartStreamAsync(new StreamRequest { Url = ticket.Url, Bidirectional = true, Codec = AudioCodec.Pcmu }, Cancelled);
        return (caller, await ticket.AcceptAsync(stream, Cancelled), stream);
    }

    // As 8000 samples a second.
    private static short[] Linear(in AudioFrame frame)
    {
        var samples = new short[frame.Payload.Length];
        var step = frame.Format!.SampleRate / Tone.Rate;
        return [.. samples[..frame.Decode(samples)].Where((_, i) => i % step == 0)];
    }

    private static short[] Stretch(short[] samples, int rate) => [.. samples.SelectMany(sample => Enumerable.Repeat(sample, rate / Tone.Rate))];
}
