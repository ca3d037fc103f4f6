using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

public sealed class RealTimeResultTests
{
    public static TheoryData<string> Results => [.. CommandList.Results.Keys];

    public static TheoryData<string> Commands => [.. CommandList.Commands.Keys];

    [Theory]
    [MemberData(nameof(Results))]
    public void ReadResult_OfEveryResult_SaysWhatTheListSays(string name)
    {
        var listed = CommandList.Results[name];
        var report = RequestFixture.Parse(name);

        var result = Read(report.Command, report);

        report.Command.Should().Be(CommandList.CommandOf(name));
        result.RawResult.Should().Be(listed["value"]!.ToString());
        result.Error.Should().BeNull();
        JsonNode.DeepEquals(OwnMembers(result), listed["reads"]).Should().BeTrue("{0}", OwnMembers(result).ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void ReadResult_OfAnError_KeepsTheTextAndReadsNothing(string command)
    {
        var value = CommandList.Commands[command]["results"]!.AsArray()[0]!["value"]!.ToString();

        var result = Read(command, new RealTimeRequest { Command = command, CommandResult = value, CommandError = "0", Status = RealTimeCallStatus.Up });

        result.Error.Should().Be("0");
        result.RawResult.Should().Be(value);
        result.IsCallOver.Should().BeFalse();
        ShouldBeNothing(result);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void ReadResult_OfAHangupWithoutResult_ReadsNothing(string command)
    {
        var result = Read(command, new RealTimeRequest { Command = command, Status = RealTimeCallStatus.Hangup });

        result.IsCallOver.Should().BeTrue();
        result.RawResult.Should().BeEmpty();
        result.Error.Should().BeNull();
        ShouldBeNothing(result);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void ReadResult_OfAWordThatNobodyKnows_KeepsIt(string command)
    {
        var result = Read(command, new RealTimeRequest { Command = command, CommandResult = "WHATEVER", Status = RealTimeCallStatus.Up });

        result.RawResult.Should().Be("WHATEVER");
        if (result is RecordResult or CallRecordingResult or ConferenceResult)
            OwnMembers(result).Select(member => (string?)member.Value).Should().Equal("WHATEVER");
        else
            ShouldBeNothing(result);
    }

    [Fact]
    public void ReadResult_OfTheInterruptedFiles_DeliversWhatCameAlong()
    {
        Interrupted<ReadResult>("read").Digits.Should().Be("34");
        Interrupted<ReadResult>("read-without-result").Should().Match<ReadResult>(result => result.Digits == null && !result.IsTimeout);
        Interrupted<RecordResult>("record").MediaFile.Should().Be("rec-7f3a19c2");
        Interrupted<RecordResult>("record-without-result").MediaFile.Should().BeNull();
        Interrupted<DialoutResult>("dialout").IsNoAnswer.Should().BeFalse();
    }

    [Fact]
    public void ReadResult_OfTheFailedFiles_TellsTheError()
    {
        Failed<RecordResult>("error").Should().Match<RecordResult>(result => result.Error == "PROPERTY_VALUE_ERROR [params.silence]" && result.MediaFile == null);
        Failed<PlayResult>("error-and-result").Should().Match<PlayResult>(result => result.Error == "oops" && result.RawResult == "0" && !result.IsPlayed);
        Failed<PlayResult>("error-zero").Should().Match<PlayResult>(result => result.Error == "0" && !result.IsPlayed);
    }

    [Theory]
    [InlineData("0123456789*ABCD", "0123456789*ABCD")]
    [InlineData("", "")]
    [InlineData("12x", null)]
    [InlineData("timeout", null)]
    public void Digits_OfALiveCall_AreThoseOfTheResult(string result, string? digits) =>
        ((ReadResult)Read("read", new RealTimeRequest { Command = "read", CommandResult = result, Status = RealTimeCallStatus.Up })).Digits.Should().Be(digits);

    [Fact]
    public void Text_OfEveryResult_IsItsKindOnly()
    {
        foreach (var name in CommandList.Results.Keys)
        {
            var report = RequestFixture.Parse(name);
            var result = Read(report.Command, report);
            result.ToString().Should().Be(result.GetType().Name);
        }
    }

    private static T Interrupted<T>(string name)
        where T : RealTimeResult
    {
        var report = RequestFixture.Parse("interrupted/" + name);
        var result = Read(report.Command, report).Should().BeOfType<T>().Subject;
        result.IsCallOver.Should().BeTrue();
        return result;
    }

    private static T Failed<T>(string name)
        where T : RealTimeResult
    {
        var report = RequestFixture.Parse("failed/" + name);
        var result = Read(report.Command, report).Should().BeOfType<T>().Subject;
        result.IsCallOver.Should().BeFalse();
        return result;
    }

    private static RealTimeResult Read(string command, RealTimeRequest report)
    {
        var sample = CommandSamples.Full(command);
        var method = sample.GetType().GetMethod("ReadResult", BindingFlags.Instance | BindingFlags.NonPublic)!;
        return (RealTimeResult)method.Invoke(sample, [report])!;
    }

    private static void ShouldBeNothing(RealTimeResult result) =>
        OwnMembers(result).Where(member => member.Value?.ToString() is not (null or "" or "false")).Should().BeEmpty("of {0}", result);

    private static JsonObject OwnMembers(RealTimeResult result) => new(result.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .Select(property => KeyValuePair.Create(property.Name, JsonSerializer.SerializeToNode(property.GetValue(result), property.PropertyType))));
}
