using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>Every operation ends, once, whatever the vendor says or leaves unsaid.</summary>
public sealed class OutcomeTests
{
    private static readonly Dictionary<string, Func<ICallControl, CallId, TimeSpan?, Task<CallOperation>>> Kinds = new()
    {
        ["answer"] = async (control, call, deadline) => await control.AnswerAsync(call, new AnswerRequest { Deadline = deadline }, Cancelled),
        ["playback"] = async (control, call, deadline) =>
            await control.StartPlaybackAsync(call, new PlaybackRequest { Sources = [MediaSource.Library("1")], Deadline = deadline }, Cancelled),
        ["list"] = async (control, call, deadline) =>
            await control.StartPlaybackAsync(call, new PlaybackRequest { Sources = [MediaSource.Library("1"), MediaSource.Library("2")], Deadline = deadline }, Cancelled),
        ["gather"] = async (control, call, deadline) => await control.StartGatherAsync(call, new GatherRequest { Deadline = deadline }, Cancelled),
        ["prompt"] = async (control, call, deadline) =>
            await control.StartGatherAsync(call, new GatherRequest { Prompt = [MediaSource.Library("rec-1")], Deadline = deadline }, Cancelled),
        ["message"] = async (control, call, deadline) =>
            await control.StartRecordingAsync(call, new RecordingRequest { MaxDuration = TimeSpan.FromMinutes(1), Deadline = deadline }, Cancelled),
        ["recording"] = async (control, call, deadline) => await control.StartRecordingAsync(call, new RecordingRequest { Deadline = deadline }, Cancelled),
        ["transfer"] = async (control, call, deadline) =>
            await control.TransferAsync(call, new TransferRequest { To = Destination.Phone("+33622222222"), Deadline = deadline }, Cancelled),
    };

