using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

public sealed class TelnyxCallsClientTests
{
    private const string Leg = """
        {"data": {"record_type": "call", "call_control_id": "v3:new", "call_leg_id": "leg", "call_session_id": "session", "is_alive": false, "recording_id": "rec"}}
        """;

    private static readonly Dictionary<string, Func<ITelnyxCallsClient, CancellationToken, Task<TelnyxCommandResult>>> Actions = new()
    {
        ["answer"] = async (client, token) => await client.AnswerAsync(CallsHarness.Call, new AnswerCommand(), token),
        ["reject"] = async (client, token) => await client.RejectAsync(CallsHarness.Call, new RejectCommand { Cause = RejectCause.UserBusy }, token),
        ["hangup"] = async (client, token) => await client.HangupAsync(CallsHarness.Call, new HangupCommand(), token),
        ["bridge"] = async (client, token) => await client.BridgeAsync(CallsHarness.Call, new BridgeCommand { CallControlId = "v3:other" }, token),
        ["transfer"] = async (client, token) => await client.TransferAsync(CallsHarness.Call, new TransferCommand { To = "+15550100" }, token),
        ["refer"] = async (client, token) => await client.ReferAsync(CallsHarness.Call, new ReferCommand { SipAddress = "sip:a@example.com" }, token),
        ["client_state_update"] = async (client, token) =>
            await client.UpdateClientStateAsync(CallsHarness.Call, new UpdateClientStateCommand { ClientState = TelnyxClientState.FromText("x") }, token),
        ["switch_supervisor_role"] = async (client, token) =>
            await client.SwitchSupervisorRoleAsync(CallsHarness.Call, new SwitchSupervisorRoleCommand { Role = SupervisorRole.Barge }, token),
        ["playback_start"] = async (client, token) =>
            await client.StartPlaybackAsync(CallsHarness.Call, new StartPlaybackCommand { MediaName = "hello" }, token),
        ["playback_stop"] = async (client, token) => await client.StopPlaybackAsync(CallsHarness.Call, new StopPlaybackCommand(), token),
        ["speak"] = async (client, token) => await client.SpeakAsync(CallsHarness.Call, new SpeakCommand { Payload = "hello", Voice = "female" }, token),
        ["suppression_start"] = async (client, token) => await client.StartSuppressionAsync(CallsHarness.Call, new StartSuppressionCommand(), token),
        ["suppression_stop"] = async (client, token) => await client.StopSuppressionAsync(CallsHarness.Call, new StopSuppressionCommand(), token),
        ["gather"] = async (client, token) => await client.GatherAsync(CallsHarness.Call, new GatherCommand(), token),
        ["gather_using_audio"] = async (client, token) => await client.GatherUsingAudioAsync(CallsHarness.Call, new GatherUsingAudioCommand(), token),
        ["gather_using_speak"] = async (client, token) =>
            await client.GatherUsingSpeakAsync(CallsHarness.Call, new GatherUsingSpeakCommand { Payload = "hello", Voice = "female" }, token),
        ["gather_using_ai"] = async (client, token) => await client.GatherUsingAiAsync(CallsHarness.Call, new GatherUsingAiCommand { Parameters = [] }, token),
        ["gather_stop"] = async (client, token) => await client.StopGatherAsync(CallsHarness.Call, new StopGatherCommand(), token),
        ["send_dtmf"] = async (client, token) => await client.SendDtmfAsync(CallsHarness.Call, new SendDtmfCommand { Digits = "1" }, token),
        ["send_sip_info"] = async (client, token) =>
            await client.SendSipInfoAsync(CallsHarness.Call, new SendSipInfoCommand { ContentType = "text/plain", Body = "x" }, token),
        ["record_start"] = async (client, token) => await client.StartRecordingAsync(
            CallsHarness.Call, new StartRecordingCommand { Channels = RecordingChannels.Dual, Format = RecordingFormat.Wav }, token),
        ["record_stop"] = async (client, token) => await client.StopRecordingAsync(CallsHarness.Call, new StopRecordingCommand(), token),
        ["record_pause"] = async (client, token) => await client.PauseRecordingAsync(CallsHarness.Call, new PauseRecordingCommand(), token),
        ["record_resume"] = async (client, token) => await client.ResumeRecordingAsync(CallsHarness.Call, new ResumeRecordingCommand(), token),
        ["transcription_start"] = async (client, token) => await client.StartTranscriptionAsync(CallsHarness.Call, new StartTranscriptionCommand(), token),
        ["transcription_stop"] = async (client, token) => await client.StopTranscriptionAsync(CallsHarness.Call, new StopTranscriptionCommand(), token),
        ["siprec_start"] = async (client, token) => await client.StartSiprecAsync(CallsHarness.Call, new StartSiprecCommand(), token),
        ["siprec_stop"] = async (client, token) => await client.StopSiprecAsync(CallsHarness.Call, new StopSiprecCommand(), token),
        ["streaming_start"] = async (client, token) => await client.StartStreamingAsync(CallsHarness.Call, new StartStreamingCommand(), token),
        ["streaming_stop"] = async (client, token) => await client.StopStreamingAsync(CallsHarness.Call, new StopStreamingCommand(), token),
        ["fork_start"] = async (client, token) =>
            await client.StartForkAsync(CallsHarness.Call, new StartForkCommand { Rx = "udp:192.0.2.1:9000", Tx = "udp:192.0.2.1:9002" }, token),
        ["fork_stop"] = async (client, token) => await client.StopForkAsync(CallsHarness.Call, new StopForkCommand(), token),
        ["enqueue"] = async (client, token) => await client.EnqueueAsync(CallsHarness.Call, new EnqueueCommand { QueueName = "support" }, token),
        ["leave_queue"] = async (client, token) => await client.LeaveQueueAsync(CallsHarness.Call, new LeaveQueueCommand(), token),
        ["ai_assistant_start"] = async (client, token) => await client.StartAiAssistantAsync(CallsHarness.Call, new StartAiAssistantCommand(), token),
        ["ai_assistant_stop"] = async (client, token) => await client.StopAiAssistantAsync(CallsHarness.Call, new StopAiAssistantCommand(), token),
        ["ai_assistant_join"] = async (client, token) => await client.JoinAiAssistantAsync(
            CallsHarness.Call, new JoinAiAssistantCommand { ConversationId = "c", Participant = new AssistantParticipant { Id = "v3:p" } }, token),
        ["ai_assistant_add_messages"] = async (client, token) =>
            await client.AddAiAssistantMessagesAsync(CallsHarness.Call, new AddAiAssistantMessagesCommand(), token),
        ["conversation_relay_start"] = async (client, token) => await client.StartConversationRelayAsync(
            CallsHarness.Call, new StartConversationRelayCommand { Url = new Uri("wss://relay.example.com/") }, token),
        ["conversation_relay_stop"] = async (client, token) => await client.StopConversationRelayAsync(CallsHarness.Call, new StopConversationRelayCommand(), token),
        ["pay"] = async (client, token) => await client.PayAsync(CallsHarness.Call, new PayCommand(), token),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> ActionNames =>
        [.. Sheet.Commands.Keys.Except(["dial", "retrieve_call"])];

    [Theory]
    [MemberData(nameof(ActionNames))]
    public async Task Action_WithWhatIsNeeded_GoesWhereTheVendorHasIt(string name)
    {
        using var telnyx = new CallsHarness();

        var result = await Actions[name](telnyx.Client, Token);

        var sheet = Sheet.Commands[name];
        telnyx.Request.Method.Method.Should().Be(sheet.GetProperty("method").GetString());
        telnyx.Request.Url.Should().Be("https://api.telnyx.com/v2" + sheet.GetProperty("path").GetString()!.Replace("{call_control_id}", "v3%3Aabc_-%3D", StringComparison.Ordinal));
        telnyx.Request.ContentType.Should().Be("application/json");
        telnyx.Request.Authorization.Should().Be("Bearer " + CallsHarness.ApiKey);
        var fields = sheet.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("name").GetString()!);
        var body = JsonNode.Parse(telnyx.Request.Body!)!.AsObject();
        var required = fields.Values.Where(field => field.TryGetProperty("required", out _)).Select(field => field.GetProperty("name").GetString()!);
        body.Select(member => member.Key).Should().BeSubsetOf(fields.Keys);
        required.Should().BeSubsetOf(body.Select(member => member.Key));
        body.ContainsKey("command_id").Should().Be(fields.ContainsKey("command_id"));
        result.Result.Should().Be("ok");
        result.CommandId.Value.Should().Be((string?)body["command_id"] ?? "");
    }

