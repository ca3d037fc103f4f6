using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>Neutral requests become the vendor's commands, as they are written, and what does not fit is refused in neutral words.</summary>
public sealed class TelnyxRequestsTests
{
    private const string Voice = "Telnyx.KokoroTTS.af";
    private const string Application = "1684641123236054244";
    private const string Number = "+15550100777";
    private const string Secret = "the caller's secret text";
    private const string UrlRule = "must be an absolute http or https address";
    private const string MillisecondRule = "must be in whole milliseconds";
    private const string SecondRule = "must be in whole seconds";
    private const string DeadlineRule = "must be more than zero";

    private static readonly CallId Call = new("v3:one");
    private static readonly UrlSource A = MediaSource.Url("https://cdn.example.com/a.mp3");
    private static readonly UrlSource B = MediaSource.Url("https://cdn.example.com/b.mp3");
    private static readonly UrlSource Ftp = MediaSource.Url("ftp://cdn.example.com/c.mp3");
    private static readonly Violation BadDeadline = new("Deadline", DeadlineRule, "0:00:00");

    private static readonly ProviderDescriptor Provider = new()
    {
        Name = "telnyx-1",
        Vendor = TelnyxCallControl.Vendor,
        Capabilities = TelnyxCapabilities.All,
    };

    public static TheoryData<string, CallFeature> UnsupportedSources => new()
    {
        { "silence", CallFeature.PlaybackSilence },
        { "ringtone", CallFeature.PlaybackRingtone },
    };

    // Dial

    [Fact]
    public void Dial_Plain_NamesApplicationAndParties() =>
        Written(Dial(new DialRequest { To = Destination.Phone(Number), From = "+15550100002" }))
            .Should().Be(Normal($$"""{"connection_id":"{{Application}}","from":"+15550100002","to":"{{Number}}"}"""));

    [Fact]
    public void Dial_EveryOption_IsWritten() =>
        Written(Dial(new DialRequest
        {
            To = Destination.Sip("sip:desk@sip.example.com"),
            From = "sip:us@sip.example.com",
            RingTimeout = TimeSpan.FromSeconds(5),
            MaxDuration = TimeSpan.FromHours(4),
            MachineDetection = new MachineDetectionOptions { WaitForBeep = true, Timeout = TimeSpan.FromMilliseconds(4_001) },
            SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north", ["X-Order"] = "" },
        })).Should().Be(Normal(
            $$"""
            {
              "connection_id": "{{Application}}", "from": "sip:us@sip.example.com", "to": "sip:desk@sip.example.com", "timeout_secs": 5, "time_limit_secs": 14400,
              "answering_machine_detection": "detect_beep", "answering_machine_detection_config": {"total_analysis_time_millis": 4001},
              "custom_headers": [{"name": "X-Shop", "value": "north"}, {"name": "X-Order", "value": ""}]
            }
            """));

    [Fact]
    public void Dial_MachineDetectionWithoutBeep_IsTheStandardOneWithTheVendorsTimes() =>
        Written(Dial(new DialRequest { To = Destination.Address("queue"), From = "+15550100002", MachineDetection = new MachineDetectionOptions() }))
            .Should().Be(Normal($$"""{"answering_machine_detection":"detect","connection_id":"{{Application}}","from":"+15550100002","to":"queue"}"""));

    [Fact]
    public void Dial_WithoutApplication_NamesTheSetting() =>
        Violations(() => TelnyxRequests.ToCommand(new DialRequest { To = Destination.Phone(Number), From = "+15550100002" }, null, Provider))
            .Should().Equal(new Violation("TelnyxOptions.ConnectionId", "must not be empty", null));

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void Dial_ApplicationAmongTheAdditionalProperties_IsThatOne(string? ofOptions) =>
        TelnyxRequests.ToCommand(
            new DialRequest { To = Destination.Phone(Number), From = "us", AdditionalProperties = new JsonObject { ["connection_id"] = Application } },
            ofOptions,
            Provider).ConnectionId.Should().Be(Application);

    [Fact]
    public void Dial_EveryFault_IsNamedInNeutralWordsAtOnce() =>
        Violations(() => TelnyxRequests.ToCommand(
            new DialRequest
            {
                To = Destination.Phone(Number),
                From = "",
                RingTimeout = TimeSpan.FromSeconds(4.5),
                MaxDuration = TimeSpan.FromSeconds(14_401),
                MachineDetection = new MachineDetectionOptions { Timeout = TimeSpan.FromMilliseconds(-1) },
                SipHeaders = new Dictionary<string, string> { [""] = "north" },
            },
            "",
            Provider))
            .Should().BeEquivalentTo(
            [
                new Violation("TelnyxOptions.ConnectionId", "must not be empty", null),
                new Violation("From", "must not be empty", null),
                new Violation("RingTimeout", SecondRule, "0:00:04.5"),
                new Violation("RingTimeout", "must be 5 to 600", "4"),
                new Violation("MaxDuration", "must be 30 to 14400", "14401"),
                new Violation("MachineDetection.Timeout", "must be 0 or more", "-1"),
                new Violation("SipHeaders[0].name", "must not be empty", null),
            ]);

    [Theory]
    [InlineData(5, 30)]
    [InlineData(600, 14_400)]
    public void Dial_TimesAtTheirLimits_AreTaken(int ring, int limit)
    {
        var command = Dial(new DialRequest
        {
            To = Destination.Phone(Number), From = "us", RingTimeout = TimeSpan.FromSeconds(ring), MaxDuration = TimeSpan.FromSeconds(limit),
        });

        command.TimeoutSeconds.Should().Be(ring);
        command.TimeLimitSeconds.Should().Be(limit);
    }

    // Answer, reject, hang-up

    [Fact]
    public void Answer_IsEmptyButForItsId()
    {
        Written(TelnyxRequests.ToCommand(new AnswerRequest(), Provider, Call)).Should().Be("{}");
        Violations(() => TelnyxRequests.ToCommand(new AnswerRequest { Deadline = TimeSpan.Zero }, Provider, Call)).Should().Equal(BadDeadline);
    }

