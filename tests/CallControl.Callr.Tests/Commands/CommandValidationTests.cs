using System.Globalization;
using CallControl.Providers;

namespace CallControl.Callr.Tests;

public sealed class CommandValidationTests
{
    private static readonly CallrMedia BadMedia = CallrMedia.Library(-1);

    public static TheoryData<string> Files => [.. CommandList.Responses];

    /// <summary>Every number with a range, from the list: below it, at both ends, and above it, where it has an end.</summary>
    public static TheoryData<string, string, int, bool> Ranges
    {
        get
        {
            var rows = new TheoryData<string, string, int, bool>();
            foreach (var command in CommandList.Commands.Keys)
            {
                foreach (var parameter in CommandList.ParametersOf(command).Where(each => each.ContainsKey("min")))
                {
                    var name = (string)parameter["name"]!;
                    var (min, max) = ((int)parameter["min"]!, (int?)parameter["max"]);
                    rows.Add(command, name, min - 1, false);
                    rows.Add(command, name, min, true);
                    rows.Add(command, name, max ?? int.MaxValue, true);
                    if (max is { } most)
                        rows.Add(command, name, most + 1, false);
                }
            }

            return rows;
        }
    }

    /// <summary>Every member that is media.</summary>
    public static TheoryData<string, string> MediaMembers
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var command in CommandList.Commands.Keys)
            {
                foreach (var parameter in CommandList.ParametersOf(command).Where(each => (string)each["type"]! == "rt_media"))
                    rows.Add(command, (string)parameter["name"]!);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Command_OfEveryFile_HasNoBreach(string file) => Violations(CommandSamples.All[file]).Should().BeEmpty();

    [Fact]
    public void Ranges_OfTheList_AreAllThere() => Ranges.Count.Should().Be((4 * 15) + (3 * 2));

    [Theory]
    [MemberData(nameof(Ranges))]
    public void Number_AtTheEndsOfItsRange_IsTakenAndBeyondRefused(string command, string field, int value, bool valid)
    {
        var violations = Violations(CommandMembers.With(CommandSamples.Full(command), field, value));

        if (valid)
        {
            violations.Should().BeEmpty();
            return;
        }

        var range = CommandList.ParametersOf(command).Single(each => (string)each["name"]! == field);
        violations.Should().ContainSingle();
        violations[0].Field.Should().Be(field);
        violations[0].Rule.Should().Be(range.ContainsKey("max") ? $"must be {range["min"]} to {range["max"]}" : $"must be {range["min"]} or more");
        violations[0].Value.Should().Be(value.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(MediaMembers))]
    public void Media_OfEveryMember_IsChecked(string command, string field)
    {
        Fields(CommandMembers.With(CommandSamples.Full(command), field, BadMedia)).Should().Equal(field);
        Fields(CommandMembers.With(CommandSamples.Full(command), field, null)).Should().Equal(field);
    }

    [Theory]
    [InlineData("V", "Hello", 0)]
    [InlineData("", "Hello", 1)]
    [InlineData(" ", "Hello", 1)]
    [InlineData("V|W", "Hello", 1)]
    [InlineData("V", "", 1)]
    [InlineData("V", "\t", 1)]
    [InlineData("V", "one|two", 1)]
    [InlineData("|", "|", 2)]
    public void Speech_NeedsAVoiceAndATextWithoutABar(string voice, string text, int breaches)
    {
        var violations = Violations(new PlayCommand { Media = CallrMedia.Speech(voice, text) });

        violations.Should().HaveCount(breaches);
        violations.Select(violation => violation.Field).Should().AllBe("media_id");
        string.Join(' ', violations).Should().NotContain("two");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(long.MaxValue, true)]
    public void Library_Number_IsNotNegative(long id, bool valid) => IsValid(new PlayCommand { Media = CallrMedia.Library(id) }).Should().Be(valid);

    [Fact]
    public void Conference_EverythingWrong_ReportsEverythingAtOnce() =>
        Fields(new ConferenceCommand
        {
            Id = " ",
            AutoLeaveAnnounce = BadMedia,
            UserJoin = BadMedia,
            UserLeave = BadMedia,
            Waiting = BadMedia,
            Welcome = BadMedia,
            PinCode = "12a",
            PinPrompt = BadMedia,
            PinError = BadMedia,
            PinValid = BadMedia,
            PinMaxTries = 0,
            PinWaitSeconds = -1,
        }).Should().Equal(
            "id", "auto_leave_announce", "user_join", "user_leave", "waiting", "welcome", "pin_code", "pin_prompt", "pin_error", "pin_valid", "pin_max_tries", "pin_wait");

    [Fact]
    public void Dialout_EverythingWrong_ReportsEverythingAtOnce() =>
        Fields(new DialoutCommand
        {
            Targets = [new CallrTarget { Number = "33639980001", TimeoutSeconds = 4 }, null!],
            CallerId = "blocked",
            Ringtone = default,
            Whisper = BadMedia,
            CdrField = "order-42",
        }).Should().Equal("targets[0].number", "targets[0].timeout", "targets[1]", "cli", "ringtone", "whisper", "cdr_field");

    [Fact]
    public void OtherCommands_EverythingWrong_ReportEverythingAtOnce()
    {
        Fields(new PlayTalkDetectCommand { Media = BadMedia, MinMilliseconds = 0, MaxMilliseconds = 0, SilenceMilliseconds = 0, AnalysisMilliseconds = 0 }).Should()
            .Equal("media_id", "min_ms", "max_ms", "silence_ms", "analysistime_ms");
        Fields(new ReadCommand { Media = BadMedia, MaxDigits = 0, Attempts = 0, TimeoutMilliseconds = 0 }).Should().Equal("media_id", "max_digits", "attempts", "timeout_ms");
        Fields(new RecordCommand { MaxDurationSeconds = -1, SilenceSeconds = -1 }).Should().Equal("max_duration", "silence");
        Fields(new SendDtmfCommand { Digits = "", DurationMilliseconds = 0, GapMilliseconds = -1 }).Should().Equal("digits", "duration_ms", "timeout_ms");
        Fields(new StartCallRecordingCommand { Announce = BadMedia, Feeds = default }).Should().Equal("announce", "feeds");
        Fields(new WaitForSilenceCommand { SilenceMilliseconds = 0, Iterations = 0, TimeoutSeconds = -1 }).Should().Equal("silence_ms", "iterations", "timeout");
    }

    [Fact]
    public void Names_ThatAreEmpty_AreRefused()
    {
        Fields(new SimpleConferenceCommand { Id = "" }).Should().Equal("id");
        Fields(new PlayRecordCommand { MediaFile = " " }).Should().Equal("media_file");
        Violations(new HangupCallCommand { VendorCallId = 0 }).Should().Equal(new Violation("callid", "must be 1 or more", (string?)null));
        Fields(new HangupCallCommand { VendorCallId = 1 }).Should().BeEmpty();
    }

    [Fact]
    public void Words_ThatAreNotListed_AreTaken()
    {
        Fields(Dialout("+33639980001") with { Ringtone = new CallrRingtone("JAZZ") }).Should().BeEmpty();
        Fields(new StartCallRecordingCommand { Feeds = new CallrRecordingFeeds("leg_c") }).Should().BeEmpty();
    }

    [Fact]
    public void Dialout_WithoutTargets_IsRefused()
    {
        Fields(new DialoutCommand { Targets = [] }).Should().Equal("targets");
        Fields(new DialoutCommand { Targets = null! }).Should().Equal("targets");
    }

    [Theory]
    [InlineData("+123456", true)]
    [InlineData("+12345", false)]
    [InlineData("+123456789012345", true)]
    [InlineData("+1234567890123456", false)]
    [InlineData("+0123456", false)]
    [InlineData("123456", false)]
    [InlineData("+12345 6", false)]
    [InlineData("+12345\n", false)]
    [InlineData("+12345٦", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Numbers_OfTargetsAndCallerIds_AreE164(string? number, bool valid)
    {
        IsValid(Dialout(number!)).Should().Be(valid);
        IsValid(Dialout("+33639980001") with { CallerId = number! }).Should().Be(valid || number is null);
    }

    [Fact]
    public void Dialout_CallerId_MayBeBlocked()
    {
        Fields(Dialout("+33639980001") with { CallerId = "BLOCKED" }).Should().BeEmpty();
        Fields(Dialout("BLOCKED")).Should().Equal("targets[0].number");
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Target_Timeout_IsLimited(int seconds, bool valid)
    {
        var command = new DialoutCommand { Targets = [new CallrTarget { Number = "+33639980001", TimeoutSeconds = seconds }] };

        IsValid(command).Should().Be(valid);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("aZ09", true)]
    [InlineData("0123456789abcdef0123456789ABCDEF", true)]
    [InlineData("0123456789abcdef0123456789ABCDEF0", false)]
    [InlineData("a-b", false)]
    [InlineData("a_b", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    public void Dialout_CdrField_IsLimited(string tag, bool valid) => IsValid(Dialout("+33639980001") with { CdrField = tag }).Should().Be(valid);

    [Theory]
    [InlineData("", true)]
    [InlineData("0123456789", true)]
    [InlineData("01234567890", false)]
    [InlineData("12#", false)]
    [InlineData("12a", false)]
    public void Conference_Pin_IsLimitedAndNotShown(string pin, bool valid)
    {
        var violations = Violations(new ConferenceCommand { Id = "a", PinCode = pin });

        violations.Should().HaveCount(valid ? 0 : 1);
        violations.Select(violation => violation.Value).Should().AllBe("***");
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("0123456789*#", true)]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("A", false)]
    [InlineData("1,2", false)]
    [InlineData("12w", false)]
    public void SendDtmf_Digits_AreLimitedAndNotShown(string digits, bool valid)
    {
        var violations = Violations(new SendDtmfCommand { Digits = digits });

        violations.Should().HaveCount(valid ? 0 : 1);
        violations.Select(violation => violation.Value).Should().AllBe("***");
    }

    [Fact]
    public void Numbers_ThatAreRefused_AreNotShown()
    {
        var violations = Violations(Dialout("33639980001") with { CallerId = "33199000001x" });

        string.Join(' ', violations).Should().NotContainAny("33639980001", "33199000001", "6399", "1990");
    }

    private static DialoutCommand Dialout(string number) => new() { Targets = [new CallrTarget { Number = number }] };

    private static bool IsValid(RealTimeCommand command) => Violations(command).Count == 0;

    private static IEnumerable<string> Fields(RealTimeCommand command) => Violations(command).Select(violation => violation.Field);

    private static IReadOnlyList<Violation> Violations(RealTimeCommand command)
    {
        var violations = new ViolationList();
        command.Validate(violations);
        return violations.Items;
    }
}
