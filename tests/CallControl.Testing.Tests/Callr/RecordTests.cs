namespace CallControl.Testing.Tests.Callr;

public sealed class RecordTests
{
    private const string FileName = "^\"record-[A-Za-z0-9]{32}\"$";

    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Record_ForItsLongest_Ends()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "record", """{"max_duration":5,"silence":0}""");
        await caller.WaitForRecordingAsync(Token);

        await caller.PressAsync("123*", Token);
        callr.Advance(4999);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "record")).Result.Should().MatchRegex(FileName);
    }

    [Fact]
    public async Task Record_AfterTheSilence_Ends()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "record", """{"max_duration":60,"silence":3}""");

        callr.Advance(2000);
        await caller.SayAsync("It is about my order.", Token);
        callr.Advance(3599);
        callr.Server.All.Should().HaveCount(2);
        callr.Advance(1);

        (await callr.ReportAsync(caller, "record")).Result.Should().MatchRegex(FileName);
    }

    [Theory]
    [InlineData(CallrEmulatorInterruption.KnownResult, FileName)]
    [InlineData(CallrEmulatorInterruption.NoResult, "^\"\"$")]
    public async Task HangUp_DuringRecord_TellsTheFileAsTheOptionSays(CallrEmulatorInterruption interruption, string result)
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), InterruptedResults = interruption,
        });
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "record", """{"max_duration":60,"silence":0}""");

        await caller.HangUpAsync(Token);

        var last = await callr.ReportAsync(caller, "record");
        last.Status.Should().Be("HANGUP");
        last.Result.Should().MatchRegex(result);
    }

    [Fact]
    public async Task Library_FromARecording_PlaysOnceItIsReady()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "record", """{"max_duration":7,"silence":0}""");
        callr.Advance(7000);
        var recorded = await callr.ReportAsync(caller, "record");

        var id = (await callr.RpcAsync("media/library.create", """["greeting"]""")).GetInt32();
        (await callr.RpcAsync("media/library.get", $"[{id}]")).GetProperty("status").GetString().Should().Be("PENDING_CONTENT");
        (await callr.RpcAsync("media/library.set_content_from_recording", $"[{id},{recorded.Result}]")).GetBoolean().Should().BeTrue();
        (await callr.RpcAsync("media/library.get", $"[{id}]")).GetProperty("status").GetString().Should().Be("PROCESSING");
        callr.Emulator.Library.DurationOf(id).Should().BeNull();
        callr.Advance(20);

        var media = await callr.RpcAsync("media/library.get", $"[{id}]");
        (media.GetProperty("status").GetString(), media.GetProperty("duration").GetInt32()).Should().Be(("READY", 7));
        callr.Emulator.Library.DurationOf(id).Should().Be(TimeSpan.FromSeconds(7));
        callr.Emulator.Library.NameOf(id).Should().Be("greeting");
    }

    [Fact]
    public async Task CallRecording_StartAndStop_TellTheSameHash()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Library.Add(42, TimeSpan.FromSeconds(2));
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "start_call_recording", """
            {"announce":42,"feeds":"leg_a","pii":false,"sentiment":true,"ner":true,"locale":"en_US"}
            """);
        await caller.WaitForPlaybackAsync(Token);
        callr.Advance(2000);
        await caller.WaitForRecordingAsync(Token);
        var started = await callr.ReportAsync(caller, "start_call_recording");

        started.Reply("start_call_recording", 2, """{"announce":0}""");
        var refused = await callr.ReportAsync(caller, "start_call_recording");
        refused.Error.Should().Be("ALREADY_RECORDING");
        refused.Reply("stop_call_recording", 3, """{"announce":0}""");

        var stopped = await callr.ReportAsync(caller, "stop_call_recording");
        stopped.Result.Should().Be(started.Result).And.MatchRegex("^\"[A-Z0-9]{8}\"$");
    }
}