    [Theory]
    [InlineData("rejected", "CALL_REJECTED")]
    [InlineData("REJECTED", "CALL_REJECTED")]
    [InlineData("busy", "USER_BUSY")]
    public void Reject_Cause_IsTheVendorsWord(string cause, string expected) =>
        Written(TelnyxRequests.ToCommand(new RejectRequest { Cause = new HangupCause(cause) }, Provider, Call)).Should().Be($$"""{"cause":"{{expected}}"}""");

    [Theory]
    [InlineData("normal")]
    [InlineData("USER_BUSY")]
    public void Reject_OtherCause_IsAViolation(string cause) =>
        Violations(() => TelnyxRequests.ToCommand(new RejectRequest { Cause = new HangupCause(cause) }, Provider, Call))
            .Should().Equal(new Violation("Cause", "must be 'rejected' or 'busy'", cause));

    [Fact]
    public void Hangup_Cause_IsNotSupported()
    {
        Written(TelnyxRequests.ToCommand(new HangupRequest(), Provider, Call)).Should().Be("{}");
        ShouldLack(CallFeature.HangupCause, () => TelnyxRequests.ToCommand(new HangupRequest { Cause = HangupCause.Busy }, Provider, Call));
    }

    // Playback

    [Fact]
    public void Playback_EverySource_IsACommandOfItsOwn() =>
        Pieces(
            A,
            MediaSource.Library("greeting"),
            MediaSource.Audio(new byte[] { 1, 2, 3 }, AudioFormat.Wav),
            MediaSource.Audio(new byte[] { 4 }, new AudioFormat("MP3")),
            MediaSource.Speech("Hello."),
            MediaSource.Speech("Bonjour.", "fr-FR", "Polly.Lea"),
            MediaSource.Ssml("<speak>Hello.</speak>"))
            .Should().Equal(
            """{"audio_url":"https://cdn.example.com/a.mp3"}""",
            """{"media_name":"greeting"}""",
            """{"audio_type":"wav","playback_content":"AQID"}""",
            """{"audio_type":"mp3","playback_content":"BA=="}""",
            $$"""{"payload":"Hello.","voice":"{{Voice}}"}""",
            """{"language":"fr-FR","payload":"Bonjour.","voice":"Polly.Lea"}""",
            Normal($$"""{"payload":"<speak>Hello.</speak>","payload_type":"ssml","voice":"{{Voice}}"}"""));

    [Theory]
    [InlineData("https://cdn.example.com/a.wav", true)]
    [InlineData("https://cdn.example.com/a.WAV", true)]
    [InlineData("https://cdn.example.com/a.wav?token=1", true)]
    [InlineData("https://cdn.example.com/a.wav#start", true)]
    [InlineData("https://cdn.example.com/a.mp3?name=b.wav", false)]
    [InlineData("https://cdn.example.com/a.mp3#b.wav", false)]
    [InlineData("https://cdn.example.com/wav", false)]
    [InlineData("https://a.wav/", false)]
    public void Playback_OfAnAddress_IsWavByItsPath(string url, bool isWav) =>
        Piece(MediaSource.Url(url)).TryGetPropertyValue("audio_type", out var type).Should().Be(isWav, "{0}", type);

