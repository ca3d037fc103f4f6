using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>What is gathered becomes <c>read</c>, after what that cannot play itself.</summary>
public sealed class GatherTests
{
    private static readonly MediaSource Second = MediaSource.Silence(TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, (GatherRequest Request, string[] Commands)> Forms = new()
    {
        ["default"] = (new(), [Read("0")]),
        ["library"] = (new() { Prompt = [MediaSource.Library("7")] }, [Read("7")]),
        ["speech"] = (new() { Prompt = [MediaSource.Speech("Yes?")] }, [Read("\"TTS|TTS_EN-GB_SERENA|Yes?\"")]),
        ["all fields"] = (
            new() { Prompt = [MediaSource.Library("7")], Digits = new DigitOptions { Min = 2, Max = 4, Terminators = "#" }, MaxTries = 3, Timeout = TimeSpan.FromSeconds(5) },
            [Read("7", max: 4, attempts: 3, timeout: 5000)]),
        ["file"] = (new() { Prompt = [MediaSource.Library("rec-1")] }, ["""play_record {"media_file":"rec-1"}""", Read("0")]),
        ["several"] = (new() { Prompt = [MediaSource.Library("6"), Second, MediaSource.Library("7")] }, ["""play {"media_id":6}""", """wait {"wait":1}""", Read("7")]),
        ["silence last"] = (new() { Prompt = [MediaSource.Library("7"), Second] }, ["""play {"media_id":7}""", """wait {"wait":1}""", Read("0")]),
        ["properties"] = (
            new() { Prompt = [Second, MediaSource.Library("7")], AdditionalProperties = new JsonObject { ["timeout_ms"] = 7, ["x"] = true } },
            ["""wait {"wait":1}""", """read {"media_id":7,"max_digits":20,"attempts":1,"timeout_ms":7,"x":true}"""]),
    };

    private static readonly Dictionary<string, (GatherRequest Request, string[] Fields)> Wrong = new()
    {
        ["no digits"] = (new() { Digits = null }, ["Digits"]),
        ["another terminator"] = (Digits(new() { Terminators = "*" }), ["Digits.Terminators"]),
        ["two terminators"] = (Digits(new() { Terminators = "*#" }), ["Digits.Terminators"]),
        ["no terminator"] = (Digits(new() { Terminators = "" }), ["Digits.Terminators"]),
        ["no digit at most"] = (Digits(new() { Max = 0 }), ["Digits.Max"]),
        ["too many digits"] = (Digits(new() { Max = 21 }), ["Digits.Max"]),
        ["more than at most"] = (Digits(new() { Min = 5, Max = 4 }), ["Digits.Min"]),
        ["fewer than none"] = (Digits(new() { Min = -1 }), ["Digits.Min"]),
        ["no try"] = (new() { MaxTries = 0 }, ["MaxTries"]),
        ["too many tries"] = (new() { MaxTries = 11 }, ["MaxTries"]),
        ["too many tries of several"] = (new() { MaxTries = 11, Prompt = [Second] }, ["MaxTries"]),
        ["too brief"] = (new() { Timeout = TimeSpan.FromMilliseconds(99) }, ["Timeout"]),
        ["too long"] = (new() { Timeout = TimeSpan.FromMilliseconds(30_001) }, ["Timeout"]),
        ["a fraction"] = (new() { Timeout = TimeSpan.FromMilliseconds(100.5) }, ["Timeout"]),
        ["a prompt that cannot be played"] = (new() { Prompt = [Second, MediaSource.Ssml("<speak/>")] }, ["Prompt[1].IsSsml"]),
        ["all at once"] = (
            new()
            {
                Digits = new DigitOptions { Terminators = "*", Max = 21, Min = -1 },
                MaxTries = 0,
                Timeout = TimeSpan.Zero,
                Deadline = TimeSpan.Zero,
                Prompt = [MediaSource.Silence(), MediaSource.Speech("a|b")],
            },
            ["Digits.Terminators", "Digits.Max", "Digits.Min", "MaxTries", "Timeout", "Deadline", "Prompt[0]", "Prompt[1].Text"]),
    };

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task StartGather_OfEveryForm_PlaysWhatReadCannotAndReads(string form)
    {
        await using var line = Line.Ring();
        var starting = line.Vendor.Control.StartGatherAsync(line.Call, Forms[form].Request, Cancelled);

        for (var i = 0; i < Forms[form].Commands.Length - 1; i++)
        {
            (await line.CommandAsync()).Should().Be(Forms[form].Commands[i]);
            line.Done("0");
        }

        (await line.CommandAsync()).Should().Be(Forms[form].Commands[^1]);
        line.Done("123");
        (await (await starting).Completion.Soon()).Result!.Digits.Should().Be("123");
        await line.Vendor.Events.WaitForAsync<GatherEnded>();
        line.Vendor.Events.All.Should().NotContain(each => each is PlaybackEnded);
    }

    [Theory]
    [InlineData(4, null, "1234", GatherReason.InputComplete, "1234", null)]
    [InlineData(4, 4, "1234", GatherReason.InputComplete, "1234", null)]
    [InlineData(4, null, "12", GatherReason.Terminator, "12", "#")]
    [InlineData(4, 3, "12", GatherReason.Incomplete, "12", "#")]
    [InlineData(4, null, "", GatherReason.Incomplete, "", "#")]
    [InlineData(4, 0, "", GatherReason.Terminator, "", "#")]
    [InlineData(4, null, "*", GatherReason.Terminator, "*", "#")]
    [InlineData(1, null, "1", GatherReason.InputComplete, "1", null)]
    [InlineData(null, null, "12345678901234567890", GatherReason.InputComplete, "12345678901234567890", null)]
    [InlineData(4, null, "TIMEOUT", GatherReason.NoInput, "", null)]
    [InlineData(4, 0, "TIMEOUT", GatherReason.NoInput, "", null)]
    public async Task StartGather_EveryResult_CompletesWithIt(int? max, int? min, string result, GatherReason reason, string digits, string? terminator)
    {
        await using var line = Line.Ring();
        var gather = await line.GiveAsync(control => control.StartGatherAsync(line.Call, Digits(new() { Max = max, Min = min }), Cancelled));
        line.Done(result);

        var expected = new GatherResult { Reason = reason, Digits = digits, Terminator = terminator };
        (await gather.Completion.Soon()).Should().Be(OperationOutcome.Completed(expected));
        (await line.Vendor.Events.WaitForAsync<GatherEnded>()).Should().Match<GatherEnded>(ended => ended.Result == expected && ended.Operation == gather.Id);
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
    }

    [Theory]
    [InlineData("TIMEOUT", GatherReason.NoInput, 6)]
    [InlineData("55", GatherReason.Terminator, 4)]
    public async Task StartGather_OfSeveralTriesWithAPromptOfParts_PlaysItAgain(string second, GatherReason reason, int commands)
    {
        await using var line = Line.Ring();
        var starting = line.Vendor.Control.StartGatherAsync(line.Call, new GatherRequest { Prompt = [Second], MaxTries = 3 }, Cancelled);
        string[] results = ["0", "TIMEOUT", "0", second, "0", "TIMEOUT"];
        foreach (var result in results[..commands])
        {
            (await line.CommandAsync()).Should().Be(result == "0" ? """wait {"wait":1}""" : Read("0"));
            line.Done(result);
        }

        (await (await starting).Completion.Soon()).Result!.Reason.Should().Be(reason);
        line.IsAsking.Should().BeTrue();
        await line.Vendor.Events.WaitForAsync<GatherEnded>();
        line.Vendor.Events.All.OfType<GatherEnded>().Should().ContainSingle();
    }

    [Theory]
    [InlineData("read", "", "BAD_MEDIA", "BAD_MEDIA")]
    [InlineData("play_record", "1", "", null)]
    [InlineData("play_record", "", "NO_FILE", "NO_FILE")]
    public async Task StartGather_ThatFailsSomewhere_EndsThere(string command, string result, string error, string? code)
    {
        await using var line = Line.Ring();
        MediaSource[] prompt = command == "read" ? [] : [MediaSource.Library("rec-1")];
        var gather = await line.GiveAsync(control => control.StartGatherAsync(line.Call, new GatherRequest { Prompt = prompt, MaxTries = 2 }, Cancelled));
        line.Last.Command.Should().Be(command);
        line.Done(result, error);

        var outcome = await gather.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be(code);
        line.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task StartGather_ThatWaitsForKeysAsLongAsItMay_IsWaitedForLongEnough()
    {
        // Ten tries of half a minute, each after a prompt; the vendor may count the half minute anew for each of twenty keys.
        await using var line = Line.Ring();
        var gather = await line.GiveAsync(control => control.StartGatherAsync(
            line.Call, new GatherRequest { Prompt = [MediaSource.Speech("Yes?")], MaxTries = 10, Timeout = TimeSpan.FromSeconds(30) }, Cancelled));

        line.Vendor.Time.Advance(10 * 20 * TimeSpan.FromSeconds(30));
        line.Done("12");

        (await gather.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task StartGather_OfWhatTheVendorCannotGather_IsRefusedByTheFieldsNames(string wrong)
    {
        await using var line = Line.Ring();

        (await line.RefusalAsync(control => control.StartGatherAsync(line.Call, Wrong[wrong].Request, Cancelled))).Distinct().Should().BeEquivalentTo(Wrong[wrong].Fields);
    }

    private static GatherRequest Digits(DigitOptions digits) => new() { Digits = digits };

    private static string Read(string media, int max = 20, int attempts = 1, int timeout = 30_000) =>
        $$"""read {"media_id":{{media}},"max_digits":{{max}},"attempts":{{attempts}},"timeout_ms":{{timeout}}}""";
}