    [Fact]
    public async Task Dial_OfOne_AnswersTheNewLeg()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, Leg);
        var command = Dial("+15550100");

        var call = await telnyx.Client.DialAsync(command, Token);

        telnyx.Request.Method.Should().Be(HttpMethod.Post);
        telnyx.Request.Url.Should().Be("https://api.telnyx.com/v2/calls");
        var expected = $$"""{"connection_id": "1684641123236054244", "from": "+15550199", "to": "+15550100", "command_id": "{{command.CommandId}}"}""";
        JsonNode.DeepEquals(JsonNode.Parse(telnyx.Request.Body!), JsonNode.Parse(expected)).Should().BeTrue(telnyx.Request.Body);
        call.CallControlId.Should().Be(new CallId("v3:new"));
        call.CallLegId.Should().Be("leg");
        call.CallSessionId.Should().Be("session");
        call.RecordType.Should().Be("call");
        call.IsAlive.Should().BeFalse();
        call.RecordingId.Should().Be("rec");
    }

    [Fact]
    public async Task Dial_OfSeveral_SendsAnArray()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, Leg);

        await telnyx.Client.DialAsync(Dial(DialTargets.Of("+15550100", "sip:bob@example.com")), Token);

        JsonNode.Parse(telnyx.Request.Body!)!["to"]!.ToJsonString().Should().Be("""["\u002B15550100","sip:bob@example.com"]""");
    }

    [Theory]
    [InlineData("""{"data": {"result": "ok"}}""")]
    [InlineData("""{"data": {"call_control_id": null}}""")]
    [InlineData("""{"data": {"call_control_id": " "}}""")]
    [InlineData("""{"data": null}""")]
    [InlineData("""{"data": []}""")]
    [InlineData("")]
    [InlineData("<html/>")]
    public async Task DialAndGet_AnswerWithoutALeg_IsAProtocolError(string answer)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, answer);

        var dial = () => telnyx.Client.DialAsync(Dial("+15550100"), Token);
        var get = () => telnyx.Client.GetCallAsync(CallsHarness.Call, Token);

        (await dial.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
        (await get.Should().ThrowAsync<ProviderProtocolException>()).Which.Call.Should().Be(CallsHarness.Call);
    }

    [Fact]
    public async Task GetCall_OfALeg_ReadsEveryMember()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, """
            {"data": {"record_type": "call", "call_control_id": "v3:abc_-=", "call_leg_id": "l", "call_session_id": "s", "is_alive": true, "call_duration": 61,
            "client_state": "c3RhdGU=", "start_time": "2026-08-01T10:00:00.000000Z", "end_time": "2026-08-01T12:01:01+02:00", "region": "eu"}}
            """);

        var call = await telnyx.Client.GetCallAsync(CallsHarness.Call, Token);

        telnyx.Request.Method.Should().Be(HttpMethod.Get);
        telnyx.Request.Url.Should().Be("https://api.telnyx.com/v2/calls/v3%3Aabc_-%3D");
        telnyx.Request.Body.Should().BeNull();
        call.IsAlive.Should().BeTrue();
        call.CallDuration.Should().Be(TimeSpan.FromSeconds(61));
        call.ClientState!.Value.TryGetText(out var state).Should().BeTrue();
        state.Should().Be("state");
        call.StartTime.Should().Be(new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero));
        call.EndTime.Should().Be(new DateTimeOffset(2026, 8, 1, 10, 1, 1, TimeSpan.Zero));
        call.ExtensionData.Should().ContainKey("region").WhoseValue.GetString().Should().Be("eu");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"data": null}""")]
    [InlineData("""{"data": {}}""")]
    [InlineData("""{"data": {"result": null}, "meta": 1}""")]
    public async Task Action_AnswerWithoutData_IsAccepted(string answer)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, answer);
        var command = new HangupCommand();

        var result = await telnyx.Client.HangupAsync(CallsHarness.Call, command, Token);

        result.Result.Should().BeNull();
        result.CommandId.Should().Be(command.CommandId);
    }

    [Fact]
    public async Task Action_AnswerWithMore_GivesIt()
    {
        using var telnyx = new CallsHarness().Answering(
            HttpStatusCode.OK, """{"data": {"result": "ok", "recording_id": "r", "conversation_id": "c", "conversation_relay_id": "cr", "new": 5}}""");

        (await telnyx.Client.AnswerAsync(CallsHarness.Call, new AnswerCommand(), Token)).RecordingId.Should().Be("r");
        (await telnyx.Client.StartAiAssistantAsync(CallsHarness.Call, new StartAiAssistantCommand(), Token)).ConversationId.Should().Be("c");
        (await telnyx.Client.GatherUsingAiAsync(CallsHarness.Call, new GatherUsingAiCommand { Parameters = [] }, Token)).ConversationId.Should().Be("c");
        var relay = new StartConversationRelayCommand { Url = new Uri("wss://relay.example.com/") };
        (await telnyx.Client.StartConversationRelayAsync(CallsHarness.Call, relay, Token)).ConversationRelayId.Should().Be("cr");
        var result = await telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);
        result.ExtensionData!["new"].GetInt32().Should().Be(5);
    }

    [Fact]
    public async Task Action_SentTwice_KeepsItsCommandId()
    {
        using var telnyx = new CallsHarness();
        var command = new SendDtmfCommand { Digits = "1" };

        await telnyx.Client.SendDtmfAsync(CallsHarness.Call, command, Token);
        await telnyx.Client.SendDtmfAsync(CallsHarness.Call, command, Token);
        await telnyx.Client.SendDtmfAsync(CallsHarness.Call, command with { Digits = "2" }, Token);
        await telnyx.Client.SendDtmfAsync(CallsHarness.Call, new SendDtmfCommand { Digits = "1" }, Token);

        var ids = telnyx.Requests.Select(request => (string)JsonNode.Parse(request.Body!)!["command_id"]!).ToList();
        ids[..3].Distinct().Should().ContainSingle().Which.Should().Be(command.CommandId.Value);
        ids[3].Should().NotBe(ids[0]);
        Guid.TryParse(ids[0], out _).Should().BeTrue();
    }

    [Fact]
    public async Task Action_AdditionalProperties_AreMergedIntoTheBody()
    {
        using var telnyx = new CallsHarness();
        var command = new SpeakCommand { Payload = "hello", Voice = "female", AdditionalProperties = new() { ["voice"] = "new", ["voice_settings"] = new JsonObject { ["type"] = "rime" } } };

        await telnyx.Client.SpeakAsync(CallsHarness.Call, command, Token);

        var body = JsonNode.Parse(telnyx.Request.Body!)!;
        ((string)body["voice"]!).Should().Be("new");
        ((string)body["voice_settings"]!["type"]!).Should().Be("rime");
        ((string)body["payload"]!).Should().Be("hello");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Identifier_ThatWalksUpThePath_IsRefused(string id)
    {
        using var telnyx = new CallsHarness();

        var hangup = () => telnyx.Client.HangupAsync(new CallId(id), new HangupCommand(), Token);
        var get = () => telnyx.Client.GetCallAsync(new CallId(id), Token);
        var list = () => telnyx.Client.ListActiveCallsAsync(id, cancellationToken: Token);

        (await hangup.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Should().ContainSingle().Which.Field.Should().Be("call_control_id");
        await get.Should().ThrowAsync<RequestValidationException>();
        list.Should().Throw<RequestValidationException>().Which.Violations.Should().ContainSingle().Which.Field.Should().Be("connection_id");
        telnyx.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Identifier_OfNoCall_IsReportedWithTheOtherBreaches()
    {
        using var telnyx = new CallsHarness();

        var send = () => telnyx.Client.SendDtmfAsync(default, new SendDtmfCommand { Digits = "x", DurationMs = 99 }, Token);

        (await send.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Select(violation => violation.Field)
            .Should().Equal("call_control_id", "digits", "duration_millis");
    }

    [Fact]
    public async Task ListActiveCalls_SeveralPages_FollowsTheCursor()
    {
        using var telnyx = new CallsHarness().Answering(
            HttpStatusCode.OK,
            """{"data": [{"call_control_id": "v3:1", "call_duration": "50"}, {"call_control_id": "v3:2"}], "meta": {"cursors": {"after": "n=xt/1", "before": "p"}, "next": "https://x", "total_items": "3"}}""",
            """{"data": [], "meta": {"cursors": {"after": "second"}}}""",
            """{"data": [{"call_control_id": "v3:3"}], "meta": {"cursors": {"after": null, "before": "q"}, "total_items": 3}}""");

        var pages = await telnyx.Client.ListActiveCallsAsync("1684641123236054244", limit: 2, Token).ToListAsync(Token);

        telnyx.Requests.Select(request => request.Url).Should().Equal(
            "https://api.telnyx.com/v2/connections/1684641123236054244/active_calls?page%5Blimit%5D=2",
            "https://api.telnyx.com/v2/connections/1684641123236054244/active_calls?page%5Blimit%5D=2&page%5Bafter%5D=n%3Dxt%2F1",
            "https://api.telnyx.com/v2/connections/1684641123236054244/active_calls?page%5Blimit%5D=2&page%5Bafter%5D=second");
        pages.SelectMany(page => page.Calls).Select(call => call.CallControlId.Value).Should().Equal("v3:1", "v3:2", "v3:3");
        pages[0].Calls[0].CallDuration.Should().Be(TimeSpan.FromSeconds(50));
        pages[0].Meta!.TotalItems.Should().Be(3);
        pages[0].Meta!.Cursors!.Before.Should().Be("p");
        pages[0].Meta!.Next.Should().Be("https://x");
    }

    [Theory]
    [InlineData("""{"data": []}""")]
    [InlineData("""{"data": null, "meta": null}""")]
    [InlineData("""{"data": [], "meta": {"cursors": {"after": ""}}}""")]
    public async Task ListActiveCalls_WithoutACursor_EndsAfterOnePage(string answer)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, answer);

        var pages = await telnyx.Client.ListActiveCallsAsync("1", cancellationToken: Token).ToListAsync(Token);

        pages.Should().ContainSingle().Which.Calls.Should().BeEmpty();
        telnyx.Request.Url.Should().Be("https://api.telnyx.com/v2/connections/1/active_calls");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    public async Task ListActiveCalls_AnswerWithoutAList_IsAProtocolError(string answer)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, answer);

        await FluentActions.Awaiting(async () => await telnyx.Client.ListActiveCallsAsync("1", cancellationToken: Token).ToListAsync(Token))
            .Should().ThrowAsync<ProviderProtocolException>();
    }

    [Fact]
    public async Task ListActiveCalls_CursorThatDoesNotMove_IsAProtocolError()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.OK, """{"data": [], "meta": {"cursors": {"after": "same"}}}""");

        var list = async () => await telnyx.Client.ListActiveCallsAsync("1", cancellationToken: Token).ToListAsync(Token);

        await list.Should().ThrowAsync<ProviderProtocolException>();
        telnyx.Requests.Should().HaveCount(2);
    }

    [Fact]
    public void ListActiveCalls_LimitBelowOne_IsRefused()
    {
        using var telnyx = new CallsHarness();

        var list = () => telnyx.Client.ListActiveCallsAsync("1", limit: 0, Token);

        list.Should().Throw<RequestValidationException>().Which.Violations.Should().ContainSingle().Which.Field.Should().Be("page[limit]");
    }

    [Fact]
    public void Text_OfAnswers_ShowsNoNumbers()
    {
        var call = JsonSerializer.Deserialize("""{"call_control_id": "v3:1", "is_alive": true, "from": "+15550100"}""", TelnyxJsonContext.Default.TelnyxCall)!;

        call.ToString().Should().Be("TelnyxCall");
        new CommandResult { Result = "+15550100" }.ToString().Should().Be("CommandResult");
    }

    [Theory]
    [InlineData("call_duration", "-1")]
    [InlineData("call_duration", "1e300")]
    [InlineData("call_duration", "{}")]
    [InlineData("start_time", "\"yesterday\"")]
    [InlineData("start_time", "7")]
    [InlineData("is_alive", "\"perhaps\"")]
    [InlineData("client_state", "null")]
    [InlineData("call_leg_id", "[1]")]
    public void TelnyxCall_OddMember_ReadsAsNone(string member, string value)
    {
        var call = JsonSerializer.Deserialize($$"""{"{{member}}": {{value}}, "call_control_id": "v3:1"}""", TelnyxJsonContext.Default.TelnyxCall)!;

        call.Should().BeEquivalentTo(new TelnyxCall { CallControlId = new CallId("v3:1") });
    }

    private static DialCommand Dial(DialTargets to) => new() { ConnectionId = "1684641123236054244", From = "+15550199", To = to };
}
