using System.Text.Json.Nodes;
using CallControl.Callr.Tests.RealTime;

namespace CallControl.Callr.Tests.Adapter;

/// <summary>Without limits a recording is of the whole call; with them it is a message.</summary>
public sealed class RecordingTests
{
    private static readonly Dictionary<string, (RecordingRequest Request, string[] Fields)> Wrong = new()
    {
        ["nothing"] = (new() { MaxDuration = TimeSpan.Zero }, ["MaxDuration"]),
        ["too long"] = (new() { MaxDuration = TimeSpan.FromSeconds(301) }, ["MaxDuration"]),
        ["too much silence"] = (new() { EndSilence = TimeSpan.FromSeconds(21) }, ["EndSilence"]),
        ["no silence"] = (new() { EndSilence = TimeSpan.Zero }, ["EndSilence"]),
        ["a fraction"] = (new() { MaxDuration = TimeSpan.FromSeconds(1.5) }, ["MaxDuration"]),
        ["all at once"] = (
            new() { MaxDuration = TimeSpan.FromSeconds(-1), EndSilence = TimeSpan.FromSeconds(20.5), Deadline = TimeSpan.Zero },
            ["MaxDuration", "EndSilence", "Deadline"]),
    };

    private static readonly Dictionary<string, (RecordingRequest Request, string Command)> Forms = new()
    {
        ["message"] = (Message(), """record {"max_duration":300,"silence":0}"""),
        ["message that silence ends"] = (new() { EndSilence = TimeSpan.FromSeconds(20) }, """record {"max_duration":0,"silence":20}"""),
        ["message with both"] = (
            new() { MaxDuration = TimeSpan.FromSeconds(1), EndSilence = TimeSpan.FromSeconds(1), AdditionalProperties = new JsonObject { ["x"] = 1 } },
            """record {"max_duration":1,"silence":1,"x":1}"""),
        ["call"] = (new(), """start_call_recording {"announce":0,"feeds":"both","locale":""}"""),
        ["call with properties"] = (
            new() { AdditionalProperties = new JsonObject { ["feeds"] = "leg_a" } }, """start_call_recording {"announce":0,"feeds":"leg_a","locale":""}"""),
    };

    public static TheoryData<string> WrongNames => [.. Wrong.Keys];

    public static TheoryData<string> FormNames => [.. Forms.Keys];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task StartRecording_OfEveryForm_IsOneCommand(string form)
    {
        await using var line = Line.Ring();
        var recording = await line.GiveAsync(control => control.StartRecordingAsync(line.Call, Forms[form].Request, Cancelled));

        line.Sent.Should().Be(Forms[form].Command);
        recording.Completion.IsCompleted.Should().BeFalse();
    }

    [Theory]
    [MemberData(nameof(WrongNames))]
    public async Task StartRecording_OfWhatTheVendorCannotRecord_IsRefusedByTheFieldsNames(string wrong)
    {
        await using var line = Line.Ring();

        (await line.RefusalAsync(control => control.StartRecordingAsync(line.Call, Wrong[wrong].Request, Cancelled))).Distinct().Should().BeEquivalentTo(Wrong[wrong].Fields);
    }

    [Fact]
    public async Task Recording_OfAMessage_CompletesWithItsFile()
    {
        await using var line = Line.Ring();
        var recording = await line.GiveAsync(control => control.StartRecordingAsync(line.Call, Message(), Cancelled));
        line.Done("rec-7f3a19c2");

        (await recording.Completion.Soon()).Result!.Recording.Should().Be(new RecordingId("rec-7f3a19c2"));
        (await line.Vendor.Events.WaitForAsync<RecordingCompleted>()).Operation.Should().Be(recording.Id);
        line.Vendor.Events.All.Should().NotContain(each => each is RecordingStarted);
    }

