using System.Text;

namespace CallControl.Testing.Tests.Callr;

public sealed class FaultTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Duplicates_OfAPost_AreEachRepliedToAndTheLastCounts()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.DuplicateWebhooks = 2;
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        var first = await callr.NextAsync(caller);
        callr.Server.All.Should().ContainSingle("the copy is sent once the reply is there");
        first.Reply("hangup", 1);
        var second = await callr.NextAsync(caller);
        second.Body.Should().Be(first.Body);
        second.Reply("wait", 2, """{"wait":1}""");
        await callr.Emulator.WaitForIdleAsync(Token);

        caller.HasEnded.Should().BeFalse();
        callr.Emulator.Traffic.Select(entry => (entry.Name, entry.Answer)).Should().Equal(
            ("INCOMING_CALL", """{"command":"hangup","command_id":1,"params":{},"variables":{}}"""),
            ("INCOMING_CALL", """{"command":"wait","command_id":2,"params":{"wait":1},"variables":{}}"""));
    }

    [Fact]
    public async Task WrongSignature_Always_IsAWrongPassword()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.WrongSignatures = name => name is "INCOMING_CALL";

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        var credentials = (await callr.NextAsync(caller)).Headers["Authorization"];
        credentials.Should().StartWith("Basic ");
        Encoding.UTF8.GetString(Convert.FromBase64String(credentials["Basic ".Length..])).Should()
            .StartWith("callr:").And.NotBe("callr:callr-realtime-password");
    }

    [Fact]
    public async Task Malformed_Post_DoesNotParse()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.MalformedWebhooks = name => name is "INCOMING_CALL";

        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);

        var post = await callr.Server.NextUnreadableAsync();
        post.Body.Should().StartWith("{\"app\":").And.NotEndWith("}");
        post.Answer(400);
        (await callr.NextAsync(caller)).Status.Should().Be("HANGUP");
    }

    [Fact]
    public async Task Drop_OfAPost_EndsTheCallAsIfNobodyReplied()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.DropWebhook = name => name is "UP";
        var caller = await callr.AnsweredCallAsync();

        await caller.WaitForEndAsync(Token);

        (await callr.ReportAsync(caller, "play")).Status.Should().Be("HANGUP");
        callr.Emulator.ScriptErrors.Single().Message.Should().Contain("no reply");
    }

    [Fact]
    public async Task Delay_OfPosts_HoldsThemBack()
    {
        await using var callr = await CallrHarness.StartAsync();
        callr.Emulator.Faults.WebhookDelay = TimeSpan.FromSeconds(7);
        var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
        await callr.Clock.WaitForTimersAsync(1, Token);

        callr.Advance(6999);
        callr.Server.All.Should().BeEmpty();
        callr.Advance(1);

        (await callr.NextAsync(caller)).Reply("hangup", 1);
        callr.Emulator.LateReplies.Should().Be(0);
    }

    [Fact]
    public async Task Traffic_OfAWholeCall_PrintsNoNumberAndNoDigits()
    {
        await using var callr = await CallrHarness.StartAsync();
        var caller = await callr.AnsweredCallAsync();
        await callr.DoAsync(caller, "read", """{"media_id":"TTS|TTS_EN-GB_SERENA|Secret?","max_digits":4,"attempts":1,"timeout_ms":5000}""");
        await caller.PressAsync("9182", Token);
        (await callr.NextAsync(caller)).Reply("hangup", 3);
        (await callr.NextAsync(caller)).Answer(200);
        await callr.RpcAsync("calls.realtime", $$"""["{{callr.Emulator.App}}",{"number":"+15550100009","timeout":30},null]""");

        var lines = string.Join('\n', callr.Emulator.Traffic);

        lines.Should().Contain("HANGUP 421889 200").And.Contain("-> command hangup, command_id 3").And.Contain("calls.realtime")
            .And.NotContain("9182").And.NotContain("55501000").And.NotContain("Secret");
        callr.Emulator.Dids[0].ToString().Should().NotContain("5550100002");
    }

    [Fact]
    public async Task HundredsOfCalls_AtOnce_EndAsTheirScriptsSay()
    {
        const int Count = 300;
        await using var callr = await CallrHarness.StartAsync(new CallrEmulatorOptions { SpeechDuration = TimeSpan.FromMilliseconds(5) });
        callr.Server.AutoReply = static post => post.Status is "HANGUP" ? "" : post.Command switch
        {
            "" => """{"command":"play","command_id":1,"params":{"media_id":"TTS|TTS_EN-GB_SERENA|Hello"},"variables":{}}""",
            "play" => """{"command":"read","command_id":2,"params":{"media_id":0,"max_digits":2,"attempts":1,"timeout_ms":30000},"variables":{}}""",
            _ => $$$"""{"command":"hangup","command_id":3,"params":{},"variables":{"read":{{{post.Result}}}}}""",
        };

        var read = await Task.WhenAll(Enumerable.Range(0, Count).Select(async number =>
        {
            var caller = await callr.Emulator.PlaceCallAsync(cancellationToken: Token);
            await caller.WaitForPromptAsync(Token);
            await caller.PressAsync($"{number % 100:00}", Token);
            await caller.WaitForEndAsync(Token);
            return (caller.SessionId, Keys: $"{{\"read\":\"{number % 100:00}\"}}");
        }));
        await callr.Emulator.WaitForIdleAsync(Token);

        var ends = callr.Server.All.Where(post => post.Status is "HANGUP")
            .Select(post => (post.Json.GetProperty("callid").GetRawText(), post.Variables));
        ends.Should().BeEquivalentTo(read);
        callr.Emulator.LateReplies.Should().Be(0);
        callr.Emulator.ScriptErrors.Should().BeEmpty();
        callr.Emulator.SlowestReply.Should().BePositive().And.BeLessThan(TimeSpan.FromSeconds(5));
        callr.Server.All.Should().HaveCount(4 * Count);
    }
}
