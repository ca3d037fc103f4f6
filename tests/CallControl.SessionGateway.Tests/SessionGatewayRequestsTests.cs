using System.Text.Json.Nodes;

namespace CallControl.SessionGateway.Tests;

/// <summary>Neutral requests become the gateway's commands, and what does not fit is refused in neutral words.</summary>
public sealed class SessionGatewayRequestsTests
{
    private const string CountRule = "must have 1 to 128 addresses";
    private const string SchemeRule = "must be an absolute http or https address";
    private const string OffsetRule = "must be in whole seconds";
    private const string RepeatRule = "must be at least 1; an endless loop is not to be had";
    private const string SilenceRule = "must be a file: the gateway does not mix silence with files, nor prompt with it";

    private static readonly CallId Call = new("acW68-1");
    private static readonly UrlSource A = MediaSource.Url("https://cdn.example.com/a.wav");
    private static readonly UrlSource B = MediaSource.Url("https://cdn.example.com/b.wav");
    private static readonly UrlSource Ftp = MediaSource.Url("ftp://cdn.example.com/c.wav");

    private static readonly ProviderDescriptor Provider = new()
    {
        Name = "gateway-1",
        Vendor = SessionGatewayCallControl.Vendor,
        Capabilities = SessionGatewayCapabilities.All,
    };

    public static TheoryData<string, CallFeature> UnsupportedSources => new()
    {
        { "speech", CallFeature.PlaybackSpeech },
        { "ringtone", CallFeature.PlaybackRingtone },
        { "library", CallFeature.PlaybackLibrary },
        { "audio", CallFeature.PlaybackAudio },
    };

    [Theory]
    [InlineData("normal", null)]
    [InlineData("NORMAL", null)]
    [InlineData("busy", "USER_BUSY")]
    [InlineData("no-answer", "NO_ANSWER")]
    [InlineData("rejected", "CALL_REJECTED")]
    [InlineData("cancelled", "ORIGINATOR_CANCEL")]
    [InlineData("unreachable", "UNALLOCATED_NUMBER")]
    [InlineData("failed", "NORMAL_TEMPORARY_FAILURE")]
    [InlineData("CALL_REJECTED", "CALL_REJECTED")]
    [InlineData("MEDIA_TIMEOUT", "MEDIA_TIMEOUT")]
    public void ToHangup_Cause_IsTheGatewaysName(string cause, string? expected) => Hangup(new HangupCause(cause)).Cause.Should().Be(expected);

    [Fact]
    public void ToHangup_DefaultCause_IsLeftToTheGateway() => Hangup(default).Cause.Should().BeNull();

    [Theory]
    [InlineData("CAUSE_16")]
    [InlineData("USER BUSY")]
    public void ToHangup_CauseTheGatewayCannotTake_IsAViolationOfCause(string cause) =>
        Violations(() => Hangup(new HangupCause(cause)))
            .Should().Equal(new Violation("Cause", "must be 1 to 64 of capital letters and underscores", $"'{cause}'"));

    [Theory]
    [InlineData("lost", null)]
    [InlineData("unknown", null)]
    [InlineData("some-other_word", "SOME_OTHER_WORD")]
    public void ToHangup_CauseThatAnotherCallReported_IsTaken(string cause, string? expected) => Hangup(new HangupCause(cause)).Cause.Should().Be(expected);

    [Fact]
    public void ToHangup_AdditionalProperties_ArePassedOn()
    {
        var additional = new JsonObject { ["x"] = 1 };

        SessionGatewayRequests.ToHangup(HangupCause.Busy, new HangupRequest { AdditionalProperties = additional }, Provider, Call)
            .AdditionalProperties.Should().BeSameAs(additional);
    }

    [Theory]
    [InlineData("completed", "normal")]
    [InlineData("busy", "busy")]
    [InlineData("rejected", "rejected")]
    [InlineData("no_answer", "no-answer")]
    [InlineData("unavail", "unreachable")]
    [InlineData("unavailable", "unreachable")]
    [InlineData("unknown", "unknown")]
    [InlineData("", "unknown")]
    [InlineData("  ", "unknown")]
    [InlineData(null, "unknown")]
    [InlineData("moon_eclipse", "moon_eclipse")]
    [InlineData("NORMAL_CLEARING", "NORMAL_CLEARING")]
    public void FromVendor_Cause_IsTheNeutralWordOrKept(string? cause, string expected) =>
        SessionGatewayCauses.FromVendor(cause).Value.Should().Be(expected);

