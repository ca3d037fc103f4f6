namespace CallControl.Testing.Tests.Callr;

public sealed class ReplyTests
{
    private const string Valid = """{"command":"wait","command_id":4,"params":{"wait":1},"variables":{}}""";

    private static CancellationToken Token => Deadline.Token;

    /// <summary>What no command can be made of, and how the emulator says so.</summary>
    public static TheoryData<int, string, string> Bad => new()
    {
        { 500, Valid, "status is 500" },
        { 204, "", "status is 204" },
        { 302, "", "status is 302" },
        { 200, "", "no JSON object" },
        { 200, "{", "no JSON object" },
        { 200, "[]", "no JSON object" },
        { 200, "{}", "names no command" },
        { 200, """{"command":1}""", "names no command" },
        { 200, """{"command":"end","command_id":4,"params":{},"variables":{}}""", "does not know" },
    };

    /// <summary>What a command can be made of, but not carried out.</summary>
    public static TheoryData<string, string> Faulty => new()
    {
        { """{"command":"wait","params":{"wait":1},"variables":{}}""", "PROPERTY_TYPE_ERROR [command_id]" },
        { """{"command":"wait","command_id":null,"params":{"wait":1},"variables":{}}""", "PROPERTY_TYPE_ERROR [command_id]" },
        { """{"command":"wait","command_id":4,"params":{"wait":1}}""", "PROPERTY_TYPE_ERROR [variables]" },
        { """{"command":"wait","command_id":4,"params":{"wait":1},"variables":[]}""", "PROPERTY_TYPE_ERROR [variables]" },
        { """{"command":"hangup","command_id":4,"params":[],"variables":{}}""", "PROPERTY_TYPE_ERROR [params]" },
        { """{"command":"hangup","command_id":4,"variables":{}}""", "PROPERTY_TYPE_ERROR [params]" },
        { """{"command":"hangup","command_id":4,"params":{"x":1},"variables":{}}""", "PROPERTY_UNKNOWN_ERROR [x]" },
        { """{"command":"hangup","command_id":4,"params":{},"variables":{},"comment":""}""", "PROPERTY_UNKNOWN_ERROR [comment]" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task BadReply_ByDefault_EndsTheCallWithThePreviousCommand(int status, string text, string problem)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Answer(status, text);

        var last = await callr.ReportAsync(caller, "play");
        (last.Status, last.Id, last.Result, last.Error).Should().Be(("HANGUP", "0", "\"\"", ""));
        caller.HasEnded.Should().BeTrue();
        var error = callr.Emulator.ScriptErrors.Single();
        (error.Session, error.Timestamp).Should().Be((caller.SessionId, callr.Clock.GetUtcNow()));
        error.Message.Should().Contain(problem);
    }

    [Fact]
    public async Task BadReply_WithReportError_IsToldThreeTimes()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { OnBadReply = CallrEmulatorBadReply.ReportError });
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Answer(500);
        var first = await callr.ReportAsync(caller, "play");
        (first.Status, first.Error).Should().Be(("UP", "INVALID_RESPONSE"));
        first.Reply("juggle", 8);
        var second = await callr.ReportAsync(caller, "juggle");
        (second.Id, second.Error).Should().Be(("8", "INVALID_RESPONSE"));
        second.Answer(200, "nothing");

        (await callr.ReportAsync(caller, "juggle")).Status.Should().Be("HANGUP");
        callr.Emulator.ScriptErrors.Should().HaveCount(3);
    }

    [Fact]
    public async Task BadReply_ThenAGoodOne_GoesOn()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { OnBadReply = CallrEmulatorBadReply.ReportError });
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        (await callr.NextAsync(caller)).Answer(500);
        var again = await callr.NextAsync(caller);
        (again.Status, again.Error).Should().Be(("INCOMING_CALL", "INVALID_RESPONSE"));
        again.Reply("play", 1, """{"media_id":0}""");

        (await callr.ReportAsync(caller, "play")).Result.Should().Be("\"0\"");
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task FaultyReply_Always_IsToldAndTheCallGoesOn(string text, string problem)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Answer(200, text);

        var post = await callr.NextAsync(caller);
        (post.Status, post.Error, post.Result).Should().Be(("UP", problem, "\"\""));
        caller.HasEnded.Should().BeFalse();
        callr.Emulator.ScriptErrors.Single().Message.Should().StartWith(problem);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/json-rpc")]
    [InlineData(null)]
    public async Task ContentType_ThatIsNoJson_IsToldAndTheCallGoesOn(string? type)
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Answer(200, Valid, type);

        (await callr.ReportAsync(caller, "wait")).Error.Should().Be("INVALID_CONTENT_TYPE");
        callr.Emulator.ScriptErrors.Single().Method.Should().Be("wait");
    }

    [Fact]
    public async Task ContentType_WithACharset_IsTaken()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();

        (await callr.NextAsync(caller)).Answer(200, Valid, "application/json; charset=utf-8");
        await callr.Emulator.WaitForIdleAsync(Token);
        callr.Advance(1000);

        (await callr.ReportAsync(caller, "wait")).Result.Should().Be("\"0\"");
    }

    [Fact]
    public async Task FaultyReplies_WithoutEnd_EndTheCall()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Server.AutoReply = post => post.Status is "HANGUP" ? "" : """{"command":"play","command_id":1,"params":{},"variables":{}}""";

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        await caller.WaitForEndAsync(Token);
        await callr.Emulator.WaitForIdleAsync(Token);
        callr.Server.All.Should().HaveCount(26);
    }

    [Fact]
    public async Task Reply_JustInTime_Counts()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var post = await callr.NextAsync(caller);

        callr.Advance(4999);
        post.Answer(200, Valid);
        await callr.Emulator.WaitForIdleAsync(Token);

        caller.HasEnded.Should().BeFalse();
        callr.Emulator.LateReplies.Should().Be(0);
        callr.Emulator.SlowestReply.Should().Be(TimeSpan.FromMilliseconds(4999));
    }

    [Fact]
    public async Task Reply_TooLate_EndsTheCall()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var post = await callr.NextAsync(caller);

        callr.Advance(5000);
        var last = await callr.ReportAsync(caller, "play");
        post.Answer(200, Valid);

        last.Status.Should().Be("HANGUP");
        callr.Emulator.LateReplies.Should().Be(1);
        callr.Emulator.SlowestReply.Should().Be(TimeSpan.FromSeconds(5));
        callr.Emulator.ScriptErrors.Single().Message.Should().Contain("in time");
    }

    [Fact]
    public async Task Reply_NeverOnAStandingClock_IsGivenUpInRealTime()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions
        {
            TimeProvider = new ManualTimeProvider(), SafetyLimit = TimeSpan.FromMilliseconds(50),
        });
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        await callr.NextAsync(caller);

        await caller.WaitForEndAsync(Token);

        callr.Emulator.LateReplies.Should().BeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_EndsTheCall()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.RealTimeUrl = new Uri("http://127.0.0.1:9/rt");

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.WaitForEndAsync(Token);
        await callr.Emulator.WaitForIdleAsync(Token);

        callr.Emulator.ScriptErrors[0].Message.Should().Contain("no reply");
        callr.Emulator.DeadLetters.Single().LastStatusCode.Should().Be(0);
        callr.Emulator.LateReplies.Should().Be(0);
    }
}