    [Fact]
    public async Task Stop_OfAMessage_IsRefused()
    {
        await using var line = Line.Ring();
        var recording = await line.GiveAsync(control => control.StartRecordingAsync(line.Call, Message(), Cancelled));

        (await FluentActions.Awaiting(() => recording.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.RecordingStop);

        line.Done("rec-1");
        await recording.Completion.Soon();
        await recording.StopAsync(Cancelled);
        line.IsAsking.Should().BeTrue();
    }

    [Theory]
    [InlineData("HASH0002", "HASH0002")]
    [InlineData("", "HASH0001")]
    public async Task Stop_OfACallRecording_CompletesItWithItsHash(string told, string hash)
    {
        await using var line = await StartAsync("HASH0001");
        var recording = line.Recording;
        var stops = Task.WhenAll(recording.StopAsync(Cancelled), recording.StopAsync(Cancelled));

        (await line.Line.CommandAsync()).Should().Be("""stop_call_recording {"announce":0}""");
        await stops.Soon();
        recording.Completion.IsCompleted.Should().BeFalse("the vendor has not said that it is over");
        line.Line.Done(told);

        (await recording.Completion.Soon()).Should().Be(OperationOutcome.Completed(new RecordingResult { Recording = new RecordingId(hash) }));
        line.Line.IsAsking.Should().BeTrue("it is stopped once");
        await recording.StopAsync(Cancelled);
        line.Line.IsAsking.Should().BeTrue("nothing is left to be stopped");
    }

    [Fact]
    public async Task Recording_OfACall_GoesOnBesideOtherCommands()
    {
        await using var line = await StartAsync("HASH0001");

        await line.Line.GiveAsync(control => control.StartGatherAsync(line.Line.Call, new GatherRequest(), Cancelled));

        line.Line.Last.Command.Should().Be("read");
        line.Recording.Completion.IsCompleted.Should().BeFalse();
        await line.Line.HangUpAsync();
        (await line.Recording.Completion.Soon()).Should().Be(OperationOutcome.CallEnded(new RecordingResult { Recording = new RecordingId("HASH0001") }));
    }

    [Fact]
    public async Task Recording_ThatCannotBegin_Fails()
    {
        await using var line = Line.Ring();
        var recording = await line.GiveAsync(control => control.StartRecordingAsync(line.Call, new RecordingRequest(), Cancelled));
        line.Done("", "NO_QUOTA");

        var outcome = await recording.Completion.Soon();
        (outcome.End, outcome.Failure!.Code).Should().Be((OperationEnd.Failed, "NO_QUOTA"));
        (await line.Vendor.Events.WaitForAsync<RecordingFailed>()).Operation.Should().Be(recording.Id);
        line.Vendor.Events.All.Should().NotContain(each => each is RecordingStarted);
        await recording.StopAsync(Cancelled);
        line.IsAsking.Should().BeTrue();
    }

    [Fact]
    public async Task Recording_ThatCannotBeStopped_FailsAndKeepsItsHash()
    {
        await using var line = await StartAsync("HASH0001");
        var stop = line.Recording.StopAsync(Cancelled);
        await line.Line.NextAsync();
        line.Line.Done("", "NOT_RECORDING");

        var outcome = await line.Recording.Completion.Soon();
        (outcome.End, outcome.Failure!.Code, outcome.Result!.Recording!.Value.Value).Should().Be((OperationEnd.Failed, "NOT_RECORDING", "HASH0001"));
        await stop.Soon();
    }

    private static RecordingRequest Message() => new() { MaxDuration = TimeSpan.FromSeconds(300) };

    private static async Task<Recorded> StartAsync(string hash)
    {
        var line = Line.Ring();
        var recording = await line.GiveAsync(control => control.StartRecordingAsync(line.Call, new RecordingRequest(), Cancelled));
        line.Done(hash);
        (await line.Vendor.Events.WaitForAsync<RecordingStarted>()).Operation.Should().Be(recording.Id);
        return new Recorded(line, recording);
    }

    private sealed record Recorded(Line Line, RecordingOperation Recording) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Line.DisposeAsync();
    }
}
