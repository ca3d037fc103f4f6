using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Neutral requests become the vendor's commands, as they travel, and what does not fit is refused in neutral words.</summary>
public sealed class SignalWireRequestsTests
{
    private const string Number = "+15550100777";
    private const string Ours = "+15550100002";
    private const string Status = AdapterHarness.StatusUrl;
    private const string UrlRule = "must be an absolute http or https address";
    private const string SecondRule = "must be in whole seconds";
    private const string SsmlRule = "must be plain text: the vendor documents no SSML";
    private const string AmongRule = "must be left out of the additional properties: reports are told by it";

    private static readonly CallId Call = AdapterHarness.One;
    private static readonly Uri Socket = new("wss://stream.example.com/audio");
    private static readonly UrlSource A = MediaSource.Url("https://cdn.example.com/a.mp3");
    private static readonly UrlSource Ftp = MediaSource.Url("ftp://cdn.example.com/c.mp3");
    private static readonly Violation BadDeadline = new("Deadline", "must be more than zero", "0:00:00");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What each verb refuses among its additional properties.</summary>
    public static TheoryData<string, string> RefusedAmong
    {
        get
        {
            var refused = new TheoryData<string, string>();
            foreach (var (verb, names) in new Dictionary<string, string[]>
            {
                ["dial"] = ["status_url", "status_events"],
                ["answer"] = [],
                ["reject"] = [],
                ["hangup"] = [],
                ["play"] = ["status_url"],
                ["gather"] = ["status_url", "start_input_timers", "send_start_of_input", "continuous", "partial_results"],
                ["record"] = ["status_url"],
                ["stream"] = ["status_url", "status_url_method"],
                ["fork"] = ["status_url"],
                ["fork-apart"] = ["status_url"],
                ["bridge"] = ["name", "status_callback", "status_callback_event", "status_callback_event_type", "status_callback_method"],
                ["transfer"] = ["to", "status_url", "call_state_url", "call_state_events"],
                ["refer"] = ["status_url"],
            })
            {
                foreach (var name in (string[])["id", "control_id", .. names])
                    refused.Add(verb, name);
            }

            return refused;
        }
    }

    /// <summary>What the vendor lacks, and how to ask for it all the same.</summary>
    public static TheoryData<CallFeature> Lacking => [.. Lacks.Keys];

    public static TheoryData<string> Verbs => [.. All(null).Keys];