    public static TheoryData<string> KindNames => [.. Kinds.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("answer", "", "", "")]
    [InlineData("answer", "0", "", "")]
    [InlineData("answer", "", "E", "")]
    [InlineData("playback", "", "", "")]
    [InlineData("playback", "0", "", "")]
    [InlineData("playback", "1", "", "")]
    [InlineData("playback", "", "E", "")]
    [InlineData("list", "0", "", "")]
    [InlineData("list", "1", "", "")]
    [InlineData("gather", "", "", "")]
    [InlineData("gather", "12", "", "12")]
    [InlineData("gather", "TIMEOUT", "", "")]
    [InlineData("gather", "", "E", "")]
    [InlineData("prompt", "", "", "")]
    [InlineData("prompt", "1", "", "")]
    [InlineData("message", "", "", "")]
    [InlineData("message", "rec-1", "", "rec-1")]
    [InlineData("message", "", "E", "")]
    [InlineData("recording", "", "", "")]
    [InlineData("recording", "HASH0001", "", "HASH0001")]
    [InlineData("recording", "", "E", "")]
    [InlineData("transfer", "", "", "")]
    [InlineData("transfer", "NOANSWER", "", "")]
    [InlineData("transfer", "", "E", "")]
    public async Task Operation_DuringWhichTheCallEnds_EndsWithItAndWithWhatCameAlong(string kind, string result, string error, string expected)
    {
        await using var line = Line.Ring();
        var operation = await line.GiveAsync(control => Kinds[kind](control, line.Call, null));

        await line.HangUpAsync(result, error);

        (await EndOfAsync(operation)).Should().Be((OperationEnd.CallEnded, expected));
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Operation_ThatTheVendorCannotCarryOut_Fails(string kind)
    {
        // An answer does not depend on how its command fares once the call is up.
        await using var line = Line.Ring();
        var operation = await line.GiveAsync(control => Kinds[kind](control, line.Call, null));
        line.Done("", "E");

        (await EndOfAsync(operation)).End.Should().Be(kind == "answer" ? OperationEnd.Completed : OperationEnd.Failed);
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
        await NextIsTakenAsync(line);
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Operation_OfWhichNothingIsHeard_TimesOutAndALateReportDoesNoHarm(string kind)
    {
        await using var line = Line.Ring();
        var operation = await line.GiveAsync(control => Kinds[kind](control, line.Call, TimeSpan.FromSeconds(10)));

        line.Vendor.Time.Advance(TimeSpan.FromSeconds(9.999));
        Completion(operation).IsCompleted.Should().BeFalse();
        line.Vendor.Time.Advance(TimeSpan.FromSeconds(0.001));

        (await EndOfAsync(operation)).End.Should().Be(OperationEnd.TimedOut);
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
        line.Done("0");

        // What is left of it is not done any more.
        await NextIsTakenAsync(line);
        (await EndOfAsync(operation)).End.Should().Be(OperationEnd.TimedOut);
        line.Vendor.Logs.Lines.Should().NotContain(logged => logged.StartsWith("Error", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Operation_WhoseCommandTheVendorHasPassedOver_Fails(string kind)
    {
        await using var line = Line.Ring();
        var operation = await line.GiveAsync(control => Kinds[kind](control, line.Call, TimeSpan.FromSeconds(10)));

        // It reports on something that it was never given.
        var asked = line.Vendor.PostAsync(line.Vendor.Report("UP", "wait", 999, "0"));
        var tones = line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        (await asked.Soon()).Command.Should().Be("send_dtmf");
        await tones.Soon();
        await line.Vendor.Events.WaitForAsync<CallAnswered>();

        (await EndOfAsync(operation)).End.Should().Be(kind == "answer" ? OperationEnd.Completed : OperationEnd.Failed);
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Command_ThatTheVendorHasPassedOver_IsToldToWhoWaitsForIt()
    {
        await using var line = Line.Ring();
        var waiting = line.Vendor.RealTime.ExecuteAsync(line.Call, new WaitCommand { Seconds = 3 }, Cancelled);
        await line.NextAsync();

        _ = line.Vendor.PostAsync(line.Vendor.Report("UP", "wait", 999, "0"));

        (await FluentActions.Awaiting(() => waiting.Soon()).Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Operation_GivenUpBeforeItsTurn_IsForgotten(string kind)
    {
        await using var line = Line.Ring();
        var held = await line.GiveAsync(control => Kinds["gather"](control, line.Call, null));
        using var givesUp = new CancellationTokenSource();
        var starting = kind switch
        {
            "answer" => line.Vendor.Control.AnswerAsync(line.Call, new AnswerRequest(), givesUp.Token),
            "playback" or "list" => line.Vendor.Control.StartPlaybackAsync(line.Call, new PlaybackRequest { Sources = [MediaSource.Library("1")] }, givesUp.Token),
            "gather" or "prompt" => line.Vendor.Control.StartGatherAsync(line.Call, new GatherRequest(), givesUp.Token),
            "message" or "recording" => line.Vendor.Control.StartRecordingAsync(line.Call, new RecordingRequest(), givesUp.Token),
            _ => (Task)line.Vendor.Control.TransferAsync(line.Call, new TransferRequest { To = Destination.Phone("+33622222222") }, givesUp.Token),
        };
        line.Vendor.Operations.Pending("callr", line.Call).Should().HaveCount(2);

        await givesUp.CancelAsync();

        await FluentActions.Awaiting(() => starting.Soon()).Should().ThrowAsync<OperationCanceledException>();
        line.Vendor.Operations.Pending("callr", line.Call).Should().ContainSingle().Which.Id.Should().Be(held.Id);
        line.Done("12");
        (await EndOfAsync(held)).End.Should().Be(OperationEnd.Completed);
        await NextIsTakenAsync(line);
    }

    [Theory]
    [MemberData(nameof(KindNames))]
    public async Task Operation_WhoseCallEndsBeforeItsTurn_IsRefusedAndForgotten(string kind)
    {
        await using var line = Line.Ring();
        await line.GiveAsync(control => Kinds["gather"](control, line.Call, null));
        var starting = Kinds[kind](line.Vendor.Control, line.Call, null);

        await line.HangUpAsync();

        (await FluentActions.Awaiting(() => starting.Soon()).Should().ThrowAsync<CallEndedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        await line.Vendor.Events.OfAsync(line.Call);
        line.Vendor.Operations.Pending("callr", line.Call).Should().BeEmpty();
        await FluentActions.Awaiting(() => Kinds[kind](line.Vendor.Control, line.Call, null).Soon()).Should().ThrowAsync<CallEndedException>();
    }

    [Fact]
    public async Task Commands_MoreThanMayWait_AreRefused()
    {
        await using var line = Line.Ring();
        await line.GiveAsync(control => Kinds["gather"](control, line.Call, null));
        var waiting = Enumerable.Range(0, 64).Select(_ => line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled)).ToList();

        var playback = () => Kinds["playback"](line.Vendor.Control, line.Call, null);

        (await playback.Should().ThrowAsync<CommandRejectedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        line.Vendor.Operations.Pending("callr", line.Call).Should().ContainSingle();
        waiting.Should().OnlyContain(each => !each.IsCompleted);
    }

    private static async Task NextIsTakenAsync(Line line)
    {
        var tones = line.Vendor.Control.SendDtmfAsync(line.Call, new DtmfRequest { Digits = "1" }, Cancelled);
        (await line.NextAsync()).Command.Should().Be("send_dtmf");
        await tones.Soon();
    }

    private static Task Completion(CallOperation operation) => operation switch
    {
        AnswerOperation answer => answer.Completion,
        PlaybackOperation playback => playback.Completion,
        GatherOperation gather => gather.Completion,
        RecordingOperation recording => recording.Completion,
        TransferOperation transfer => transfer.Completion,
        _ => throw new ArgumentException("Another kind.", nameof(operation)),
    };

    // How it ended, and what it yielded in one word.
    private static async Task<(OperationEnd End, string Yield)> EndOfAsync(CallOperation operation)
    {
        await Completion(operation).Soon();
        return operation switch
        {
            AnswerOperation answer => (answer.Completion.Result.End, ""),
            PlaybackOperation playback => (playback.Completion.Result.End, ""),
            GatherOperation gather => (gather.Completion.Result.End, gather.Completion.Result.Result?.Digits ?? ""),
            RecordingOperation recording => (recording.Completion.Result.End, recording.Completion.Result.Result?.Recording?.Value ?? ""),
            _ => (((TransferOperation)operation).Completion.Result.End, ""),
        };
    }
}
