using System.Globalization;

namespace CallControl.Testing.Tests.Callr;

public sealed class LoopTests
{
    private static readonly string[] Members =
    [
        "app", "callid", "request_hash", "cli_name", "cli_number", "date_started", "number", "command", "command_id", "command_result",
        "command_error", "call_status", "cdr_field", "variables",
    ];

    private static CancellationToken Token => Deadline.Token;

    /// <summary>The worked example of the vendor's protocol, from the first POST to the last.</summary>
    [Fact]
    public async Task WholeCall_OfTheExample_SpeaksItsJson()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse("2012-01-09T17:27:55Z", CultureInfo.InvariantCulture));
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { TimeProvider = clock });
        callr.Emulator.Callees.Default = CalleeBehavior.NoAnswer;
        var caller = await callr.Emulator.PlaceCallAsync("+33611111111", "+33199000000", cancellationToken: Token);
        string Expected(string command, int id, string result, string status, string variables) =>
            $$"""
            {"app":"{{callr.Emulator.App}}","callid":421889,"request_hash":null,"cli_name":"","cli_number":"+33611111111",
            "date_started":"2012-01-09 17:27:55","number":"+33199000000","command":"{{command}}","command_id":{{id}},
            "command_result":"{{result}}","command_error":"","call_status":"{{status}}","cdr_field":"","variables":{{variables}}}
            """.ReplaceLineEndings("");

        var first = await callr.NextAsync(caller);
        first.Body.Should().Be(Expected("", 0, "", "INCOMING_CALL", "{}"));
        first.Answer(200, """
            {"command":"read","command_id":1,"params":{"media_id":"TTS|TTS_EN-GB_SERENA|Press one","max_digits":1,
             "attempts":2,"timeout_ms":5000},"variables":{"step":"menu"}}
            """);
        await caller.WaitForPromptAsync(Token);
        await caller.PressAsync("1", Token);

        var second = await callr.NextAsync(caller);
        second.Body.Should().Be(Expected("read", 1, "1", "UP", """{"step":"menu"}"""));
        second.Answer(200, """
            {"command":"dialout","command_id":2,"params":{"targets":[{"number":"+33622222222","timeout":20}],"cli":"BLOCKED",
             "ringtone":"RING","whisper":0,"cdr_field":"order42"},"variables":{"step":"transfer"}}
            """);
        await callr.Emulator.WaitForDialAsync("+33622222222", Token);
        callr.Advance(20_000);

        var third = await callr.NextAsync(caller);
        third.Body.Should().Be(Expected("dialout", 2, "NOANSWER", "UP", """{"step":"transfer"}"""));
        third.Answer(200, """{"command":"hangup","command_id":3,"params":{},"variables":{}}""");

        var last = await callr.NextAsync(caller);
        last.Body.Should().Be(Expected("hangup", 3, "", "HANGUP", "{}"));
        last.Answer(200, type: null);
        await callr.Emulator.WaitForIdleAsync(Token);
        caller.HangupCause.Should().Be("HANGUP");
        callr.Emulator.ScriptErrors.Should().BeEmpty();
        callr.Emulator.DeadLetters.Should().BeEmpty();
    }

    [Fact]
    public async Task Post_Always_HasTheFourteenMembersAndPlainHeaders()
    {
        await using var callr = await CallrHarness.StartAsync();

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        var post = await callr.NextAsync(caller);
        post.Json.EnumerateObject().Select(member => member.Name).Should().Equal(Members);
        post.Headers.Keys.Should().BeEquivalentTo("Accept", "Authorization", "Content-Length", "Content-Type", "Host");
        post.Headers["Accept"].Should().Be("*/*");
        post.Headers["Content-Type"].Should().Be("application/json");
        post.Headers["Authorization"].Should().Be("Basic Y2FsbHI6Y2FsbHItcmVhbHRpbWUtcGFzc3dvcmQ=");
    }

    [Fact]
    public async Task Post_WithoutALogin_HasNoAuthorization()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.RealTimeLogin = "";

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        (await callr.NextAsync(caller)).Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public async Task Echo_OfIdAndVariables_IsWhatWasSent()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        (await callr.NextAsync(caller)).Answer(200, """
            {"command":"play","command_id":"menu é","params":{"media_id":0},"variables":{"b":[1, 2.50],"a":{"x":null}}}
            """);

        var post = await callr.NextAsync(caller);
        post.Id.Should().Be("\"menu é\"");
        post.Variables.Should().Be("""{"b":[1, 2.50],"a":{"x":null}}""");
    }

    [Fact]
    public async Task CallId_AboveTheLargestSignedNumber_IsWrittenInFull()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { FirstCallId = 9_999_999_999_999_999_999 });

        var caller = await callr.Emulator.PlaceCallAsync("", cancellationToken: Token);

        var post = await callr.NextAsync(caller);
        post.Json.GetProperty("callid").GetRawText().Should().Be("9999999999999999999");
        post.Json.GetProperty("cli_number").GetString().Should().BeEmpty();
    }

    [Fact]
    public async Task EmptyVariables_AsAList_AreOne()
    {
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { EmptyVariablesAsList = true });
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        var first = await callr.NextAsync(caller);
        first.Reply("play", 1, """{"media_id":0}""", variables: "{ }");

        first.Variables.Should().Be("[]");
        (await callr.NextAsync(caller)).Variables.Should().Be("[]");
    }

    [Fact]
    public async Task FirstCommand_ButHangup_AnswersTheCall()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        caller.IsAnswered.Should().BeFalse();

        (await callr.NextAsync(caller)).Reply("wait", 1, """{"wait":1}""");

        await caller.WaitForAnswerAsync(Token);
    }

    [Fact]
    public async Task FirstCommand_Hangup_EndsTheCallUnanswered()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        (await callr.NextAsync(caller)).Reply("hangup", 1);

        await caller.WaitForEndAsync(Token);
        caller.IsAnswered.Should().BeFalse();
        var last = await callr.NextAsync(caller);
        (last.Status, last.Command, last.Id).Should().Be(("HANGUP", "hangup", "1"));
    }

    [Fact]
    public async Task HangUp_WhileAReplyIsAwaited_IsToldAfterIt()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var awaited = await callr.NextAsync(caller);

        await caller.HangUpAsync(Token);
        callr.Server.All.Should().HaveCount(2);
        awaited.Reply("wait", 5, """{"wait":30}""", """{"kept":1}""");

        var last = await callr.NextAsync(caller);
        (last.Status, last.Command, last.Id, last.Result, last.Variables).Should().Be(("HANGUP", "wait", "5", "\"\"", """{"kept":1}"""));
    }

    [Fact]
    public async Task HangUp_BeforeTheFirstReply_IsToldWithItsCommand()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        var first = await callr.NextAsync(caller);

        await caller.HangUpAsync(Token);
        first.Answer(500);

        var last = await callr.NextAsync(caller);
        (last.Status, last.Command, last.Id).Should().Be(("HANGUP", "", "0"));
        callr.Emulator.ScriptErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task Reply_ToTheEnd_IsNotCarriedOut()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "wait", """{"wait":30}""");
        await caller.HangUpAsync(Token);

        (await callr.NextAsync(caller)).Reply("play", 9, """{"media_id":0}""");
        await callr.Emulator.WaitForIdleAsync(Token);

        callr.Server.All.Should().HaveCount(3);
        callr.Emulator.ScriptErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task End_NotAnsweredWith200_IsPutAside()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "wait", """{"wait":30}""");
        await caller.HangUpAsync(Token);

        (await callr.NextAsync(caller)).Answer(503);
        await callr.Emulator.WaitForIdleAsync(Token);

        var letter = callr.Emulator.DeadLetters.Single();
        (letter.Name, letter.Session, letter.LastStatusCode).Should().Be(("HANGUP", caller.SessionId, 503));
        callr.Emulator.ScriptErrors.Single().Message.Should().Contain("200");
    }

    [Fact]
    public async Task RealTimeUrl_NotSet_EndsTheCall()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.RealTimeUrl = null;

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        await caller.WaitForEndAsync(Token);
        callr.Emulator.ScriptErrors.Single().Message.Should().Contain("address");
        callr.Server.All.Should().BeEmpty();
    }

    [Fact]
    public async Task Apps_EachWithItsAddress_GetTheirOwnCalls()
    {
        await using var callr = await CallrHarness.StartAsync();
        var other = new Uri(callr.Server.Url, "/other");
        var app = (await callr.RpcAsync("apps.create", $$"""["REALTIME10","Second",{"url":"{{other}}"}]""")).GetProperty("hash").GetString()!;
        var did = callr.Emulator.Dids[1];
        (await callr.RpcAsync("apps.assign_did", $$"""["{{app}}","{{did.Hash}}"]""")).GetBoolean().Should().BeTrue();

        var byNumber = await callr.NextAsync(await callr.Emulator.PlaceCallAsync(to: did.Number, cancellationToken: Token));
        var byHash = await callr.NextAsync(await callr.Emulator.PlaceCallAsync(app: app, cancellationToken: Token));
        var byDefault = await callr.NextAsync(await callr.Emulator.PlaceCallAsync(cancellationToken: Token));

        (byNumber.Path, byNumber.Json.GetProperty("app").GetString()).Should().Be(("/other", app));
        byNumber.Headers.Should().NotContainKey("Authorization");
        (byHash.Path, byDefault.Path).Should().Be(("/other", "/rt"));
        callr.Emulator.Dids[1].App.Should().Be(app);
        await callr.Emulator.Invoking(emulator => emulator.PlaceCallAsync(app: "NOSUCH00")).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Dispose_WithCallsUnderWay_EndsThemSilently()
    {
        var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        var waiting = callr.Emulator.WaitForDialAsync("+15550109999", Token);
        await callr.DoAsync(caller, "wait", """{"wait":30}""");

        await callr.DisposeAsync();

        caller.HasEnded.Should().BeTrue();
        callr.Server.All.Should().HaveCount(2);
        callr.Emulator.ScriptErrors.Should().BeEmpty();
        await callr.Emulator.Invoking(emulator => emulator.PlaceCallAsync()).Should().ThrowAsync<ObjectDisposedException>();
        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<ObjectDisposedException>();
    }
}