    private static Dictionary<CallFeature, Func<ICallControl, Task>> Lacks { get; } = new()
    {
        [CallFeature.DtmfSend] = control => control.SendDtmfAsync(Call, new DtmfRequest { Digits = "1" }, Cancelled),
        [CallFeature.PlaybackLibrary] = control => PlayAsync(control, A, MediaSource.Library("greeting")),
        [CallFeature.PlaybackAudio] = control => PlayAsync(control, MediaSource.Audio(new byte[] { 1 }, AudioFormat.Wav)),
        [CallFeature.PlaybackOffset] = control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A], Offset = TimeSpan.FromTicks(1) }, Cancelled),
        [CallFeature.PlaybackSeek] = async control => await (await control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A] }, Cancelled)).SeekAsync(TimeSpan.FromSeconds(1), Cancelled),
        [CallFeature.PlaybackRestart] = async control => await (await control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A] }, Cancelled)).RestartAsync(Cancelled),
        [CallFeature.GatherInvalidPrompt] = control => control.StartGatherAsync(Call, new GatherRequest { Prompt = [A], InvalidPrompt = [A] }, Cancelled),
        [CallFeature.GatherValidDigits] = control => control.StartGatherAsync(Call, new GatherRequest { Digits = new DigitOptions { ValidDigits = "123" } }, Cancelled),
        [CallFeature.StreamBidirectional] = control => control.StartStreamAsync(Call, new StreamRequest { Url = Socket, Bidirectional = true }, Cancelled),
    };

    // Dial

    [Fact]
    public async Task Dial_Plain_WaitsAndReportsEveryState() => (await WrittenAsync(new DialRequest { To = Destination.Phone(Number), From = Ours })).Should().Be(Normal(
        $$$"""
        {
          "from": "{{{Ours}}}", "to": "{{{Number}}}", "status_url": "{{{Status}}}", "status_events": ["created", "ringing", "answered", "ended"],
          "swml": {"version": "1.0.0", "sections": {"main": [{"sleep": -1}]}}
        }
        """));

    [Fact]
    public async Task Dial_EveryOption_IsWritten() => (await WrittenAsync(new DialRequest
    {
        To = Destination.Sip("sip:desk@sip.example.com"),
        From = "sip:us@sip.example.com",
        RingTimeout = TimeSpan.FromSeconds(45),
        MachineDetection = new MachineDetectionOptions { WaitForBeep = true, Timeout = TimeSpan.FromMilliseconds(4_500) },
    })).Should().Be(Normal(
        $$$"""
        {
          "from": "sip:us@sip.example.com", "to": "sip:desk@sip.example.com", "timeout": 45,
          "status_url": "{{{Status}}}", "status_events": ["created", "ringing", "answered", "ended"],
          "swml": {"version": "1.0.0", "sections": {"main": [
            {"detect_machine": {"detect_message_end": true, "timeout": 4.5, "status_url": "{{{Status}}}", "wait": false}}, {"sleep": -1}]}}
        }
        """));

    [Fact]
    public async Task Dial_MachineDetectionByDefault_LeavesTheTimesToTheVendor() =>
        (await SentAsync(control => control.DialAsync(
            new DialRequest { To = Destination.Address("/private/desk"), From = Ours, MachineDetection = new MachineDetectionOptions() }, Cancelled)))
        .Steps[0]!.ToJsonString().Should().Be(JsonNode.Parse(
            $$$"""{"detect_machine": {"detect_message_end": false, "status_url": "{{{Status}}}", "wait": false}}""")!.ToJsonString());

    [Theory]
    [InlineData("+15550100777", "phone")]
    [InlineData("sips:desk@sip.example.com", "sip")]
    [InlineData("/public/reception", "address")]
    public async Task Dial_EveryDestination_IsTheVendorsText(string to, string kind) =>
        ((string?)(await SentAsync(control => control.DialAsync(new DialRequest { To = To(to, kind), From = Ours }, Cancelled))).Params["to"]).Should().Be(to);

    [Theory]
    [InlineData(1)]
    [InlineData(600)]
    public async Task Dial_RingTimeoutAtItsLimits_IsTaken(int seconds) => ((int?)(await SentAsync(control => control.DialAsync(
        new DialRequest { To = Destination.Phone(Number), From = Ours, RingTimeout = TimeSpan.FromSeconds(seconds) }, Cancelled))).Params["timeout"]).Should().Be(seconds);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(601, "601")]
    public async Task Dial_RingTimeoutOutOfRange_IsAViolation(int seconds, string value) => (await ViolationsAsync(control => control.DialAsync(
        new DialRequest { To = Destination.Phone(Number), From = Ours, RingTimeout = TimeSpan.FromSeconds(seconds) }, Cancelled)))
        .Should().Equal(new Violation("RingTimeout", "must be 1 to 600", value));

    [Fact]
    public async Task Dial_EveryFault_IsNamedInNeutralWordsAtOnce()
    {
        var violations = await ViolationsAsync(control => control.DialAsync(
            new DialRequest
            {
                To = Destination.Phone(Number),
                From = "",
                RingTimeout = TimeSpan.FromSeconds(600.5),
                MaxDuration = TimeSpan.FromHours(1),
                MachineDetection = new MachineDetectionOptions { Timeout = TimeSpan.Zero },
                SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north" },
                AdditionalProperties = new JsonObject { ["status_url"] = "https://elsewhere.example.com" },
            },
            Cancelled));

        violations.Select(violation => violation.Field).Should().BeEquivalentTo(
            "From", "RingTimeout", "MaxDuration", "MachineDetection.Timeout", "SipHeaders", "status_url");
        violations.Single(violation => violation.Field == "RingTimeout").Rule.Should().Be(SecondRule);
        violations.Single(violation => violation.Field == "From").Rule.Should().Be("must not be empty");
    }

    // Reject, hang-up

    [Theory]
    [InlineData("normal")]
    [InlineData("no-answer")]
    [InlineData("USER_BUSY")]
    public async Task Reject_OtherCause_IsAViolation(string cause) =>
        (await ViolationsAsync(control => control.RejectAsync(Call, new RejectRequest { Cause = new HangupCause(cause) }, Cancelled)))
        .Should().Equal(new Violation("Cause", "must be 'rejected' or 'busy'", cause));

    [Theory]
    [InlineData("unreachable")]
    [InlineData("lost")]
    [InlineData("unknown")]
    [InlineData("moon")]
    public async Task Hangup_OtherCause_IsAViolation(string cause) =>
        (await ViolationsAsync(control => control.HangupAsync(Call, new HangupRequest { Cause = new HangupCause(cause) }, Cancelled)))
        .Should().Equal(new Violation("Cause", "must be 'normal', 'busy', 'rejected', 'no-answer', 'cancelled' or 'failed'", cause));

    [Fact]
    public async Task Reject_EveryFault_IsNamedAtOnce() =>
        (await ViolationsAsync(control => control.RejectAsync(Call, new RejectRequest { Cause = HangupCause.Normal, AdditionalProperties = new JsonObject { ["id"] = "x" } }, Cancelled)))
        .Select(violation => violation.Field).Should().BeEquivalentTo("Cause", "id");

    // Playback

    [Fact]
    public async Task Playback_EverySource_IsWritten() => Normal((await SentAsync(control => PlayAsync(
        control,
        A,
        MediaSource.Speech("Hello."),
        MediaSource.Speech("Bonjour.", "fr-FR", "Polly.Lea"),
        MediaSource.Silence(TimeSpan.FromMilliseconds(1_500)),
        MediaSource.Ringtone("FR", TimeSpan.FromSeconds(5)),
        MediaSource.Ringtone(duration: TimeSpan.FromSeconds(2.5))))).Params["play"]!).Should().Be(Normal(JsonNode.Parse(
        """
        [
          {"type": "audio", "params": {"url": "https://cdn.example.com/a.mp3"}},
          {"type": "tts", "params": {"text": "Hello."}},
          {"type": "tts", "params": {"text": "Bonjour.", "language": "fr-FR", "voice": "Polly.Lea"}},
          {"type": "silence", "params": {"duration": 1.5}},
          {"type": "ringtone", "params": {"name": "fr", "duration": 5}},
          {"type": "ringtone", "params": {"name": "us", "duration": 2.5}}
        ]
        """)!));

    [Fact]
    public async Task Playback_Plain_HasNothingElse() => (await WrittenAsync(control => PlayAsync(control, A))).Should().Be(Normal(
        $$$"""{"play": [{"type": "audio", "params": {"url": "https://cdn.example.com/a.mp3"}}], "status_url": "{{{Status}}}"}"""));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, 2)]
    [InlineData(1_000, 1_000)]
    [InlineData(null, 0)]
    public async Task Playback_Repeat_IsALoop(int? repeat, int? loop) =>
        ((int?)(await SentAsync(control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A, A], Repeat = repeat }, Cancelled))).Params["loop"])
        .Should().Be(loop);

    [Theory]
    [InlineData(1)]
    [InlineData(null)]
    public async Task Playback_WithoutEnd_IsALoopForEver(int? repeat)
    {
        foreach (var endless in new MediaSource[] { MediaSource.Silence(), MediaSource.Ringtone("gb") })
        {
            var command = await SentAsync(control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [endless], Repeat = repeat }, Cancelled));

            ((int?)command.Params["loop"]).Should().Be(0);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    public async Task Playback_RepeatOutOfRange_IsAViolation(int repeat) =>
        (await ViolationsAsync(control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A], Repeat = repeat }, Cancelled)))
        .Should().Equal(new Violation("Repeat", "must be at least 1, or null for no end", repeat));

    [Fact]
    public async Task Playback_WithoutEndTwiceOrWithOthers_IsAViolation()
    {
        (await ViolationsAsync(control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [MediaSource.Silence()], Repeat = 2 }, Cancelled)))
            .Should().ContainSingle().Which.Field.Should().Be("Repeat");
        (await ViolationsAsync(control => PlayAsync(control, A, MediaSource.Ringtone())))
            .Should().Equal(new Violation("Sources", "must be a single source where it has no end", 2));
    }

    [Fact]
    public async Task Playback_EveryFault_IsNamedByItsPlace()
    {
        (await ViolationsAsync(control => control.StartPlaybackAsync(
            Call,
            new PlaybackRequest
            {
                Sources = [A, Ftp, MediaSource.Ssml("<speak>Hello.</speak>"), MediaSource.Ringtone("", TimeSpan.FromSeconds(1))],
                Repeat = 0,
                Deadline = TimeSpan.Zero,
            },
            Cancelled))).Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("Repeat", "must be at least 1, or null for no end", 0),
                new Violation("Sources[1]", UrlRule, "ftp://cdn.example.com/c.mp3"),
                new Violation("Sources[2]", SsmlRule, null),
                new Violation("Sources[3].Country", "must not be empty", null),
            ]);
        (await ViolationsAsync(control => PlayAsync(control))).Should().Equal(new Violation("Sources", "must be at least one", null));
    }

    // Gather

    [Fact]
    public async Task Gather_Plain_TellsTheDefaultsThatTheVendorDoesNotHave() => (await WrittenAsync(new GatherRequest())).Should().Be(Normal(
        $$$"""{"initial_timeout": 4, "digits": {"max": 128, "terminators": "#"}, "start_input_timers": true, "status_url": "{{{Status}}}"}"""));

    [Fact]
    public async Task Gather_EveryOption_IsWritten() => (await WrittenAsync(new GatherRequest
    {
        Digits = new DigitOptions { Min = 4, Max = 6, Terminators = "*#", InterDigitTimeout = TimeSpan.FromMilliseconds(1_500) },
        Speech = new SpeechOptions { Language = "fr-FR", Hints = ["oui", "non"], EndSilence = TimeSpan.FromSeconds(0.8), MaxDuration = TimeSpan.FromSeconds(20) },
        Timeout = TimeSpan.FromSeconds(7.5),
        MaxTries = 1,
    })).Should().Be(Normal(
        $$$"""
        {
          "initial_timeout": 7.5, "digits": {"max": 6, "terminators": "*#", "digit_timeout": 1.5},
          "speech": {"language": "fr-FR", "hints": ["oui", "non"], "end_silence_timeout": 0.8, "speech_timeout": 20},
          "start_input_timers": true, "status_url": "{{{Status}}}"
        }
        """));

    [Fact]
    public async Task Gather_OfSpeechOnly_CollectsNoDigits() => (await WrittenAsync(new GatherRequest { Digits = null, Speech = new SpeechOptions() })).Should().Be(Normal(
        $$$"""{"initial_timeout": 4, "speech": {}, "start_input_timers": true, "status_url": "{{{Status}}}"}"""));

    [Fact]
    public async Task Gather_NoTerminators_IsToldSo() =>
        ((string?)(await SentAsync(control => control.StartGatherAsync(Call, new GatherRequest { Digits = new DigitOptions { Terminators = "" } }, Cancelled)))
            .Params["digits"]!["terminators"]).Should().BeEmpty();

    [Fact]
    public async Task Gather_EveryFault_IsNamedInNeutralWordsAtOnce()
    {
        var violations = await ViolationsAsync(control => control.StartGatherAsync(
            Call,
            new GatherRequest
            {
                Prompt = [A, Ftp, MediaSource.Silence(), MediaSource.Ssml("<speak/>")],
                Digits = new DigitOptions { Min = -1, Max = 0, Terminators = "E4711", InterDigitTimeout = TimeSpan.Zero },
                Speech = new SpeechOptions { Hints = ["yes", ""], EndSilence = TimeSpan.FromSeconds(-1), MaxDuration = TimeSpan.Zero },
                Timeout = TimeSpan.Zero,
                MaxTries = 2,
                Deadline = TimeSpan.Zero,
            },
            Cancelled));

        violations.Select(violation => violation.Field).Should().BeEquivalentTo(
            "Deadline", "Prompt[1]", "Prompt[2]", "Prompt[3]", "Digits.Min", "Digits.Max", "Digits.Terminators", "Digits.InterDigitTimeout",
            "Speech.Hints[1]", "Speech.EndSilence", "Speech.MaxDuration", "Timeout", "MaxTries");
        violations.Single(violation => violation.Field == "Digits.Terminators").Value.Should().Be("***");
        violations.Single(violation => violation.Field == "Prompt[1]").Rule.Should().Be(UrlRule);
        violations.Single(violation => violation.Field == "Prompt[2]").Rule.Should().Be("must have a length");
    }

    [Theory]
    [InlineData(-1, 4, false)]
    [InlineData(0, 4, true)]
    [InlineData(4, 4, true)]
    [InlineData(5, 4, false)]
    [InlineData(128, null, true)]
    [InlineData(129, null, false)]
    public async Task Gather_Min_IsWithinMax(int min, int? max, bool isTaken)
    {
        var request = new GatherRequest { Digits = new DigitOptions { Min = min, Max = max } };

        if (isTaken)
            await SentAsync(control => control.StartGatherAsync(Call, request, Cancelled));
        else
            (await ViolationsAsync(control => control.StartGatherAsync(Call, request, Cancelled))).Should().ContainSingle().Which.Field.Should().Be("Digits.Min");
    }

    [Fact]
    public async Task Gather_OfNothing_IsAViolation() =>
        (await ViolationsAsync(control => control.StartGatherAsync(Call, new GatherRequest { Digits = null }, Cancelled)))
        .Should().Equal(new Violation("Digits", "must be given, or Speech, or both", null));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task Gather_TriesOtherThanOne_AreAViolation(int tries) =>
        (await ViolationsAsync(control => control.StartGatherAsync(Call, new GatherRequest { MaxTries = tries }, Cancelled)))
        .Should().ContainSingle().Which.Field.Should().Be("MaxTries");

    // Recording

    [Fact]
    public async Task Recording_Plain_OverrulesWhatWouldEndIt() => (await WrittenAsync(new RecordingRequest())).Should().Be(Normal(
        $$$"""{"record": {"audio": {"direction": "both", "initial_timeout": 0, "end_silence_timeout": 0, "terminators": ""}}, "status_url": "{{{Status}}}"}"""));

    [Fact]
    public async Task Recording_EveryOption_IsWritten() => (await WrittenAsync(new RecordingRequest
    {
        Format = new AudioFormat("WAV"), Track = AudioTrack.Inbound, Stereo = true, MaxDuration = TimeSpan.FromSeconds(90), EndSilence = TimeSpan.FromSeconds(2.5), Beep = true,
    })).Should().Be(Normal(
        $$$"""
        {
          "record": {"audio": {
            "beep": true, "format": "wav", "stereo": true, "direction": "speak", "initial_timeout": 0, "end_silence_timeout": 2.5, "max_length": 90, "terminators": ""}},
          "status_url": "{{{Status}}}"
        }
        """));

    [Theory]
    [InlineData(AudioTrack.Inbound, "speak")]
    [InlineData(AudioTrack.Outbound, "listen")]
    [InlineData(AudioTrack.Both, "both")]
    public async Task Recording_Track_IsTheVendorsDirection(AudioTrack track, string direction) =>
        ((string?)(await SentAsync(control => control.StartRecordingAsync(Call, new RecordingRequest { Track = track }, Cancelled)))
            .Params["record"]!["audio"]!["direction"]).Should().Be(direction);

    [Fact]
    public async Task Recording_EveryFault_IsNamedAtOnce()
    {
        (await ViolationsAsync(control => control.StartRecordingAsync(
            Call,
            new RecordingRequest { Format = AudioFormat.Mulaw, MaxDuration = TimeSpan.FromSeconds(0.5), EndSilence = TimeSpan.FromSeconds(-1), Deadline = TimeSpan.Zero },
            Cancelled))).Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("Format", "must be 'mp3', 'wav' or 'mp4'", "mulaw"),
                new Violation("MaxDuration", SecondRule, "0:00:00.5"),
                new Violation("EndSilence", "must be 0 or more", "-1"),
            ]);
        (await ViolationsAsync(control => control.StartRecordingAsync(Call, new RecordingRequest { MaxDuration = TimeSpan.Zero, EndSilence = TimeSpan.Zero }, Cancelled)))
            .Select(violation => violation.Field).Should().Equal("MaxDuration", "EndSilence");
        (await ViolationsAsync(control => control.StartRecordingAsync(Call, new RecordingRequest { MaxDuration = TimeSpan.FromSeconds(-1) }, Cancelled)))
            .Should().ContainSingle().Which.Field.Should().Be("MaxDuration");
    }

    // Stream

    [Fact]
    public async Task Stream_Plain_IsOfWhatTheFarEndSays() => (await WrittenAsync(new StreamRequest { Url = Socket })).Should().Be(Normal(
        $$$"""{"url": "wss://stream.example.com/audio", "track": "inbound_track", "status_url": "{{{Status}}}"}"""));

    [Theory]
    [InlineData(AudioTrack.Inbound, "inbound_track")]
    [InlineData(AudioTrack.Outbound, "outbound_track")]
    [InlineData(AudioTrack.Both, "both_tracks")]
    public async Task Stream_Track_IsTheVendorsWord(AudioTrack track, string word) =>
        ((string?)(await SentAsync(control => control.StartStreamAsync(Call, new StreamRequest { Url = Socket, Track = track }, Cancelled))).Params["track"]).Should().Be(word);

    [Theory]
    [InlineData("PCMU", null, "PCMU@8000h")]
    [InlineData("pcmu", 8_000, "PCMU@8000h")]
    [InlineData("L16", null, "L16@16000h")]
    [InlineData("L16", 16_000, "L16@16000h")]
    [InlineData("L16", 24_000, "L16@24000h")]
    public async Task Stream_Codec_IsWrittenWithItsRate(string codec, int? rate, string expected) => ((string?)(await SentAsync(control => control.StartStreamAsync(
        Call, new StreamRequest { Url = Socket, Codec = new AudioCodec(codec), SampleRateHz = rate }, Cancelled))).Params["codec"]).Should().Be(expected);

    [Theory]
    [InlineData("PCMU", 16_000, "SampleRateHz")]
    [InlineData("L16", 8_000, "SampleRateHz")]
    [InlineData("L16", 48_000, "SampleRateHz")]
    [InlineData("OPUS", null, "Codec")]
    [InlineData("PCMA", 8_000, "Codec")]
    [InlineData(null, 8_000, "SampleRateHz")]
    public async Task Stream_CodecOrRateThatTheVendorLacks_IsAViolation(string? codec, int? rate, string field) =>
        (await ViolationsAsync(control => control.StartStreamAsync(
            Call, new StreamRequest { Url = Socket, Codec = codec is null ? null : new AudioCodec(codec), SampleRateHz = rate }, Cancelled)))
        .Should().ContainSingle().Which.Field.Should().Be(field);

    [Fact]
    public async Task Stream_Parameters_AreHandedOn() => (await SentAsync(control => control.StartStreamAsync(
        Call, new StreamRequest { Url = Socket, Parameters = new Dictionary<string, string> { ["shop"] = "north", ["Order"] = "" } }, Cancelled)))
        .Params["custom_parameters"]!.ToJsonString().Should().Be("""{"shop":"north","Order":""}""");

    [Fact]
    public async Task Stream_EveryFault_IsNamedAtOnce()
    {
        (await ViolationsAsync(control => control.StartStreamAsync(
            Call, new StreamRequest { Url = new Uri("ws://stream.example.com/"), Codec = AudioCodec.G722, Deadline = TimeSpan.Zero }, Cancelled)))
            .Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("Codec", "must be 'PCMU' or 'L16'", "G722"),
                new Violation("Url", "must be an absolute wss address", "ws://stream.example.com/"),
            ]);
        (await ViolationsAsync(control => control.StartStreamAsync(Call, new StreamRequest { Url = new Uri("wss://stream.example.com/?token=hush") }, Cancelled)))
            .Should().Equal(new Violation("Url", "must have no query, use Parameters instead", "wss://stream.example.com/"));
    }

    // Fork

    [Theory]
    [InlineData("udp://203.0.113.5:5004", """{"type":"rtp","params":{"addr":"203.0.113.5","port":5004}}""")]
    [InlineData("UDP://203.0.113.5:65535/", """{"type":"rtp","params":{"addr":"203.0.113.5","port":65535}}""")]
    [InlineData("wss://media.example.com/tap", """{"type":"ws","params":{"uri":"wss://media.example.com/tap"}}""")]
    [InlineData("ws://media.example.com/tap?x=1", """{"type":"ws","params":{"uri":"ws://media.example.com/tap?x=1"}}""")]
    public async Task Fork_Target_IsOneTapOfBoth(string target, string device) => (await WrittenAsync(new ForkRequest { Target = new Uri(target) })).Should().Be(Normal(
        $$$"""{"tap": {"type": "audio", "params": {"direction": "both"}}, "device": {{{device}}}, "status_url": "{{{Status}}}"}"""));

    [Fact]
    public async Task Fork_Targets_AreATapEach()
    {
        await using var harness = new AdapterHarness();

        await harness.Control.StartForkAsync(Call, new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.6:5006") }, Cancelled);
        await harness.Control.StartForkAsync(Call, new ForkRequest { OutboundTarget = new Uri("udp://203.0.113.7:5008") }, Cancelled);

        harness.Sent.Select(command => (string?)command.Params["tap"]!["params"]!["direction"]).Should().Equal("speak", "listen", "listen");
        harness.Sent.Select(command => (string?)command.Params["device"]!["params"]!["addr"]).Should().Equal("203.0.113.5", "203.0.113.6", "203.0.113.7");
        harness.Sent.Select(command => command.ControlId).Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("pcmu", 10, "PCMU")]
    [InlineData("PCMA", 20, "PCMA")]
    [InlineData("opus", 120, "OPUS")]
    public async Task Fork_CodecAndPacketTime_AreWritten(string codec, int milliseconds, string expected)
    {
        var command = await SentAsync(control => control.StartForkAsync(
            Call,
            new ForkRequest { Target = new Uri("udp://203.0.113.5:5004"), Codec = new AudioCodec(codec), PacketTime = TimeSpan.FromMilliseconds(milliseconds) },
            Cancelled));

        command.Params["device"]!["params"]!.ToJsonString().Should().Contain($"\"codec\":\"{expected}\"").And.Contain($"\"ptime\":{milliseconds}");
    }

    [Theory]
    [InlineData("udp://203.0.113.5")]
    [InlineData("udp://203.0.113.5:0")]
    [InlineData("tcp://203.0.113.5:5004")]
    [InlineData("https://203.0.113.5:5004")]
    [InlineData("udp:203.0.113.5:5004")]
    [InlineData("udp://media.example.com:5004")]
    [InlineData("udp://[2001:db8::1]:5004")]
    [InlineData("udp://203.0.113.5:5004/path")]
    [InlineData("udp://user@203.0.113.5:5004")]
    [InlineData("udp://10.0.0.1:5004")]
    [InlineData("udp://192.168.1.1:5004")]
    [InlineData("udp://127.0.0.1:5004")]
    [InlineData("/fork")]
    public async Task Fork_TargetThatTheVendorDoesNotReach_IsAViolation(string target)
    {
        var address = new Uri(target, UriKind.RelativeOrAbsolute);

        (await ViolationsAsync(control => control.StartForkAsync(Call, new ForkRequest { Target = address }, Cancelled))).Should().ContainSingle().Which.Field.Should().Be("Target");
        (await ViolationsAsync(control => control.StartForkAsync(Call, new ForkRequest { InboundTarget = address, OutboundTarget = address }, Cancelled)))
            .Select(violation => violation.Field).Should().Equal("InboundTarget", "OutboundTarget");
    }

    [Fact]
    public async Task Fork_OneDirectionToAWebSocket_IsAViolation() =>
        (await ViolationsAsync(control => control.StartForkAsync(Call, new ForkRequest { InboundTarget = Socket }, Cancelled)))
        .Should().Equal(new Violation("InboundTarget", "must be udp://address:port with an IPv4 address", null));

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public async Task Fork_TargetsThatDoNotFitTogether_AreAViolation(bool hasTarget, bool hasInbound, bool hasOutbound)
    {
        var address = new Uri("udp://203.0.113.5:5004");

        (await ViolationsAsync(control => control.StartForkAsync(
            Call,
            new ForkRequest { Target = hasTarget ? address : null, InboundTarget = hasInbound ? address : null, OutboundTarget = hasOutbound ? address : null },
            Cancelled))).Should().ContainSingle().Which.Field.Should().Be("Target");
    }

    [Fact]
    public async Task Fork_EveryFault_IsNamedOnceAndAtOnce()
    {
        (await ViolationsAsync(control => control.StartForkAsync(
            Call,
            new ForkRequest
            {
                InboundTarget = new Uri("udp://203.0.113.5:5004"),
                OutboundTarget = new Uri("udp://203.0.113.5:5006"),
                Codec = AudioCodec.G722,
                PacketTime = TimeSpan.FromMilliseconds(25),
                Deadline = TimeSpan.Zero,
                AdditionalProperties = new JsonObject { ["control_id"] = "x" },
            },
            Cancelled))).Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("control_id", AmongRule, null),
                new Violation("Codec", "must be 'PCMU', 'PCMA' or 'OPUS'", "G722"),
                new Violation("PacketTime", "must be 10, 20, 30 and so on to 120", 25),
            ]);
        (await ViolationsAsync(control => control.StartForkAsync(Call, new ForkRequest { Target = Socket, PacketTime = TimeSpan.FromMilliseconds(20) }, Cancelled)))
            .Should().ContainSingle().Which.Field.Should().Be("PacketTime");
    }

    // Bridge, transfer, REFER

    [Fact]
    public async Task Bridge_WithItselfOrNothing_IsAViolation()
    {
        (await ViolationsAsync(control => control.BridgeAsync(Call, new BridgeRequest { With = Call, Deadline = TimeSpan.Zero }, Cancelled)))
            .Select(violation => violation.Field).Should().Equal("Deadline", "With");
        (await ViolationsAsync(control => control.BridgeAsync(Call, new BridgeRequest { With = default }, Cancelled))).Should().ContainSingle().Which.Field.Should().Be("With");
    }

    [Fact]
    public async Task Bridge_AdditionalProperties_GoIntoTheConferenceOfBothOrReplaceWhatIsThere()
    {
        await using var harness = new AdapterHarness();

        await harness.Control.BridgeAsync(
            Call, new BridgeRequest { With = AdapterHarness.Two, AdditionalProperties = new JsonObject { ["region"] = "eu", ["beep"] = "onEnter", ["end_on_exit"] = false } }, Cancelled);

        foreach (var command in harness.Sent)
        {
            var join = command.Steps[0]!["join_conference"]!;
            ((string?)join["region"]).Should().Be("eu");
            ((string?)join["beep"]).Should().Be("onEnter");
            ((bool?)join["end_on_exit"]).Should().BeFalse();
        }
    }

    [Fact]
    public async Task Transfer_EveryOption_IsWritten()
    {
        var connect = (await SentAsync(control => control.TransferAsync(
            Call,
            new TransferRequest
            {
                To = Destination.Sip("sips:desk@sip.example.com"),
                From = Ours,
                RingTimeout = TimeSpan.FromSeconds(45),
                MaxDuration = TimeSpan.FromHours(2),
                SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north", ["X-Order"] = "" },
            },
            Cancelled))).Steps[0]!["connect"]!.AsObject();
        connect.Remove("status_url");

        Normal(connect).Should().Be(Normal(
            $$$"""
            {
              "to": "sips:desk@sip.example.com", "from": "{{{Ours}}}", "timeout": 45, "max_duration": 7200,
              "headers": [{"name": "X-Shop", "value": "north"}, {"name": "X-Order", "value": ""}],
              "call_state_url": "{{{Status}}}", "call_state_events": ["created", "ringing", "answered", "ended"]
            }
            """));
    }

    [Theory]
    [InlineData("/private/desk")]
    [InlineData("/public/reception")]
    public async Task Transfer_ToAnAddress_IsTheVendorsText(string address) =>
        ((string?)(await SentAsync(control => control.TransferAsync(Call, new TransferRequest { To = Destination.Address(address), From = "" }, Cancelled)))
            .Steps[0]!["connect"]!["to"]).Should().Be(address);

    [Fact]
    public async Task Transfer_ToAQueue_NeedsWhatFollows()
    {
        var request = new TransferRequest { To = Destination.Address("queue:sales") };

        (await ViolationsAsync(control => control.TransferAsync(Call, request, Cancelled)))
            .Should().Equal(new Violation("transfer_after_bridge", "must be given for a queue", null));
        var connect = (await SentAsync(control => control.TransferAsync(
            Call, request with { AdditionalProperties = new JsonObject { ["transfer_after_bridge"] = "https://ivr.example.com/after" } }, Cancelled)))
            .Steps[0]!["connect"]!;

        ((string?)connect["to"]).Should().Be("queue:sales");
        ((string?)connect["transfer_after_bridge"]).Should().Be("https://ivr.example.com/after");
    }

    [Fact]
    public async Task Transfer_AdditionalProperties_GoIntoTheConnectOrReplaceWhatIsThere()
    {
        var additional = new JsonObject { ["username"] = "desk", ["timeout"] = 9, ["max_duration"] = 99, ["from"] = "anonymous", ["headers"] = new JsonArray() };

        var connect = (await SentAsync(control => control.TransferAsync(
            Call,
            new TransferRequest
            {
                To = Destination.Phone(Number),
                From = Ours,
                RingTimeout = TimeSpan.FromSeconds(45),
                MaxDuration = TimeSpan.FromHours(2),
                SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north" },
                AdditionalProperties = additional,
            },
            Cancelled))).Steps[0]!["connect"]!;

        foreach (var (name, value) in additional)
            connect[name]!.ToJsonString().Should().Be(value!.ToJsonString());
    }

    [Fact]
    public async Task Transfer_AdditionalPropertiesWhileTheVendorWaits_ReplaceWhatIsThere()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        await harness.Control.TransferAsync(
            Call, new TransferRequest { To = Destination.Phone(Number), AdditionalProperties = new JsonObject { ["answer_on_bridge"] = false } }, Cancelled);

        AdapterHarness.Steps(await fetch.Soon()).Should().Contain("\"answer_on_bridge\":false").And.NotContain("\"answer_on_bridge\":true");
    }

    [Theory]
    [InlineData("${call.from}")]
    [InlineData("x%{vars.pin}y")]
    public async Task Transfer_TextWithAnExpression_IsAViolation(string text)
    {
        (await ViolationsAsync(control => control.TransferAsync(
            Call,
            new TransferRequest { To = Destination.Address(text), From = text, SipHeaders = new Dictionary<string, string> { ["X-Shop"] = text } },
            Cancelled))).Select(violation => violation.Field).Should().BeEquivalentTo("To", "From", "SipHeaders");
        var connect = (await SentAsync(control => control.TransferAsync(
            Call, new TransferRequest { To = Destination.Phone(Number), AdditionalProperties = new JsonObject { ["from_name"] = text } }, Cancelled))).Steps[0]!["connect"]!;

        ((string?)connect["from_name"]).Should().Be(text, "who writes the vendor's members means them");
    }

    [Fact]
    public async Task Transfer_EveryFault_IsNamedAtOnce() => (await ViolationsAsync(control => control.TransferAsync(
        Call,
        new TransferRequest
        {
            To = Destination.Phone(Number),
            RingTimeout = TimeSpan.FromSeconds(-2),
            MaxDuration = TimeSpan.FromSeconds(0.5),
            SipHeaders = new Dictionary<string, string> { [""] = "north" },
            Deadline = TimeSpan.Zero,
        },
        Cancelled))).Should().BeEquivalentTo(
        [
            BadDeadline,
            new Violation("RingTimeout", "must be 0 or more", -2),
            new Violation("MaxDuration", SecondRule, "0:00:00.5"),
            new Violation("SipHeaders[0].name", "must not be empty", null),
        ]);

    [Fact]
    public async Task Refer_WithCaller_IsWritten() => (await SentAsync(control => control.TransferAsync(
        Call, new TransferRequest { To = Destination.Sip("sip:desk@sip.example.com"), From = "sip:us@sip.example.com", Method = TransferMethod.Refer }, Cancelled)))
        .Params["device"]!.ToJsonString().Should().Be("""{"type":"sip","params":{"to":"sip:desk@sip.example.com","from":"sip:us@sip.example.com"}}""");

    [Fact]
    public async Task Refer_WhatTheFarEndDecides_IsAViolationEach()
    {
        const string Rule = "must be left out: the far end makes the call";

        (await ViolationsAsync(control => control.TransferAsync(
            Call,
            new TransferRequest
            {
                To = Destination.Phone(Number),
                Method = TransferMethod.Refer,
                RingTimeout = TimeSpan.FromSeconds(30),
                MaxDuration = TimeSpan.FromSeconds(30),
                SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north" },
            },
            Cancelled))).Should().BeEquivalentTo(
            [
                new Violation("To", "must be a SIP address: the far end is to call it itself", null),
                new Violation("RingTimeout", Rule, null),
                new Violation("MaxDuration", Rule, null),
                new Violation("SipHeaders", Rule, null),
            ]);
        (await ViolationsAsync(control => control.TransferAsync(
            Call, new TransferRequest { To = Destination.Address("/private/desk"), From = Ours, Method = TransferMethod.Refer }, Cancelled)))
            .Select(violation => violation.Field).Should().BeEquivalentTo("To", "From");
    }

    // All

    [Theory]
    [MemberData(nameof(Lacking))]
    public async Task WhatTheVendorLacks_IsRefusedBeforeAnythingIsSent(CallFeature feature)
    {
        await using var harness = new AdapterHarness();
        if (feature is CallFeature.PlaybackSeek or CallFeature.PlaybackRestart)
            harness.LetPass("calling.play");

        var thrown = (await harness.Control.Awaiting(Lacks[feature]).Should().ThrowAsync<CapabilityNotSupportedException>()).Which;

        thrown.Feature.Should().Be(feature);
        thrown.Provider.Should().Be(AdapterHarness.Provider);
        thrown.Call.Should().Be(Call);
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Instead.Should().NotBeNullOrEmpty();
        harness.Sent.Where(command => command.Name != "calling.play").Should().BeEmpty();
    }

    [Fact]
    public async Task Capabilities_AreDeclaredForEveryFeatureAndEachLackIsTested()
    {
        await using var harness = new AdapterHarness();
        var capabilities = harness.Control.Provider.Capabilities;

        Enum.GetValues<CallFeature>().Should().OnlyContain(feature => capabilities.Declares(feature));

        // Not asked for by any request: keys are told by themselves or not.
        capabilities.Where(capability => !capability.IsSupported).Select(capability => capability.Feature)
            .Should().BeEquivalentTo([CallFeature.DtmfReceive, .. Lacks.Keys]);
    }

    [Theory]
    [MemberData(nameof(RefusedAmong))]
    public async Task AdditionalProperties_ByWhichReportsAreTold_AreRefused(string verb, string name) =>
        (await ViolationsAsync(All(new JsonObject { [name] = "x" })[verb])).Should().Equal(new Violation(name, AmongRule, null));

    [Theory]
    [InlineData("dial", "codecs")]
    [InlineData("play", "volume")]
    [InlineData("gather", "x")]
    [InlineData("record", "x")]
    [InlineData("stream", "name")]
    [InlineData("fork", "x")]
    [InlineData("refer", "x")]
    [InlineData("hangup", "x")]
    [InlineData("reject", "x")]
    public async Task AdditionalProperties_OfCommands_AreAmongTheParameters(string verb, string name)
    {
        var command = await SentAsync(All(new JsonObject { [name] = "mine" })[verb]);

        ((string?)command.Params[name]).Should().Be("mine");
    }

    [Fact]
    public async Task AdditionalProperties_OfAPromptedGather_GoIntoCollectOnly()
    {
        await using var harness = new AdapterHarness();

        await harness.GatherAsync(new GatherRequest { Prompt = [A], AdditionalProperties = new JsonObject { ["initial_timeout"] = 60, ["x"] = 1 } });

        ((int?)harness.Sent[0].Params["initial_timeout"]).Should().Be(60);
        ((int?)harness.Sent[0].Params["x"]).Should().Be(1);
        harness.Sent[1].Params.Select(member => member.Key).Should().BeEquivalentTo("control_id", "play", "status_url");
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task PublicBaseUrl_Missing_IsAClearErrorAndSendsNothing(string verb)
    {
        await using var harness = new AdapterHarness(publicBaseUrl: null);
        var fetch = await harness.RingAsync();

        if (verb is "hangup" or "reject")
        {
            await All(null)[verb](harness.Control);
            await fetch.Soon();
            return;
        }

        (await harness.Control.Awaiting(All(null)[verb]).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage($"*CallControlOptions.PublicBaseUrl*'{AdapterHarness.Provider}'*");

        harness.Sent.Should().BeEmpty();
        fetch.IsCompleted.Should().BeFalse("nothing was decided");
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task PublicBaseUrl_WithASlashAtItsEnd_IsTheSame()
    {
        await using var harness = new AdapterHarness(publicBaseUrl: AdapterHarness.Host + "/");

        await harness.PlayAsync(A);

        ((string?)harness.Sent[0].Params["status_url"]).Should().Be(Status);
    }

    [Fact]
    public async Task ControlIds_OfEqualRequests_AreUuidsThatDiffer()
    {
        await using var harness = new AdapterHarness();
        for (var i = 0; i < 20; i++)
            await harness.GatherAsync(new GatherRequest { Prompt = [A] });

        var ids = harness.Sent.Select(command => command.ControlId).ToArray();
        ids.Should().HaveCount(40).And.OnlyHaveUniqueItems().And.OnlyContain(id => IsUuid(id));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Null_Throws(string verb)
    {
        await using var harness = new AdapterHarness();
        var control = harness.Control;
        Func<Task> call = verb switch
        {
            "dial" => () => control.DialAsync(null!, Cancelled),
            "answer" => () => control.AnswerAsync(Call, null!, Cancelled),
            "reject" => () => control.RejectAsync(Call, null!, Cancelled),
            "hangup" => () => control.HangupAsync(Call, null!, Cancelled),
            "play" => () => control.StartPlaybackAsync(Call, null!, Cancelled),
            "gather" => () => control.StartGatherAsync(Call, null!, Cancelled),
            "record" => () => control.StartRecordingAsync(Call, null!, Cancelled),
            "stream" => () => control.StartStreamAsync(Call, null!, Cancelled),
            "bridge" => () => control.BridgeAsync(Call, null!, Cancelled),
            "fork" or "fork-apart" => () => control.StartForkAsync(Call, null!, Cancelled),
            _ => () => control.TransferAsync(Call, null!, Cancelled),
        };

        await FluentActions.Awaiting(call).Should().ThrowAsync<ArgumentNullException>();
    }

    [Fact]
    public async Task Refusals_ShowNoNumberTextOrToken()
    {
        Func<ICallControl, Task>[] refused =
        [
            control => control.DialAsync(new DialRequest { To = Destination.Phone(Number), From = Number, RingTimeout = TimeSpan.Zero }, Cancelled),
            control => control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), From = Number, RingTimeout = TimeSpan.FromSeconds(-1) }, Cancelled),
            control => control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), From = Number, Method = TransferMethod.Refer }, Cancelled),
            control => control.TransferAsync(Call, new TransferRequest { To = Destination.Address(Number), From = Number, Method = TransferMethod.Refer }, Cancelled),
            control => PlayAsync(control, MediaSource.Ssml("the caller's secret text"), MediaSource.Url("ftp://user:hush@cdn.example.com/a?token=hush")),
            control => control.StartGatherAsync(Call, new GatherRequest { Digits = new DigitOptions { Terminators = "secret", Max = 0 } }, Cancelled),
            control => control.StartStreamAsync(Call, new StreamRequest { Url = new Uri("https://user:hush@stream.example.com/?token=hush") }, Cancelled),
            control => control.StartForkAsync(Call, new ForkRequest { Target = new Uri("https://user:hush@203.0.113.5/?token=hush") }, Cancelled),
            control => control.SendDtmfAsync(Call, new DtmfRequest { Digits = Number[1..] }, Cancelled),
        ];

        await using var harness = new AdapterHarness();
        foreach (var refuse in refused)
        {
            var message = (await harness.Control.Awaiting(refuse).Should().ThrowAsync<CallControlException>()).Which.ToString();
            message.Should().NotContain("5550100777").And.NotContain("secret").And.NotContain("hush");
        }

        harness.Sent.Should().BeEmpty();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    private static Dictionary<string, Func<ICallControl, Task>> All(JsonObject? additional) => new()
    {
        ["dial"] = control => control.DialAsync(new DialRequest { To = Destination.Phone(Number), From = Ours, AdditionalProperties = additional }, Cancelled),
        ["answer"] = control => control.AnswerAsync(Call, new AnswerRequest { AdditionalProperties = additional }, Cancelled),
        ["reject"] = control => control.RejectAsync(Call, new RejectRequest { AdditionalProperties = additional }, Cancelled),
        ["hangup"] = control => control.HangupAsync(Call, new HangupRequest { AdditionalProperties = additional }, Cancelled),
        ["play"] = control => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A], AdditionalProperties = additional }, Cancelled),
        ["gather"] = control => control.StartGatherAsync(Call, new GatherRequest { AdditionalProperties = additional }, Cancelled),
        ["record"] = control => control.StartRecordingAsync(Call, new RecordingRequest { AdditionalProperties = additional }, Cancelled),
        ["stream"] = control => control.StartStreamAsync(Call, new StreamRequest { Url = Socket, AdditionalProperties = additional }, Cancelled),
        ["fork"] = control => control.StartForkAsync(Call, new ForkRequest { Target = Socket, AdditionalProperties = additional }, Cancelled),
        ["fork-apart"] = control => control.StartForkAsync(
            Call,
            new ForkRequest { InboundTarget = new Uri("udp://203.0.113.5:5004"), OutboundTarget = new Uri("udp://203.0.113.5:5006"), AdditionalProperties = additional },
            Cancelled),
        ["bridge"] = control => control.BridgeAsync(Call, new BridgeRequest { With = AdapterHarness.Two, AdditionalProperties = additional }, Cancelled),
        ["transfer"] = control => control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), AdditionalProperties = additional }, Cancelled),
        ["refer"] = control => control.TransferAsync(
            Call, new TransferRequest { To = Destination.Sip("sip:a@example.com"), Method = TransferMethod.Refer, AdditionalProperties = additional }, Cancelled),
    };

    private static Task<PlaybackOperation> PlayAsync(ICallControl control, params MediaSource[] sources) => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = sources }, Cancelled);

    private static bool IsUuid(string? text) => Guid.TryParseExact(text, "D", out _);

    private static Destination To(string text, string kind) => kind switch
    {
        "phone" => Destination.Phone(text),
        "sip" => Destination.Sip(text),
        _ => Destination.Address(text),
    };

    private static async Task<VendorCommand> SentAsync(Func<ICallControl, Task> verb)
    {
        await using var harness = new AdapterHarness();
        await verb(harness.Control);
        return harness.Sent.Should().ContainSingle().Subject;
    }

    private static Task<string> WrittenAsync(CallRequest request) => WrittenAsync(control => request switch
    {
        DialRequest dial => control.DialAsync(dial, Cancelled),
        GatherRequest gather => control.StartGatherAsync(Call, gather, Cancelled),
        RecordingRequest record => control.StartRecordingAsync(Call, record, Cancelled),
        StreamRequest stream => control.StartStreamAsync(Call, stream, Cancelled),
        ForkRequest fork => control.StartForkAsync(Call, fork, Cancelled),
        _ => throw new ArgumentOutOfRangeException(nameof(request)),
    });

    // Without the id, which is another each time, and in the order of the names.
    private static async Task<string> WrittenAsync(Func<ICallControl, Task> verb)
    {
        var parameters = (await SentAsync(verb)).Params;
        parameters.Remove("control_id");
        return Normal(parameters);
    }

    private static string Normal(string json) => Normal(JsonNode.Parse(json)!);

    private static string Normal(JsonNode node) => Sorted(node)!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static async Task<IReadOnlyList<Violation>> ViolationsAsync(Func<ICallControl, Task> verb)
    {
        await using var harness = new AdapterHarness();
        var thrown = (await harness.Control.Awaiting(verb).Should().ThrowAsync<RequestValidationException>()).Which;
        thrown.Provider.Should().Be(AdapterHarness.Provider);
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        harness.Sent.Should().BeEmpty();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
        return thrown.Violations;
    }
}