    [Fact]
    public void ToCommand_PlainPlayback_NamesTheFilesAndNothingElse()
    {
        var command = Play(new PlaybackRequest { Sources = [B, A] });

        command.Urls.Should().Equal(B.Location, A.Location);
        command.OffsetSeconds.Should().BeNull();
        command.AdditionalProperties.Should().BeNull();
        SessionGatewayCommandUid.CommandOf(command.CommandUid).Should().Be("playback/start");
    }

    [Fact]
    public void ToCommand_PlaybackAdditionalProperties_ArePassedOn()
    {
        var additional = new JsonObject { ["x"] = 1 };

        Play(new PlaybackRequest { Sources = [A], Repeat = 2, AdditionalProperties = additional }).AdditionalProperties.Should().BeSameAs(additional);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(90, 90)]
    [InlineData(86_400, 86_400)]
    public void ToCommand_Offset_IsInSeconds(int seconds, int expected) =>
        Play(new PlaybackRequest { Sources = [A], Offset = TimeSpan.FromSeconds(seconds) }).OffsetSeconds.Should().Be(expected);

    [Theory]
    [InlineData(5_000_000, "0:00:00.5")]
    [InlineData(15_000_000, "0:00:01.5")]
    [InlineData(900_010_000, "0:01:30.001")]
    public void ToCommand_OffsetOfLessThanASecond_IsAViolation(long ticks, string value) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A], Offset = TimeSpan.FromTicks(ticks) })).Should().Equal(new Violation("Offset", OffsetRule, value));

    [Theory]
    [InlineData(-1, "-1")]
    [InlineData(86_401, "86401")]
    [InlineData(4_294_967_297, "2147483647")]
    public void ToCommand_OffsetOutOfRange_IsAViolation(long seconds, string value) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A], Offset = TimeSpan.FromSeconds(seconds) }))
            .Should().Equal(new Violation("Offset", "must be 0 to 86400", value));

    [Fact]
    public void ToCommand_OffsetWithTwoFiles_IsAViolation() =>
        Violations(() => Play(new PlaybackRequest { Sources = [A, B], Offset = TimeSpan.FromSeconds(3) }))
            .Should().Equal(new Violation("Offset", "must not be given with more than one address", "3"));

    [Fact]
    public void ToCommand_OffsetWithARepetition_IsAViolation() =>
        Violations(() => Play(new PlaybackRequest { Sources = [A], Repeat = 2, Offset = TimeSpan.FromSeconds(3) }))
            .Should().Equal(new Violation("Offset", "must be zero with a repetition", "0:00:03"));

    [Fact]
    public void ToCommand_Repeat_ListsTheFilesAgainInOrder() =>
        Play(new PlaybackRequest { Sources = [A, B], Repeat = 3 }).Urls
            .Should().Equal(A.Location, B.Location, A.Location, B.Location, A.Location, B.Location);

    [Fact]
    public void ToCommand_RepeatUpToTheLimit_IsTaken()
    {
        Play(new PlaybackRequest { Sources = [A], Repeat = 128 }).Urls.Should().HaveCount(128);
        Play(new PlaybackRequest { Sources = [A, B], Repeat = 64 }).Urls.Should().HaveCount(128);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(int.MaxValue)]
    public void ToCommand_RepeatAboveTheLimit_IsAViolationOfRepeat(int repeat) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A, B], Repeat = repeat }))
            .Should().Equal(new Violation("Repeat", "times the sources, which are 2, must be at most 128", $"{repeat}"));

    [Theory]
    [InlineData(null, "null")]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    public void ToCommand_RepeatBelowOne_IsAViolation(int? repeat, string value) =>
        Violations(() => Play(new PlaybackRequest { Sources = [A], Repeat = repeat })).Should().Equal(new Violation("Repeat", RepeatRule, value));

    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void ToCommand_NoSources_IsAViolationHoweverOftenRepeated(int repeat) =>
        Violations(() => Play(new PlaybackRequest { Sources = [], Repeat = repeat })).Should().Equal(new Violation("Sources", CountRule, "0"));

    [Fact]
    public void ToCommand_TooManySources_IsAViolation() =>
        Violations(() => Play(new PlaybackRequest { Sources = [.. Enumerable.Repeat(A, 129)], Repeat = 2 }))
            .Should().Equal(new Violation("Sources", CountRule, "129"));

    [Fact]
    public void ToCommand_WrongAddress_IsNamedByItsPlaceInTheRequest()
    {
        var expected = new Violation("Sources[1]", SchemeRule, "ftp://cdn.example.com/c.wav");

        Violations(() => Play(new PlaybackRequest { Sources = [A, Ftp] })).Should().Equal(expected);
        Violations(() => Play(new PlaybackRequest { Sources = [A, Ftp], Repeat = 3 })).Should().Equal(expected);
        Violations(() => Play(new PlaybackRequest { Sources = [MediaSource.Silence(), Ftp] }))
            .Should().Equal(new Violation("Sources[0]", SilenceRule, "silence"), expected);
    }

    [Fact]
    public void ToCommand_SilenceOnly_IsNamedTwice() =>
        Violations(() => Play(new PlaybackRequest { Sources = [MediaSource.Silence(), MediaSource.Silence()], Repeat = int.MaxValue }))
            .Should().Contain([new Violation("Sources[0]", SilenceRule, "silence"), new Violation("Sources[1]", SilenceRule, "silence")])
            .And.OnlyContain(violation => violation.Field == "Repeat" || violation.Rule == SilenceRule);

    [Theory]
    [MemberData(nameof(UnsupportedSources))]
    public void ToCommand_SourceTheGatewayLacks_IsNotSupported(string source, CallFeature feature)
    {
        MediaSource unsupported = source switch
        {
            "speech" => MediaSource.Speech("Hello"),
            "ringtone" => MediaSource.Ringtone(),
            "library" => MediaSource.Library("1"),
            _ => MediaSource.Audio(new byte[] { 1 }, AudioFormat.Wav),
        };

        ShouldLack(feature, () => Play(new PlaybackRequest { Sources = [A, unsupported] }));
        ShouldLack(feature, () => Gather(new GatherRequest { Prompt = [unsupported] }));
        ShouldLack(feature, () => Gather(new GatherRequest { Prompt = [A], InvalidPrompt = [unsupported] }));
    }

    [Fact]
    public void CheckSilence_Plain_IsTaken()
    {
        var request = new PlaybackRequest { Sources = [MediaSource.Silence()] };

        SessionGatewayRequests.IsSilence(request).Should().BeTrue();
        FluentActions.Invoking(() => SessionGatewayRequests.CheckSilence(request, Provider, Call)).Should().NotThrow();
        SessionGatewayRequests.IsSilence(new PlaybackRequest { Sources = [A] }).Should().BeFalse();
        SessionGatewayRequests.IsSilence(new PlaybackRequest { Sources = [] }).Should().BeFalse();
        SessionGatewayRequests.IsSilence(new PlaybackRequest { Sources = [MediaSource.Silence(), A] }).Should().BeFalse();
    }

    [Fact]
    public void CheckSilence_EverythingElse_IsAViolationEach()
    {
        var request = new PlaybackRequest
        {
            Sources = [MediaSource.Silence(TimeSpan.FromSeconds(2))],
            Offset = TimeSpan.FromSeconds(1),
            Repeat = null,
            Deadline = TimeSpan.Zero,
        };

        Violations(() => SessionGatewayRequests.CheckSilence(request, Provider, Call)).Should().Equal(
            new Violation("Deadline", "must be more than zero", "0:00:00"),
            new Violation("Sources[0].Duration", "must be left out: the gateway's silence ends with the call or with the next playback", "0:00:02"),
            new Violation("Offset", "must be zero with silence", "0:00:01"),
            new Violation("Repeat", "must be 1 with silence", "null"));
    }

    [Fact]
    public void ToCommand_PlainGather_LeavesTheRestToTheGateway()
    {
        var command = Gather(new GatherRequest { Prompt = [A] });

        command.PromptFiles.Should().Equal(A.Location);
        command.InvalidFiles.Should().BeNull();
        command.MinDigits.Should().BeNull();
        command.MaxDigits.Should().BeNull();
        command.MaxTries.Should().BeNull();
        command.TimeoutMs.Should().BeNull();
        command.Terminators.Should().BeNull();
        SessionGatewayCommandUid.CommandOf(command.CommandUid).Should().Be("play_and_get_digits");
        SessionGatewayRequests.CollectingTime(command).Should().Be(TimeSpan.FromSeconds(15), "three tries of 5 s are the gateway's default");
    }

    [Fact]
    public void ToCommand_FullGather_CarriesEveryOption()
    {
        var additional = new JsonObject { ["x"] = 1 };
        var command = Gather(new GatherRequest
        {
            Prompt = [A, B],
            InvalidPrompt = [B, A],
            Digits = new DigitOptions { Min = 4, Max = 6, Terminators = "*#" },
            Timeout = TimeSpan.FromMilliseconds(15_001),
            MaxTries = 2,
            AdditionalProperties = additional,
        });

        command.PromptFiles.Should().Equal(A.Location, B.Location);
        command.InvalidFiles.Should().Equal(B.Location, A.Location);
        command.MinDigits.Should().Be(4);
        command.MaxDigits.Should().Be(6);
        command.MaxTries.Should().Be(2);
        command.TimeoutMs.Should().Be(15_001);
        command.Terminators.Should().Be("*#");
        command.AdditionalProperties.Should().BeSameAs(additional);
        SessionGatewayRequests.CollectingTime(command).Should().Be(TimeSpan.FromMilliseconds(30_002));
    }

    [Fact]
    public void ToCommand_EveryFaultOfAGather_IsNamedInNeutralWords()
    {
        var request = new GatherRequest
        {
            Prompt = [A, Ftp],
            InvalidPrompt = [MediaSource.Silence(), Ftp],
            Digits = new DigitOptions { Min = -1, Max = 129, Terminators = "9" },
            Timeout = TimeSpan.FromTicks((999 * TimeSpan.TicksPerMillisecond) + 5000),
            MaxTries = 11,
            Deadline = TimeSpan.FromSeconds(-1),
        };

        Violations(() => Gather(request)).Should().BeEquivalentTo(
        [
            new Violation("Deadline", "must be more than zero", "-0:00:01"),
            new Violation("Prompt[1]", SchemeRule, "ftp://cdn.example.com/c.wav"),
            new Violation("InvalidPrompt[0]", SilenceRule, "silence"),
            new Violation("InvalidPrompt[1]", SchemeRule, "ftp://cdn.example.com/c.wav"),
            new Violation("Digits.Min", "must be 0 to 128", "-1"),
            new Violation("Digits.Max", "must be 1 to 128", "129"),
            new Violation("Digits.Terminators", "must be 0 to 16 of # and *", "'9'"),
            new Violation("Timeout", "must be in whole milliseconds", "999.5 ms"),
            new Violation("Timeout", "must be 1000 to 300000", "999"),
            new Violation("MaxTries", "must be 1 to 10", "11"),
        ]);
    }

    [Fact]
    public void ToCommand_RulesBetweenFields_NameBothInNeutralWords()
    {
        var request = new GatherRequest
        {
            Prompt = [A],
            Digits = new DigitOptions { Min = 12 },
            Timeout = TimeSpan.FromSeconds(41),
            MaxTries = 3,
        };

        Violations(() => Gather(request)).Should().BeEquivalentTo(
        [
            new Violation("Digits.Min", "must not be above Digits.Max, which is 10 (the other field's default)", "12"),
            new Violation("Timeout", "times MaxTries, which is 3, must be at most 120000 ms", "41000"),
        ]);
    }

    [Fact]
    public void ToCommand_GatherOptionsTheGatewayLacks_AreNotSupported()
    {
        ShouldLack(CallFeature.GatherSpeech, () => Gather(new GatherRequest { Prompt = [A], Speech = new SpeechOptions() }));
        ShouldLack(CallFeature.GatherSpeech, () => Gather(new GatherRequest { Prompt = [A], Digits = null }));
        ShouldLack(CallFeature.GatherValidDigits, () => Gather(new GatherRequest { Prompt = [A], Digits = new DigitOptions { ValidDigits = "12" } }));
        ShouldLack(
            CallFeature.GatherInterDigitTimeout,
            () => Gather(new GatherRequest { Prompt = [A], Digits = new DigitOptions { InterDigitTimeout = TimeSpan.FromSeconds(1) } }));
        ShouldLack(CallFeature.GatherWithoutPrompt, () => Gather(new GatherRequest()));
    }

    [Fact]
    public void Check_PlainRecording_IsTaken() =>
        FluentActions.Invoking(() => Record(new RecordingRequest { Deadline = TimeSpan.FromTicks(1) })).Should().NotThrow();

    [Fact]
    public void Check_RecordingOptionsTheGatewayLacks_AreNotSupported()
    {
        ShouldLack(CallFeature.RecordingFormat, () => Record(new RecordingRequest { Format = AudioFormat.Wav }));
        ShouldLack(CallFeature.RecordingTrack, () => Record(new RecordingRequest { Track = AudioTrack.Inbound }));
        ShouldLack(CallFeature.RecordingChannels, () => Record(new RecordingRequest { Stereo = false }));
        ShouldLack(CallFeature.RecordingLimits, () => Record(new RecordingRequest { MaxDuration = TimeSpan.FromMinutes(1) }));
        ShouldLack(CallFeature.RecordingLimits, () => Record(new RecordingRequest { EndSilence = TimeSpan.FromSeconds(1) }));
        ShouldLack(CallFeature.RecordingBeep, () => Record(new RecordingRequest { Beep = true }));
    }

    [Theory]
    [InlineData(0, "0:00:00")]
    [InlineData(-1, "-0:00:01")]
    public void Check_DeadlineThatIsOver_IsAViolationOfEveryRequest(int seconds, string value)
    {
        var deadline = TimeSpan.FromSeconds(seconds);
        var expected = new Violation("Deadline", "must be more than zero", value);

        Violations(() => SessionGatewayRequests.Check(new AnswerRequest { Deadline = deadline }, Provider, Call)).Should().Equal(expected);
        Violations(() => Play(new PlaybackRequest { Sources = [A], Deadline = deadline })).Should().Equal(expected);
        Violations(() => Gather(new GatherRequest { Prompt = [A], Deadline = deadline })).Should().Equal(expected);
        Violations(() => Record(new RecordingRequest { Deadline = deadline })).Should().Equal(expected);
        Violations(() => Bridge(new BridgeRequest { With = new CallId("acW68-2"), Deadline = deadline })).Should().Equal(expected);
    }

    [Fact]
    public void Check_BridgeWithNobodyOrItself_IsAViolation()
    {
        Violations(() => Bridge(new BridgeRequest { With = default })).Should().Equal(new Violation("With", "must be another call", ""));
        Violations(() => Bridge(new BridgeRequest { With = Call })).Should().Equal(new Violation("With", "must be another call", "acW68-1"));
        FluentActions.Invoking(() => Bridge(new BridgeRequest { With = new CallId("acW68-2") })).Should().NotThrow();
    }

    private static HangupCommand Hangup(HangupCause cause) => SessionGatewayRequests.ToHangup(cause, new HangupRequest(), Provider, Call);

    private static StartPlaybackCommand Play(PlaybackRequest request) => SessionGatewayRequests.ToCommand(request, Provider, Call);

    private static PlayAndGetDigitsCommand Gather(GatherRequest request) => SessionGatewayRequests.ToCommand(request, Provider, Call);

    private static void Record(RecordingRequest request) => SessionGatewayRequests.Check(request, Provider, Call);

    private static void Bridge(BridgeRequest request) => SessionGatewayRequests.Check(request, Provider, Call);

    private static IReadOnlyList<Violation> Violations(Action map)
    {
        var thrown = map.Should().Throw<RequestValidationException>().Which;
        thrown.Provider.Should().Be("gateway-1");
        thrown.Call.Should().Be(Call);
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        return thrown.Violations;
    }

    private static IReadOnlyList<Violation> Violations(Func<object> map) => Violations(() => { _ = map(); });

    private static void ShouldLack(CallFeature feature, Action map)
    {
        var thrown = map.Should().Throw<CapabilityNotSupportedException>().Which;
        thrown.Feature.Should().Be(feature);
        thrown.Provider.Should().Be("gateway-1");
        thrown.Call.Should().Be(Call);
    }

    private static void ShouldLack(CallFeature feature, Func<object> map) => ShouldLack(feature, () => { _ = map(); });
}
