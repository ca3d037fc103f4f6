using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>What is declared does something, and what is not refuses before anything is sent.</summary>
public sealed class CapabilityTests
{
    private static readonly MediaSource Medium = MediaSource.Library("42");
    private static readonly MediaSource Second = MediaSource.Silence(TimeSpan.FromSeconds(1));

    // How each feature is asked for, and the last command that the vendor is then given; null where it is refused.
    private static readonly Dictionary<CallFeature, (string? Command, Func<Line, Task> Use)> Uses = new()
    {
        [CallFeature.Dial] = ("calls.realtime", line => line.Vendor.Control.DialAsync(Dial, Cancelled)),
        [CallFeature.Answer] = ("wait", line => line.GiveAsync(control => control.AnswerAsync(line.Call, new AnswerRequest(), Cancelled))),
        [CallFeature.Reject] = ("hangup", line => SendAsync(line, control => control.RejectAsync(line.Call, new RejectRequest(), Cancelled))),
        [CallFeature.Hangup] = ("hangup", line => SendAsync(line, control => control.HangupAsync(line.Call, new HangupRequest(), Cancelled))),
        [CallFeature.HangupCause] = (null, line => SendAsync(line, control => control.HangupAsync(line.Call, new HangupRequest { Cause = HangupCause.Busy }, Cancelled))),
        [CallFeature.DtmfSend] = ("send_dtmf", line => SendAsync(line, control => control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled))),
        [CallFeature.MachineDetection] = ("calls.realtime", line => line.Vendor.Control.DialAsync(Dial with { MachineDetection = new MachineDetectionOptions() }, Cancelled)),
        [CallFeature.PlaybackUrl] = ("play_wav_data", line => PlayAsync(line, MediaSource.Url(AudioSite.Address))),
        [CallFeature.PlaybackSpeech] = ("play", line => PlayAsync(line, MediaSource.Speech("Hello"))),
        [CallFeature.PlaybackSilence] = ("wait", line => PlayAsync(line, Second)),
        [CallFeature.PlaybackRingtone] = (null, line => PlayAsync(line, MediaSource.Ringtone())),
        [CallFeature.PlaybackLibrary] = ("play", line => PlayAsync(line, Medium)),
        [CallFeature.PlaybackAudio] = ("play_wav_data", line => PlayAsync(line, MediaSource.Audio(new byte[] { 1 }, AudioFormat.Alaw))),
        [CallFeature.PlaybackList] = ("wait", line => PlayTwoAsync(line, new PlaybackRequest { Sources = [Medium, Second] })),
        [CallFeature.PlaybackLoop] = ("play", line => PlayTwoAsync(line, new PlaybackRequest { Sources = [Medium], Repeat = 2 })),
        [CallFeature.PlaybackOffset] = (null, line => PlayAsync(line, new PlaybackRequest { Sources = [Medium], Offset = TimeSpan.FromSeconds(1) })),
        [CallFeature.PlaybackStop] = (null, line => SteerAsync(line, playback => playback.StopAsync(Cancelled))),
        [CallFeature.PlaybackPause] = (null, line => SteerAsync(line, playback => playback.PauseAsync(Cancelled), playback => playback.ResumeAsync(Cancelled))),
        [CallFeature.PlaybackSeek] = (null, line => SteerAsync(line, playback => playback.SeekAsync(TimeSpan.FromSeconds(1), Cancelled))),
        [CallFeature.PlaybackRestart] = (null, line => SteerAsync(line, playback => playback.RestartAsync(Cancelled))),
        [CallFeature.PlaybackVolume] = (null, line => SteerAsync(line, playback => playback.SetVolumeAsync(3, Cancelled))),
        [CallFeature.GatherDigits] = ("read", line => GatherAsync(line, new GatherRequest { Prompt = [Medium] })),
        [CallFeature.GatherSpeech] = (null, line => GatherAsync(line, new GatherRequest { Speech = new SpeechOptions() })),
        [CallFeature.GatherWithoutPrompt] = ("read", line => GatherAsync(line, new GatherRequest())),
        [CallFeature.GatherInvalidPrompt] = (null, line => GatherAsync(line, new GatherRequest { InvalidPrompt = [Medium] })),
        [CallFeature.GatherValidDigits] = (null, line => GatherAsync(line, new GatherRequest { Digits = new DigitOptions { ValidDigits = "12" } })),
        [CallFeature.GatherInterDigitTimeout] = (null, line => GatherAsync(line, new GatherRequest { Digits = new DigitOptions { InterDigitTimeout = TimeSpan.FromSeconds(2) } })),
        [CallFeature.GatherStop] = (null, async line => await (await GatherAsync(line, new GatherRequest())).StopAsync(Cancelled)),
        [CallFeature.Recording] = ("start_call_recording", line => RecordAsync(line, new RecordingRequest())),
        [CallFeature.RecordingFormat] = (null, line => RecordAsync(line, new RecordingRequest { Format = AudioFormat.Wav })),
        [CallFeature.RecordingTrack] = (null, line => RecordAsync(line, new RecordingRequest { Track = AudioTrack.Inbound })),
        [CallFeature.RecordingChannels] = (null, line => RecordAsync(line, new RecordingRequest { Stereo = true })),
        [CallFeature.RecordingLimits] = ("record", line => RecordAsync(line, new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(5) })),
        [CallFeature.RecordingBeep] = (null, line => RecordAsync(line, new RecordingRequest { Beep = true })),
        [CallFeature.RecordingStop] = ("stop_call_recording", StopRecordingAsync),
        [CallFeature.RecordingPause] = (null, async line => await (await RecordAsync(line, new RecordingRequest())).PauseAsync(Cancelled)),
        [CallFeature.Stream] = (null, line => line.Vendor.Control.StartStreamAsync(line.Call, Stream, Cancelled)),
        [CallFeature.StreamBidirectional] = (null, line => line.Vendor.Control.StartStreamAsync(line.Call, Stream with { Bidirectional = true }, Cancelled)),
        [CallFeature.Fork] = (null, line => line.Vendor.Control.StartForkAsync(line.Call, Fork, Cancelled)),
        [CallFeature.ForkCombined] = (null, line => line.Vendor.Control.StartForkAsync(line.Call, Fork, Cancelled)),
        [CallFeature.ForkFormat] = (null, line => line.Vendor.Control.StartForkAsync(line.Call, Fork with { Codec = AudioCodec.Pcmu }, Cancelled)),
        [CallFeature.Bridge] = ("conference", BridgeAsync),
        [CallFeature.Unbridge] = (null, async line => await (await BridgeAsync(line)).StopAsync(Cancelled)),
        [CallFeature.Transfer] = ("dialout", line => line.GiveAsync(control => control.TransferAsync(line.Call, Transfer, Cancelled))),
        [CallFeature.TransferRefer] = (null, line => line.Vendor.Control.TransferAsync(line.Call, Transfer with { Method = TransferMethod.Refer }, Cancelled)),
    };

    // A refusal of these names the feature that they are a part of.
    private static readonly Dictionary<CallFeature, CallFeature> Parts = new()
    {
        [CallFeature.StreamBidirectional] = CallFeature.Stream,
        [CallFeature.ForkCombined] = CallFeature.Fork,
        [CallFeature.ForkFormat] = CallFeature.Fork,
    };

    // Nothing asks for it: keys are reported or they are not.
    private static readonly CallFeature[] NeverAskedFor = [CallFeature.DtmfReceive];

    public static TheoryData<CallFeature> Features => [.. Enum.GetValues<CallFeature>().Except(NeverAskedFor)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DialRequest Dial => new() { To = Destination.Phone("+33622222222"), From = "BLOCKED" };

    private static TransferRequest Transfer => new() { To = Destination.Phone("+33622222222") };

    private static StreamRequest Stream => new() { Url = new Uri("wss://ivr.example.com/media") };

    private static ForkRequest Fork => new() { Target = new Uri("udp://192.0.2.1:9000") };

    [Fact]
    public async Task Capabilities_OfTheAccount_SpeakOfEveryFeature()
    {
        await using var line = Line.Ring();
        var capabilities = line.Vendor.Control.Provider.Capabilities;

        Enum.GetValues<CallFeature>().Should().OnlyContain(feature => capabilities.Declares(feature)).And.BeEquivalentTo(Uses.Keys.Concat(NeverAskedFor));
        capabilities.Where(each => !each.IsSupported).Should().OnlyContain(each => each.Note!.Length > 0);
        NeverAskedFor.Should().OnlyContain(feature => !capabilities.Supports(feature));
    }

    [Theory]
    [MemberData(nameof(Features))]
    public async Task Feature_ThatIsAskedFor_IsCarriedOutOrRefusedAsDeclared(CallFeature feature)
    {
        await using var line = Line.Ring(account => (account.App, account.ApiKey, account.DetectionMedia) = (Vendor.App, "key-of-the-account", 1001));
        line.Vendor.Audio.File = WaveBuilder.Of(8000, 1, 1, 2, 3);
        var (command, use) = Uses[feature];
        line.Vendor.Control.Provider.Capabilities.Supports(feature).Should().Be(command is not null);

        if (command is null)
        {
            var refusal = (await FluentActions.Awaiting(() => use(line).Soon()).Should().ThrowAsync<CapabilityNotSupportedException>()).Which;
            refusal.Feature.Should().Be(Parts.GetValueOrDefault(feature, feature));
            refusal.Effect.Should().Be(CommandEffect.NotSent);
            refusal.Call.Should().Be(line.Call);

            // What cannot be done to an operation leaves that operation.
            if (line.Last.Body is null)
                line.CheckUntouched();

            line.Vendor.Rpc.Requests.Should().BeEmpty();
            return;
        }

        await use(line).Soon();
        if (line.Vendor.Rpc.Requests is [var request])
            request.Should().StartWith(command + " ");
        else
            line.Last.Command.Should().Be(command);
    }

    private static Task<PlaybackOperation> PlayAsync(Line line, MediaSource source) => PlayAsync(line, new PlaybackRequest { Sources = [source] });

    private static Task<PlaybackOperation> PlayAsync(Line line, PlaybackRequest request) => line.GiveAsync(control => control.StartPlaybackAsync(line.Call, request, Cancelled));

    private static Task<GatherOperation> GatherAsync(Line line, GatherRequest request) => line.GiveAsync(control => control.StartGatherAsync(line.Call, request, Cancelled));

    private static Task<RecordingOperation> RecordAsync(Line line, RecordingRequest request) =>
        line.GiveAsync(control => control.StartRecordingAsync(line.Call, request, Cancelled));

    private static async Task PlayTwoAsync(Line line, PlaybackRequest request)
    {
        await PlayAsync(line, request);
        await line.Done("0").NextAsync();
    }

    private static async Task SteerAsync(Line line, params Func<PlaybackOperation, Task>[] steps)
    {
        var playback = await PlayAsync(line, Medium);
        foreach (var step in steps[..^1])
            await FluentActions.Awaiting(() => step(playback)).Should().ThrowAsync<CapabilityNotSupportedException>();

        await steps[^1](playback);
    }

    private static async Task StopRecordingAsync(Line line)
    {
        var recording = await RecordAsync(line, new RecordingRequest());
        line.Done("HASH0001");
        var stop = recording.StopAsync(Cancelled);
        await line.NextAsync();
        await stop;
    }

    private static async Task<BridgeOperation> BridgeAsync(Line line)
    {
        var other = Line.Ring(line.Vendor.Beside(2));
        return await line.GiveAsync(control => control.BridgeAsync(line.Call, new BridgeRequest { With = other.Call }, Cancelled));
    }

    private static async Task SendAsync(Line line, Func<ICallControl, Task> send)
    {
        var sending = send(line.Vendor.Control);
        if (!sending.IsFaulted)
            await line.NextAsync();

        await sending;
    }
}