    [Fact]
    public void Playback_Address_IsWrittenAsItWasGiven() =>
        Piece(MediaSource.Url("https://CDN.example.com:443/a%20b/../c.mp3?x=%C3%A4")).ToJsonString()
            .Should().Contain("https://CDN.example.com:443/a%20b/../c.mp3?x=%C3%A4", "the vendor's events repeat it, and are known by it");

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "2")]
    [InlineData(100, "100")]
    [InlineData(null, "\"infinity\"")]
    public void Playback_Repeat_IsALoop(int? repeat, string? loop)
    {
        foreach (var source in new MediaSource[] { A, MediaSource.Speech("Hello.") })
        {
            var piece = JsonNode.Parse(Written(Play(new PlaybackRequest { Sources = [source], Repeat = repeat }).Single().Command))!;
            piece["loop"]?.ToJsonString().Should().Be(loop);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(int.MaxValue)]
    public void Playback_RepeatOutOfRange_IsAViolation(int repeat) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A], Repeat = repeat })).Should().Equal(new Violation("Repeat", "must be 1 to 100", $"{repeat}"));

    [Theory]
    [InlineData(2, "2")]
    [InlineData(null, "null")]
    public void Playback_RepeatOfSeveral_IsAViolation(int? repeat, string value) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A, B], Repeat = repeat }))
            .Should().Equal(new Violation("Repeat", "must be 1 with several sources", value));

    [Fact]
    public void Playback_EveryFault_IsNamedByItsPlace()
    {
        var far = MediaSource.Url("https://cdn.example.com/" + new string('a', 2_000));

        Violations(() => Play(new PlaybackRequest
        {
            Sources = [A, Ftp, MediaSource.Speech(new string('x', 5_001)), MediaSource.Speech("Hello.", voice: ""), far],
            Deadline = TimeSpan.Zero,
        })).Should().BeEquivalentTo(
        [
            BadDeadline,
            new Violation("Sources[1]", UrlRule, "ftp://cdn.example.com/c.mp3"),
            new Violation("Sources[2]", "must have 1 to 5000 characters", "5001"),
            new Violation("Sources[3].Voice", "must not be empty", null),
            new Violation("Sources[4]", "must have at most 2000 characters", "2024"),
        ]);
        Violations(() => Play(new PlaybackRequest { Sources = [] })).Should().Equal(new Violation("Sources", "must be at least one", null));
    }

    [Theory]
    [InlineData("mulaw")]
    [InlineData("mp4")]
    [InlineData("ogg")]
    public void Playback_BytesInAFormatTheVendorLacks_AreAViolation(string format) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A, MediaSource.Audio(new byte[] { 1 }, new AudioFormat(format))] }))
            .Should().Equal(new Violation("Sources[1].Format", "must be 'wav' or 'mp3'", format));

    [Theory]
    [MemberData(nameof(UnsupportedSources))]
    public void SourceTheVendorLacks_IsNotSupported(string source, CallFeature feature)
    {
        MediaSource unsupported = source == "silence" ? MediaSource.Silence() : MediaSource.Ringtone();

        ShouldLack(feature, () => Play(new PlaybackRequest { Sources = [A, unsupported] }));
        ShouldLack(feature, () => Gather(new GatherRequest { Prompt = [unsupported] }));
        ShouldLack(feature, () => Gather(new GatherRequest { Prompt = [A], InvalidPrompt = [unsupported] }));
    }

    [Fact]
    public void Playback_Offset_IsNotSupported() =>
        ShouldLack(CallFeature.PlaybackOffset, () => Play(new PlaybackRequest { Sources = [A], Offset = TimeSpan.FromTicks(1) }));

    // Gather

    [Fact]
    public void Gather_Plain_HasNoPromptAndItsIdTwice()
    {
        var form = Gather(new GatherRequest());

        var command = form.Command.Should().BeOfType<GatherCommand>().Subject;
        command.GatherId.Should().Be(command.CommandId.Value).And.Be(form.GatherId);
        Written(command with { GatherId = null }).Should().Be("{}");
        form.Prompts.Should().BeEmpty();
        form.CollectingTime.Should().Be(TimeSpan.FromSeconds(60), "that is the vendor's limit");
    }

    [Fact]
    public void Gather_PlainWithEveryOption_IsWritten()
    {
        var form = Gather(new GatherRequest
        {
            Digits = new DigitOptions { Min = 4, Max = 6, Terminators = "*", ValidDigits = "123", InterDigitTimeout = TimeSpan.FromMilliseconds(1_501) },
            Timeout = TimeSpan.FromSeconds(90),
            MaxTries = 1,
        });

        Written(((GatherCommand)form.Command) with { GatherId = null }).Should().Be(Normal(
            """
            {
              "minimum_digits": 4, "maximum_digits": 6, "terminating_digit": "*", "valid_digits": "123", "inter_digit_timeout_millis": 1501,
              "initial_timeout_millis": 90000, "timeout_millis": 151501
            }
            """));
        form.CollectingTime.Should().Be(TimeSpan.FromMilliseconds(151_501), "a minute for the whole, beside the two waits");
    }

    [Fact]
    public void Gather_PlayedWithEveryOption_IsWritten()
    {
        var form = Gather(new GatherRequest
        {
            Prompt = [A],
            InvalidPrompt = [B],
            Digits = new DigitOptions { Min = 1, Max = 128, Terminators = "#", ValidDigits = "0123456789", InterDigitTimeout = TimeSpan.FromMilliseconds(1) },
            Timeout = TimeSpan.FromMilliseconds(7_001),
            MaxTries = 2,
        });

        Written(form.Command).Should().Be(Normal(
            """
            {
              "audio_url": "https://cdn.example.com/a.mp3", "invalid_audio_url": "https://cdn.example.com/b.mp3", "minimum_digits": 1, "maximum_digits": 128,
              "terminating_digit": "#", "valid_digits": "0123456789", "inter_digit_timeout_millis": 1, "timeout_millis": 7001, "maximum_tries": 2
            }
            """));
        form.GatherId.Should().BeNull();
        form.CollectingTime.Should().Be(TimeSpan.FromMilliseconds(14_002));
    }

    [Fact]
    public void Gather_PlayedFromTheLibrary_IsWritten() =>
        Written(Gather(new GatherRequest { Prompt = [MediaSource.Library("ask")], InvalidPrompt = [MediaSource.Library("wrong")] }).Command)
            .Should().Be("""{"invalid_media_name":"wrong","media_name":"ask"}""");

    [Fact]
    public void Gather_PlayedByDefault_LastsThreeTriesOfAMinute()
    {
        var form = Gather(new GatherRequest { Prompt = [A] });

        Written(form.Command).Should().Be("""{"audio_url":"https://cdn.example.com/a.mp3"}""");
        form.CollectingTime.Should().Be(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Gather_SpokenWithEveryOption_IsWritten() =>
        Written(Gather(new GatherRequest
        {
            Prompt = [MediaSource.Ssml("<speak>?</speak>", "fr-FR", "Polly.Lea")],
            InvalidPrompt = [MediaSource.Ssml("<speak>!</speak>")],
            Digits = new DigitOptions { Min = 2, Max = 3, Terminators = "", ValidDigits = "12", InterDigitTimeout = TimeSpan.FromMinutes(2) },
            Timeout = TimeSpan.FromSeconds(1),
            MaxTries = 128,
        }).Command).Should().Be(Normal(
            """
            {
              "payload": "<speak>?</speak>", "payload_type": "ssml", "invalid_payload": "<speak>!</speak>", "voice": "Polly.Lea", "language": "fr-FR",
              "minimum_digits": 2, "maximum_digits": 3, "terminating_digit": "", "valid_digits": "12", "inter_digit_timeout_millis": 120000,
              "timeout_millis": 1000, "maximum_tries": 128
            }
            """));

    [Fact]
    public void Gather_SpokenWithoutVoice_HasThatOfTheOptions() =>
        Written(Gather(new GatherRequest { Prompt = [MediaSource.Speech("Hello?")] }).Command).Should().Be($$"""{"payload":"Hello?","voice":"{{Voice}}"}""");

    [Fact]
    public void Gather_Speech_IsNotSupported()
    {
        ShouldLack(CallFeature.GatherSpeech, () => Gather(new GatherRequest { Speech = new SpeechOptions() }));
        ShouldLack(CallFeature.GatherSpeech, () => Gather(new GatherRequest { Digits = null }));
    }

    [Theory]
    [InlineData("#*")]
    [InlineData("##")]
    public void Gather_TwoTerminators_IsAViolation(string terminators)
    {
        foreach (var request in Forms())
        {
            Violations(() => Gather(request with { Digits = new DigitOptions { Terminators = terminators } }))
                .Should().Equal(new Violation("Digits.Terminators", "must be one key, or empty for none", $"'{terminators}'"));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Gather_TriesWithoutPrompt_AreAViolation(int tries) =>
        Violations(() => Gather(new GatherRequest { MaxTries = tries }))
            .Should().Equal(new Violation("MaxTries", "must be 1 or left out without a prompt", $"{tries}"));

    [Theory]
    [InlineData(0)]
    [InlineData(129)]
    public void Gather_TriesOutOfRange_AreAViolation(int tries)
    {
        foreach (var request in Forms().Where(form => form.Prompt.Count > 0))
            Violations(() => Gather(request with { MaxTries = tries })).Should().Equal(new Violation("MaxTries", "must be 1 to 128", $"{tries}"));
    }

    [Fact]
    public void Gather_DigitsOutOfRange_AreViolationsInNeutralWords()
    {
        foreach (var request in Forms())
        {
            Violations(() => Gather(request with
            {
                Digits = new DigitOptions { Min = 0, Max = 129, InterDigitTimeout = TimeSpan.FromMilliseconds(120_001) },
                Deadline = TimeSpan.Zero,
            })).Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("Digits.Min", "must be 1 to 128", "0"),
                new Violation("Digits.Max", "must be 1 to 128", "129"),
                new Violation("Digits.InterDigitTimeout", "must be 1 to 120000", "120001"),
            ]);
            Violations(() => Gather(request with { Digits = new DigitOptions { Min = 5, Max = 4 } }))
                .Should().Equal(new Violation("Digits.Min", "must not be above Digits.Max, which is 4", "5"));
        }
    }

    [Fact]
    public void Gather_TimesWithFractionsOfMilliseconds_AreViolations()
    {
        foreach (var request in Forms())
        {
            Violations(() => Gather(request with
            {
                Timeout = TimeSpan.FromTicks(15_005),
                Digits = new DigitOptions { InterDigitTimeout = TimeSpan.FromTicks(25_000) },
            })).Should().BeEquivalentTo(
            [
                new Violation("Timeout", MillisecondRule, "1.5005 ms"),
                new Violation("Digits.InterDigitTimeout", MillisecondRule, "2.5 ms"),
            ]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(120_001)]
    public void Gather_PlainTimeoutOutOfRange_IsAViolation(int milliseconds) =>
        Violations(() => Gather(new GatherRequest { Timeout = TimeSpan.FromMilliseconds(milliseconds) }))
            .Should().Equal(new Violation("Timeout", "must be 1 to 120000", $"{milliseconds}"));

    [Fact]
    public void Gather_NegativeTimeoutWithPrompt_IsAViolation() =>
        Violations(() => Gather(new GatherRequest { Prompt = [A], Timeout = TimeSpan.FromMilliseconds(-1) }))
            .Should().Equal(new Violation("Timeout", "must be 0 or more", "-1"));

    [Fact]
    public void Gather_PromptsThatDoNotFitTogether_AreViolations()
    {
        const string Kind = "must be of the prompt's kind: a file, plain text, or SSML";
        const string One = "must be one source: the vendor plays one file or speaks one text";
        const string Bytes = "must be at an address, in the vendor's library, or text: a prompt cannot be sent along";
        var speech = MediaSource.Speech(Secret);
        var bytes = MediaSource.Audio(new byte[] { 1 }, AudioFormat.Wav);

        Prompts([A], [speech]).Should().Equal(new Violation("InvalidPrompt", Kind, null));
        Prompts([speech], [A]).Should().Equal(new Violation("InvalidPrompt", Kind, null));
        Prompts([speech], [MediaSource.Ssml("<speak/>")]).Should().Equal(new Violation("InvalidPrompt", Kind, null));
        Prompts([], [A]).Should().Equal(new Violation("InvalidPrompt", "must be left out without a prompt", null));
        Prompts([A, B], [A, B]).Should().BeEquivalentTo([new Violation("Prompt", One, "2"), new Violation("InvalidPrompt", One, "2")]);
        Prompts([speech, A], []).Should().Equal(new Violation("Prompt", One, "2"));
        Prompts([bytes], [bytes]).Should().BeEquivalentTo([new Violation("Prompt", Bytes, null), new Violation("InvalidPrompt", Bytes, null)]);
        Prompts([Ftp], [Ftp]).Should().BeEquivalentTo(
            [new Violation("Prompt[0]", UrlRule, "ftp://cdn.example.com/c.mp3"), new Violation("InvalidPrompt[0]", UrlRule, "ftp://cdn.example.com/c.mp3")]);
        Prompts([MediaSource.Speech(new string('x', 5_001))], [MediaSource.Speech(new string('y', 5_001))])
            .Should().OnlyContain(violation => violation.Field == "Prompt[0]" || violation.Field == "InvalidPrompt[0]").And.HaveCount(2);
        Prompts([MediaSource.Speech("Hello?", voice: " ")], []).Should().Equal(new Violation("Prompt[0].Voice", "must not be empty", null));
        FluentActions.Invoking(() => Gather(new GatherRequest { Prompt = [A], InvalidPrompt = [MediaSource.Library("wrong")] })).Should().NotThrow();
    }

    [Theory]
    [InlineData("audio_url")]
    [InlineData("media_name")]
    [InlineData("gather_id")]
    public void Gather_MemberThatEventsAreToldByAmongTheOthers_IsAViolation(string member)
    {
        foreach (var request in Forms())
        {
            Violations(() => Gather(request with { AdditionalProperties = new() { [member] = "other" } }))
                .Should().Equal(new Violation(member, "must be left out of the additional properties: events are told by it", null));
        }
    }

    // Recording, stream, fork

    [Fact]
    public void Recording_Plain_IsMp3OfBothDirectionsInOneChannel() =>
        Written(TelnyxRequests.ToCommand(new RecordingRequest(), Provider, Call)).Should().Be("""{"channels":"single","format":"mp3"}""");

    [Fact]
    public void Recording_EveryOption_IsWritten() =>
        Written(TelnyxRequests.ToCommand(
            new RecordingRequest
            {
                Format = new AudioFormat("WAV"),
                Track = AudioTrack.Inbound,
                Stereo = false,
                MaxDuration = TimeSpan.FromHours(4),
                EndSilence = TimeSpan.FromSeconds(3),
                Beep = true,
            },
            Provider,
            Call)).Should().Be(Normal(
            """{"channels":"single","format":"wav","recording_track":"inbound","max_length":14400,"timeout_secs":3,"play_beep":true}"""));

    [Theory]
    [InlineData(AudioTrack.Outbound, "outbound")]
    [InlineData(AudioTrack.Both, null)]
    public void Recording_Track_IsThatOfTheLeg(AudioTrack track, string? expected) =>
        TelnyxRequests.ToCommand(new RecordingRequest { Track = track, Stereo = track == AudioTrack.Both }, Provider, Call)
            .Should().Match<StartRecordingCommand>(command => (command.Track == null ? null : command.Track.Value.Value) == expected);

    [Fact]
    public void Recording_EveryFault_IsNamedAtOnce() =>
        Violations(() => TelnyxRequests.ToCommand(
            new RecordingRequest
            {
                Format = AudioFormat.Mulaw,
                MaxDuration = TimeSpan.FromDays(1),
                EndSilence = TimeSpan.FromSeconds(-1.5),
                Deadline = TimeSpan.Zero,
            },
            Provider,
            Call)).Should().BeEquivalentTo(
            [
                BadDeadline,
                new Violation("Format", "must be 'wav' or 'mp3'", "mulaw"),
                new Violation("MaxDuration", "must be 0 to 43200", "86400"),
                new Violation("EndSilence", SecondRule, "-0:00:01.5"),
                new Violation("EndSilence", "must be 0 or more", "-1"),
            ]);

    [Fact]
    public void Recording_LimitsOfZero_AreViolations() =>
        Violations(() => TelnyxRequests.ToCommand(new RecordingRequest { MaxDuration = TimeSpan.Zero, EndSilence = TimeSpan.Zero }, Provider, Call))
            .Should().BeEquivalentTo(
            [
                new Violation("MaxDuration", "must be more than zero, which the vendor takes for no limit", "0"),
                new Violation("EndSilence", "must be more than zero, which the vendor takes for no limit", "0"),
            ]);

    [Fact]
    public void Stream_Plain_IsOneWay() =>
        Written(Stream(new StreamRequest { Url = new Uri("wss://stream.example.com/audio") }))
            .Should().Be("""{"stream_track":"inbound_track","stream_url":"wss://stream.example.com/audio"}""");

    [Fact]
    public void Stream_EveryOption_IsWritten() =>
        Written(Stream(new StreamRequest
        {
            Url = new Uri("ws://127.0.0.1:8080/audio?a=1"),
            Track = AudioTrack.Both,
            Bidirectional = true,
            Codec = new AudioCodec("amr-wb"),
            SampleRateHz = 16_000,
            Parameters = new Dictionary<string, string> { ["order"] = "12", ["shop"] = "" },
        })).Should().Be(Normal(
            """
            {
              "stream_url": "ws://127.0.0.1:8080/audio?a=1", "stream_track": "both_tracks", "stream_codec": "AMR-WB", "stream_bidirectional_mode": "rtp",
              "stream_bidirectional_codec": "AMR-WB", "stream_bidirectional_sampling_rate": 16000, "stream_bidirectional_target_legs": "self",
              "custom_parameters": [{"name": "order", "value": "12"}, {"name": "shop", "value": ""}]
            }
            """));

    [Theory]
    [InlineData(AudioTrack.Inbound, "inbound_track")]
    [InlineData(AudioTrack.Outbound, "outbound_track")]
    [InlineData(AudioTrack.Both, "both_tracks")]
    public void Stream_Track_IsTheVendorsWord(AudioTrack track, string expected) =>
        Stream(new StreamRequest { Url = new Uri("wss://stream.example.com"), Track = track }).StreamTrack!.Value.Value.Should().Be(expected);

    [Fact]
    public void Stream_CodecOneWay_IsOnlyThatOfWhatIsSentToUs() =>
        Written(Stream(new StreamRequest { Url = new Uri("wss://stream.example.com"), Codec = AudioCodec.L16 }))
            .Should().Be("""{"stream_codec":"L16","stream_track":"inbound_track","stream_url":"wss://stream.example.com"}""");

    [Fact]
    public void Stream_EveryFault_IsNamedAtOnce() =>
        Violations(() => Stream(new StreamRequest
        {
            Url = new Uri("https://stream.example.com/?token=secret"),
            SampleRateHz = 11_025,
            Parameters = new Dictionary<string, string> { [""] = Secret },
            Deadline = TimeSpan.Zero,
        })).Should().BeEquivalentTo(
        [
            BadDeadline,
            new Violation("SampleRateHz", "must be left out of a stream in one direction: the vendor lets only the way back choose", "11025"),
            new Violation("SampleRateHz", "must be one of 8000, 16000, 22050, 24000, 48000", "11025"),
            new Violation("Url", "must be an absolute ws or wss address", "https://stream.example.com/"),
            new Violation("Parameters[0].name", "must not be empty", null),
        ]);

    [Theory]
    [InlineData("udp://192.0.2.1:5004", "udp:192.0.2.1:5004")]
    [InlineData("udp://[2001:db8::1]:5004", "udp:[2001:db8::1]:5004")]
    [InlineData("UDP://media.example.com:65535", "udp:media.example.com:65535")]
    [InlineData("udp://192.0.2.1:1/", "udp:192.0.2.1:1")]
    public void Fork_Targets_AreWrittenAsTheVendorHasThem(string target, string expected)
    {
        Written(Fork(target, null, null)).Should().Be($$"""{"stream_type":"decrypted","target":"{{expected}}"}""");
        Written(Fork(null, target, "udp://192.0.2.9:9"))
            .Should().Be($$"""{"rx":"{{expected}}","stream_type":"decrypted","tx":"udp:192.0.2.9:9"}""");
    }

    [Theory]
    [InlineData("udp://192.0.2.1")]
    [InlineData("udp://192.0.2.1:0")]
    [InlineData("wss://192.0.2.1:5004")]
    [InlineData("tcp://192.0.2.1:5004")]
    [InlineData("udp:192.0.2.1:5004")]
    [InlineData("192.0.2.1")]
    [InlineData("/fork")]
    [InlineData("udp://192.0.2.1:5000/path")]
    [InlineData("udp://user@192.0.2.1:5000")]
    public void Fork_TargetOfAnotherForm_IsAViolation(string target)
    {
        Violations(() => Fork(target, null, null)).Should().Equal(new Violation("Target", "must be udp://address:port", null));
        Violations(() => Fork(null, target, target)).Should().Equal(
            new Violation("InboundTarget", "must be udp://address:port", null), new Violation("OutboundTarget", "must be udp://address:port", null));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public void Fork_TargetsThatDoNotFitTogether_AreAViolation(bool hasTarget, bool hasInbound, bool hasOutbound)
    {
        const string Address = "udp://192.0.2.1:5004";

        Violations(() => Fork(hasTarget ? Address : null, hasInbound ? Address : null, hasOutbound ? Address : null))
            .Should().Equal(new Violation("Target", "must be given alone, or InboundTarget and OutboundTarget both, without it", null));
    }

    [Fact]
    public void Fork_CodecAndPacketTime_AreNotSupported()
    {
        var request = new ForkRequest { Target = new Uri("udp://192.0.2.1:5004") };

        ShouldLack(CallFeature.ForkFormat, () => TelnyxRequests.ToCommand(request with { Codec = AudioCodec.Pcma }, Provider, Call));
        ShouldLack(CallFeature.ForkFormat, () => TelnyxRequests.ToCommand(request with { PacketTime = TimeSpan.FromMilliseconds(20) }, Provider, Call));
        Violations(() => TelnyxRequests.ToCommand(request with { Deadline = TimeSpan.Zero }, Provider, Call)).Should().Equal(BadDeadline);
    }

    // Bridge, transfer, touch tones

    [Theory]
    [InlineData(null, """{"call_control_id":"v3:two"}""")]
    [InlineData(false, """{"call_control_id":"v3:two"}""")]
    [InlineData(true, """{"call_control_id":"v3:two","park_after_unbridge":"self"}""")]
    public void Bridge_IsWritten(bool? keep, string expected) =>
        Written(TelnyxRequests.ToCommand(new BridgeRequest { With = new CallId("v3:two"), KeepAfterwards = keep }, Provider, Call)).Should().Be(expected);

    [Fact]
    public void Bridge_WithItselfOrNothing_IsAViolation()
    {
        Violations(() => TelnyxRequests.ToCommand(new BridgeRequest { With = Call, Deadline = TimeSpan.Zero }, Provider, Call))
            .Should().Equal(BadDeadline, new Violation("With", "must be another call", Call.Value));
        Violations(() => TelnyxRequests.ToCommand(new BridgeRequest { With = default }, Provider, Call))
            .Should().ContainSingle().Which.Field.Should().Be("With");
    }

    [Fact]
    public void Transfer_Plain_LeavesTheRestToTheVendor()
    {
        Written(TelnyxRequests.ToTransfer(new TransferRequest { To = Destination.Phone(Number) }, Provider, Call)).Should().Be(Normal($$"""{"to":"{{Number}}"}"""));
        Written(TelnyxRequests.ToTransfer(new TransferRequest { To = Destination.Phone(Number), From = "" }, Provider, Call)).Should().Be(Normal($$"""{"to":"{{Number}}"}"""));
    }

    [Fact]
    public void Transfer_EveryOption_IsWritten() =>
        Written(TelnyxRequests.ToTransfer(
            new TransferRequest
            {
                To = Destination.Sip("sips:desk@sip.example.com"),
                From = "+15550100002",
                RingTimeout = TimeSpan.FromSeconds(600),
                MaxDuration = TimeSpan.FromSeconds(30),
                SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north" },
            },
            Provider,
            Call)).Should().Be(Normal(
            """
            {
              "to": "sips:desk@sip.example.com", "from": "+15550100002", "timeout_secs": 600, "time_limit_secs": 30,
              "custom_headers": [{"name": "X-Shop", "value": "north"}]
            }
            """));

    [Fact]
    public void Transfer_EveryFault_IsNamedAtOnce() =>
        Violations(() => TelnyxRequests.ToTransfer(
            new TransferRequest
            {
                To = Destination.Phone(Number), RingTimeout = TimeSpan.FromSeconds(601), MaxDuration = TimeSpan.FromSeconds(29), Deadline = TimeSpan.Zero,
            },
            Provider,
            Call)).Should().BeEquivalentTo(
            [BadDeadline, new Violation("RingTimeout", "must be 5 to 600", "601"), new Violation("MaxDuration", "must be 30 to 14400", "29")]);

    [Fact]
    public void Refer_IsWritten() =>
        Written(TelnyxRequests.ToRefer(
            new TransferRequest { To = Destination.Sip("sip:desk@sip.example.com"), SipHeaders = new Dictionary<string, string> { ["X-Shop"] = "north" } },
            Provider,
            Call)).Should().Be("""{"custom_headers":[{"name":"X-Shop","value":"north"}],"sip_address":"sip:desk@sip.example.com"}""");

    [Fact]
    public void Refer_WhatTheFarEndDecides_IsAViolationEach()
    {
        const string Rule = "must be left out of a REFER: the far end makes the call";

        Violations(() => TelnyxRequests.ToRefer(
            new TransferRequest
            {
                To = Destination.Phone(Number), From = "+15550100002", RingTimeout = TimeSpan.FromSeconds(30), MaxDuration = TimeSpan.FromSeconds(30),
            },
            Provider,
            Call)).Should().BeEquivalentTo(
            [
                new Violation("To", "must be a SIP address: the far end is to call it itself", null),
                new Violation("From", Rule, null),
                new Violation("RingTimeout", Rule, null),
                new Violation("MaxDuration", Rule, null),
            ]);
    }

    [Theory]
    [InlineData("0123456789ABCD*#wW", null, """{"digits":"0123456789ABCD*#wW"}""")]
    [InlineData("1", 100, """{"digits":"1","duration_millis":100}""")]
    [InlineData("1", 500, """{"digits":"1","duration_millis":500}""")]
    public void Dtmf_IsWritten(string digits, int? milliseconds, string expected) =>
        Written(Tones(digits, milliseconds is { } ms ? TimeSpan.FromMilliseconds(ms) : null)).Should().Be(expected);

    [Theory]
    [InlineData("")]
    [InlineData("12a")]
    [InlineData("1 2")]
    [InlineData("1,2")]
    [InlineData("١")]
    public void Dtmf_NoTones_IsAViolationThatDoesNotShowThem(string digits) =>
        Violations(() => Tones(digits, null)).Should().Equal(new Violation("Digits", "must be one or more of 0-9, A-D, *, #, w and W", "***"));

    [Theory]
    [InlineData(99)]
    [InlineData(501)]
    [InlineData(-1)]
    public void Dtmf_DurationOutOfRange_IsAViolation(int milliseconds) =>
        Violations(() => Tones("1", TimeSpan.FromMilliseconds(milliseconds))).Should().Equal(new Violation("ToneDuration", "must be 100 to 500", $"{milliseconds}"));

    [Fact]
    public void Dtmf_DurationWithAFraction_IsAViolation() =>
        Violations(() => Tones("1", TimeSpan.FromTicks(2_005_000))).Should().Equal(new Violation("ToneDuration", MillisecondRule, "200.5 ms"));

    // All

    [Fact]
    public void AdditionalProperties_OfEveryRequest_ArePassedOn()
    {
        var additional = new JsonObject { ["x"] = 1 };

        Dial(new DialRequest { To = Destination.Phone(Number), From = "us", AdditionalProperties = additional }).AdditionalProperties.Should().BeSameAs(additional);
        TelnyxCommand[] commands =
        [
            TelnyxRequests.ToCommand(new AnswerRequest { AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToCommand(new RejectRequest { AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToCommand(new HangupRequest { AdditionalProperties = additional }, Provider, Call),
            .. Play(new PlaybackRequest { Sources = [A, MediaSource.Speech("x"), MediaSource.Library("y")], AdditionalProperties = additional }).Select(piece => piece.Command),
            .. Forms().Select(form => Gather(form with { AdditionalProperties = additional }).Command),
            TelnyxRequests.ToCommand(new RecordingRequest { AdditionalProperties = additional }, Provider, Call),
            Stream(new StreamRequest { Url = new Uri("wss://stream.example.com"), AdditionalProperties = additional }),
            TelnyxRequests.ToCommand(new ForkRequest { Target = new Uri("udp://192.0.2.1:5004"), AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToCommand(new BridgeRequest { With = new CallId("v3:two"), AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToTransfer(new TransferRequest { To = Destination.Phone(Number), AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToRefer(new TransferRequest { To = Destination.Sip("sip:a@b"), AdditionalProperties = additional }, Provider, Call),
            TelnyxRequests.ToCommand(new DtmfRequest { Digits = "1", AdditionalProperties = additional }, Provider, Call),
        ];

        commands.Should().OnlyContain(command => ReferenceEquals(command.AdditionalProperties, additional)).And.HaveCount(16);
    }

    [Fact]
    public void AdditionalProperties_ThatTieEventsToOperations_AreRefused()
    {
        Violations(() => TelnyxRequests.ToCommand(new AnswerRequest { AdditionalProperties = new JsonObject { ["command_id"] = "x" } }, Provider, Call))
            .Should().ContainSingle().Which.Field.Should().Be("command_id");
        Violations(() => Gather(new GatherRequest { AdditionalProperties = new JsonObject { ["gather_id"] = "x" } }))
            .Should().ContainSingle().Which.Field.Should().Be("gather_id");
    }

    [Fact]
    public void CommandIds_OfEqualRequests_Differ() =>
        Enumerable.Range(0, 100).Select(_ => TelnyxRequests.ToCommand(new AnswerRequest(), Provider, Call).CommandId).Should().OnlyHaveUniqueItems();

    [Fact]
    public void Refusals_ShowNoNumberTextOrToken()
    {
        var longSecret = string.Concat(Enumerable.Repeat(Secret, 300));
        Func<object>[] refused =
        [
            () => Dial(new DialRequest { To = Destination.Phone(Number), From = Number, RingTimeout = TimeSpan.Zero }),
            () => TelnyxRequests.ToTransfer(new TransferRequest { To = Destination.Phone(Number), From = Number, RingTimeout = TimeSpan.Zero }, Provider, Call),
            () => TelnyxRequests.ToRefer(new TransferRequest { To = Destination.Phone(Number), From = Number }, Provider, Call),
            () => Play(new PlaybackRequest { Sources = [MediaSource.Speech(longSecret), MediaSource.Url("ftp://user:hush@cdn.example.com/a?token=hush")] }),
            () => Play(new PlaybackRequest { Sources = [MediaSource.Speech(Secret), MediaSource.Silence()] }),
            () => Gather(new GatherRequest { Prompt = [MediaSource.Speech(longSecret)], InvalidPrompt = [A] }),
            () => Tones(Secret, null),
            () => Stream(new StreamRequest { Url = new Uri("https://user:hush@stream.example.com/?token=hush") }),
            () => Fork("wss://user:hush@192.0.2.1/?token=hush", null, null),
        ];

        foreach (var refuse in refused)
        {
            var message = FluentActions.Invoking(refuse).Should().Throw<CallControlException>().Which.ToString();
            message.Should().NotContain("5550100777").And.NotContain("secret").And.NotContain("hush");
        }
    }

    [Fact]
    public async Task Refusals_OfEveryVerb_SendNothingAndLeaveNothing()
    {
        await using var harness = new AdapterHarness();
        var control = harness.Control;
        var soon = TimeSpan.Zero;
        var token = TestContext.Current.CancellationToken;
        Func<Task>[] verbs =
        [
            () => control.DialAsync(new DialRequest { To = Destination.Phone(Number), From = "" }, token),
            () => control.AnswerAsync(Call, new AnswerRequest { Deadline = soon }, token),
            () => control.RejectAsync(Call, new RejectRequest { Cause = HangupCause.Failed }, token),
            () => control.HangupAsync(Call, new HangupRequest { Cause = HangupCause.Failed }, token),
            () => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A, B, MediaSource.Silence()] }, token),
            () => control.StartPlaybackAsync(Call, new PlaybackRequest { Sources = [A, B, Ftp] }, token),
            () => control.StartGatherAsync(Call, new GatherRequest { MaxTries = 2 }, token),
            () => control.StartRecordingAsync(Call, new RecordingRequest { Deadline = soon }, token),
            () => control.StartStreamAsync(Call, new StreamRequest { Url = new Uri("wss://stream.example.com"), Deadline = soon }, token),
            () => control.StartForkAsync(Call, new ForkRequest(), token),
            () => control.BridgeAsync(Call, new BridgeRequest { With = Call }, token),
            () => control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), Deadline = soon }, token),
            () => control.TransferAsync(Call, new TransferRequest { To = Destination.Phone(Number), Method = TransferMethod.Refer }, token),
            () => control.SendDtmfAsync(Call, new DtmfRequest { Digits = "" }, token),
        ];

        foreach (var verb in verbs)
        {
            var refused = await FluentActions.Awaiting(verb).Should().ThrowAsync<CallControlException>();
            refused.Which.Effect.Should().Be(CommandEffect.NotSent);
            refused.Which.Provider.Should().Be(AdapterHarness.Provider);
        }

        harness.Sent.Should().BeEmpty();
        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    private static DialCommand Dial(DialRequest request) => TelnyxRequests.ToCommand(request, Application, Provider);

    private static IReadOnlyList<PlaybackPiece> Play(PlaybackRequest request) => TelnyxRequests.ToPieces(request, Voice, Provider, Call);

    private static string[] Pieces(params MediaSource[] sources) => [.. Play(new PlaybackRequest { Sources = sources }).Select(piece => Written(piece.Command))];

    private static JsonObject Piece(MediaSource source) => JsonNode.Parse(CommandSamples.Write(Play(new PlaybackRequest { Sources = [source] })[0].Command))!.AsObject();

    private static GatherForm Gather(GatherRequest request) => TelnyxRequests.ToForm(request, Voice, Provider, Call);

    private static GatherRequest[] Forms() =>
        [new GatherRequest(), new GatherRequest { Prompt = [A] }, new GatherRequest { Prompt = [MediaSource.Speech("Hello?")] }];

    private static IReadOnlyList<Violation> Prompts(MediaSource[] prompt, MediaSource[] invalid) =>
        Violations(() => Gather(new GatherRequest { Prompt = prompt, InvalidPrompt = invalid }));

    private static StartStreamingCommand Stream(StreamRequest request) => TelnyxRequests.ToCommand(request, Provider, Call);

    private static StartForkCommand Fork(string? target, string? inbound, string? outbound) => TelnyxRequests.ToCommand(
        new ForkRequest { Target = Address(target), InboundTarget = Address(inbound), OutboundTarget = Address(outbound) }, Provider, Call);

    private static Uri? Address(string? text) => text is null ? null : new Uri(text, UriKind.RelativeOrAbsolute);

    private static SendDtmfCommand Tones(string digits, TimeSpan? duration) =>
        TelnyxRequests.ToCommand(new DtmfRequest { Digits = digits, ToneDuration = duration }, Provider, Call);

    private static IReadOnlyList<Violation> Violations(Func<object> make)
    {
        var thrown = FluentActions.Invoking(make).Should().Throw<RequestValidationException>().Which;
        thrown.Provider.Should().Be("telnyx-1");
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        return thrown.Violations;
    }

    private static void ShouldLack(CallFeature feature, Func<object> make)
    {
        var thrown = FluentActions.Invoking(make).Should().Throw<CapabilityNotSupportedException>().Which;
        thrown.Feature.Should().Be(feature);
        thrown.Instead.Should().NotBeNullOrEmpty();
        thrown.Effect.Should().Be(CommandEffect.NotSent);
    }

    // Without the id, which is another each time, and in the order of the names.
    private static string Written(TelnyxCommand command)
    {
        var json = JsonNode.Parse(CommandSamples.Write(command))!.AsObject();
        if (command is TelnyxCallCommand identified)
            json["command_id"]!.GetValue<string>().Should().Be(identified.CommandId.Value).And.NotBeEmpty();

        json.Remove("command_id");
        return Sorted(json);
    }

    private static string Normal(string json) => Sorted(JsonNode.Parse(json)!.AsObject());

    private static string Sorted(JsonObject json) =>
        new JsonObject(json.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString();
}
