namespace CallControl.Testing.Tests.Telnyx;

public sealed class ValidationTests
{
    private const string To = "+15550100003";

    private static readonly Dictionary<string, string> Good = new()
    {
        ["reject"] = """{"cause":"USER_BUSY"}""",
        ["transfer"] = $$"""{"to":"{{To}}"}""",
        ["refer"] = """{"sip_address":"sip:agent@example.com"}""",
        ["client_state_update"] = """{"client_state":"QQ=="}""",
        ["switch_supervisor_role"] = """{"role":"whisper"}""",
        ["playback_start"] = """{"audio_url":"https://cdn.example.com/a.mp3","loop":"infinity","stop":"all","target_legs":"both"}""",
        ["speak"] = """
            {"payload":"hi","voice":"AWS.Polly.Joanna","language":"en-US","loop":2,
             "voice_settings":{"type":"telnyx","voice_speed":1.5}}
            """,
        ["gather_using_audio"] = """{"media_name":"menu"}""",
        ["gather_using_speak"] = """{"payload":"hi","voice":"female"}""",
        ["gather_using_ai"] = """{"parameters":{"type":"object"}}""",
        ["send_dtmf"] = """{"digits":"1w#","duration_millis":100}""",
        ["send_sip_info"] = """{"body":"x","content_type":"text/plain"}""",
        ["record_start"] = """{"channels":"dual","format":"mp3"}""",
        ["streaming_start"] = """{"stream_url":"wss://media.example.com","stream_bidirectional_sampling_rate":16000}""",
        ["fork_start"] = """{"rx":"udp:10.0.0.1:4000","tx":"udp:10.0.0.1:4002"}""",
        ["enqueue"] = """{"queue_name":"q"}""",
        ["conversation_relay_start"] = """{"conversation_relay_settings":{"url":"wss://relay.example.com"}}""",
    };

    /// <summary>What has to run before a command that ends or joins something.</summary>
    private static readonly Dictionary<string, string> Before = new()
    {
        ["gather_stop"] = "gather",
        ["transcription_stop"] = "transcription_start",
        ["siprec_stop"] = "siprec_start",
        ["streaming_stop"] = "streaming_start",
        ["fork_stop"] = "fork_start",
        ["leave_queue"] = "enqueue",
        ["ai_assistant_stop"] = "ai_assistant_start",
        ["ai_assistant_add_messages"] = "ai_assistant_start",
        ["conversation_relay_stop"] = "conversation_relay_start",
    };

    public static TheoryData<string> Commands => [.. TelnyxSchema.Operations.Keys.Where(name => name is not ("dial" or "retrieve_call"))];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_WellFormedInTheRightState_IsAccepted(string command)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = command is "answer" or "reject" ? await telnyx.PlaceCallAsync() : await telnyx.AnsweredCallAsync();
        var body = Good.GetValueOrDefault(command, "{}");
        if (Before.TryGetValue(command, out var before))
            await telnyx.DoAsync(caller.SessionId, before, Good.GetValueOrDefault(before, "{}"));
        if (command is "bridge")
            body = $$"""{"call_control_id":"{{(await telnyx.AnsweredCallAsync()).SessionId}}","ringtone":"de"}""";
        if (command is "ai_assistant_join")
        {
            var started = await telnyx.DoAsync((await telnyx.AnsweredCallAsync()).SessionId, "ai_assistant_start");
            var id = started.GetProperty("conversation_id").GetString();
            body = $$"""{"conversation_id":"{{id}}","participant":{"id":"x","role":"user","on_hangup":"end_conversation"} }""";
        }

        var data = await telnyx.DoAsync(caller.SessionId, command, body);

        data.GetProperty("result").GetString().Should().Be("ok");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_UnknownField_IsRefusedAndHasNoEffect(string command)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = command is "answer" or "reject" ? await telnyx.PlaceCallAsync() : await telnyx.AnsweredCallAsync();
        var events = await telnyx.EventsAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, command, """{"surprise":1}""");

        answer.Status.Should().Be(422);
        answer.Code.Should().Be("10027");
        answer.Where.Should().Be("/surprise");
        (await telnyx.EventsAsync()).Should().Equal(events);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_EndedCall_IsRefused(string command)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();
        await caller.HangUpAsync(Deadline.Token);

        var answer = await telnyx.CommandAsync(caller.SessionId, command, FullBody(command));

        answer.Status.Should().Be(422);
        answer.Code.Should().Be("90018");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_UnansweredCall_IsRefusedButForTheEarlyOnes(string command)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.PlaceCallAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, command, FullBody(command));

        if (command is "answer" or "reject" or "hangup" or "transfer" or "client_state_update")
            answer.Status.Should().Be(200);
        else
            answer.Code.Should().Be(command switch { "bridge" => "90015", "record_start" => "90020", _ => "90034" });
    }

    [Theory]
    [InlineData("reject", "{}", "10004", "/cause")]
    [InlineData("reject", "{\"cause\":\"BUSY\"}", "10032", "/cause")]
    [InlineData("speak", "{\"payload\":\"\",\"voice\":\"female\"}", "10025", "/payload")]
    [InlineData("speak", "{\"payload\":\"hi\",\"voice\":1}", "10026", "/voice")]
    [InlineData("speak", "{\"payload\":\"hi\",\"voice\":\"x\",\"voice_settings\":{\"voice_speed\":1}}", "10004", "/voice_settings/type")]
    [InlineData("speak", "{\"payload\":\"hi\",\"voice\":\"x\",\"voice_settings\":{\"type\":\"own\"}}", "10032", "/voice_settings/type")]
    [InlineData("speak", "{\"payload\":\"hi\",\"voice\":\"x\",\"voice_settings\":{\"type\":\"telnyx\",\"voice_speed\":3}}", "10033",
        "/voice_settings/voice_speed")]
    [InlineData("speak", "{\"payload\":\"hi\",\"voice\":\"x\",\"language\":\"tlh\"}", "10032", "/language")]
    [InlineData("playback_start", "{}", "10004", "/audio_url")]
    [InlineData("playback_start", "{\"audio_url\":\"https://a.example\",\"media_name\":\"b\"}", "10027", "/media_name")]
    [InlineData("playback_start", "{\"audio_url\":\"file:///etc/passwd\"}", "10003", "/audio_url")]
    [InlineData("playback_start", "{\"media_name\":\"a\",\"loop\":0}", "10033", "/loop")]
    [InlineData("playback_start", "{\"media_name\":\"a\",\"loop\":\"3\"}", "10033", "/loop")]
    [InlineData("playback_start", "{\"media_name\":\"a\",\"client_state\":\"%\"}", "90017", "/client_state")]
    [InlineData("playback_start", "{\"media_name\":null}", "10026", "/media_name")]
    [InlineData("playback_stop", "{\"stop\":\"some\"}", "10032", "/stop")]
    [InlineData("gather", "{\"maximum_digits\":129}", "10033", "/maximum_digits")]
    [InlineData("gather", "{\"minimum_digits\":3,\"maximum_digits\":2}", "90022", "/minimum_digits")]
    [InlineData("gather", "{\"terminating_digit\":\"##\"}", "90007", "/terminating_digit")]
    [InlineData("gather", "{\"valid_digits\":\"xyz\"}", "90008", "/valid_digits")]
    [InlineData("gather", "{\"initial_timeout_millis\":1.5}", "10026", "/initial_timeout_millis")]
    [InlineData("gather_using_audio", "{}", "10004", "/audio_url")]
    [InlineData("send_dtmf", "{\"digits\":\"1x\"}", "10033", "/digits")]
    [InlineData("send_dtmf", "{\"digits\":\"1\",\"duration_millis\":501}", "10033", "/duration_millis")]
    [InlineData("record_start", "{\"channels\":\"dual\"}", "10004", "/format")]
    [InlineData("record_stop", "{\"recording_id\":\"7\"}", "10006", "/recording_id")]
    [InlineData("streaming_start", "{\"stream_url\":\"https://media.example.com\"}", "10003", "/stream_url")]
    [InlineData("streaming_start", "{\"stream_url\":\"wss://m.example\",\"stream_bidirectional_sampling_rate\":44100}", "10032",
        "/stream_bidirectional_sampling_rate")]
    [InlineData("fork_start", "{\"rx\":\"udp:10.0.0.1:4000\"}", "10004", "/tx")]
    [InlineData("fork_start", "{\"rx\":\"10.0.0.1:4000\",\"tx\":\"udp:10.0.0.1:4002\"}", "10003", "/rx")]
    [InlineData("bridge", "{}", "10004", "/call_control_id")]
    [InlineData("bridge", "{\"call_control_id\":\"v3:none\"}", "90015", "/call_control_id")]
    [InlineData("bridge", "{\"queue\":\"nobody\"}", "10005", "/queue")]
    [InlineData("refer", "{\"sip_address\":\"+15550100003\"}", "10033", "/sip_address")]
    [InlineData("transfer", "{\"to\":\"5550100003\"}", "10016", "/to")]
    [InlineData("transfer", "{\"to\":[\"+15550100003\"]}", "10026", "/to")]
    [InlineData("transfer", "{\"to\":\"+15550100003\",\"timeout_secs\":4}", "10033", "/timeout_secs")]
    [InlineData("transfer", "{\"to\":\"+15550100003\",\"sip_headers\":[{\"name\":\"X-Own\",\"value\":\"1\"}]}", "10032",
        "/sip_headers/0/name")]
    [InlineData("transfer", "{\"to\":\"+15550100003\",\"custom_headers\":[{\"name\":\"X-Own\"}]}", "10004", "/custom_headers/0/value")]
    [InlineData("transfer", "{\"to\":\"+15550100003\",\"webhook_urls\":{\"call.bridge\":\"https://a.example\"}}", "90057",
        "/webhook_urls/call.bridge")]
    [InlineData("transfer", "{\"to\":\"+15550100003\",\"webhook_retries_policies\":{\"call.bridged\":{\"retries_ms\":[60001]}}}", "10033",
        "/webhook_retries_policies/call.bridged/retries_ms")]
    [InlineData("siprec_start", "{\"session_timeout_secs\":89}", "10033", "/session_timeout_secs")]
    [InlineData("siprec_start", "{\"command_id\":\"x\"}", "10027", "/command_id")]
    [InlineData("conversation_relay_start", "{}", "10004", "/url")]
    [InlineData("conversation_relay_start", "{\"url\":\"https://relay.example.com\"}", "10033", "/url")]
    [InlineData("ai_assistant_add_messages", "{\"messages\":[{\"role\":\"robot\",\"content\":\"x\"}]}", "10032", "/messages/0/role")]
    [InlineData("ai_assistant_join", "{\"conversation_id\":\"x\",\"participant\":{\"id\":\"x\",\"role\":\"user\"}}", "10005",
        "/conversation_id")]
    [InlineData("transcription_start",
        "{\"transcription_engine_config\":{\"transcription_engine\":\"Soniox\",\"max_endpoint_delay_ms\":1}}", "10033",
        "/transcription_engine_config/max_endpoint_delay_ms")]
    [InlineData("pay", "{\"transaction_type\":\"charge\"}", "10004", "/amount")]
    [InlineData("pay", "{\"prompts\":{\"postal-code\":7}}", "10026", "/prompts/postal-code")]
    [InlineData("pay", "{\"payment_token\":\"t\",\"valid_card_types\":[\"visa\"]}", "10027", "/valid_card_types")]
    public async Task Command_BreaksARule_TellsCodeAndPlace(string command, string body, string code, string where)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = command is "reject" ? await telnyx.PlaceCallAsync() : await telnyx.AnsweredCallAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, command, body);

        answer.Status.Should().Be(422);
        answer.Code.Should().Be(code);
        answer.Where.Should().Be(where);
    }

    [Fact]
    public async Task Command_SeveralFaults_TellsThemAll()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, "record_start", """{"channels":"mono","max_length":-1}""");

        answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("source").GetProperty("pointer").GetString())
            .Should().Equal("/channels", "/max_length", "/format");
    }

    [Fact]
    public async Task Error_Always_HasTheVendorsShape()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var error = (await telnyx.CommandAsync("v3:never", "hangup")).Error;

        error.GetProperty("code").GetString().Should().Be("90015");
        error.GetProperty("title").GetString().Should().Be("Invalid Call Control ID");
        error.GetProperty("meta").GetProperty("url").GetString().Should().Be("https://developers.telnyx.com/docs/overview/errors/90015");
    }

    [Fact]
    public async Task RefuseUnknownFields_Off_LetsThemPass()
    {
        await using var telnyx = await TelnyxHarness.StartAsync(
            new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider(), RefuseUnknownFields = false });
        var caller = await telnyx.PlaceCallAsync();

        await telnyx.DoAsync(caller.SessionId, "answer", """{"surprise":1}""");

        caller.IsAnswered.Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    public async Task Body_NoJsonObject_IsABadRequest(string body)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();

        var answer = await telnyx.CommandAsync(caller.SessionId, "hangup", body);

        answer.Status.Should().Be(400);
        answer.Code.Should().Be("10015");
    }

    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("KEY-emulator-0123456789")]
    [InlineData("Basic S0VZ")]
    [InlineData("")]
    public async Task Key_Wrong_IsRefusedEverywhere(string key)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var id = Uri.EscapeDataString(caller.SessionId);

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, "/calls"), (HttpMethod.Get, $"/calls/{id}"), (HttpMethod.Post, $"/calls/{id}/actions/hangup"),
            (HttpMethod.Get, $"/connections/{telnyx.Options.ConnectionId}/active_calls"), (HttpMethod.Get, "/unknown"),
        })
        {
            var answer = await telnyx.SendAsync(method, path, method == HttpMethod.Post ? "{}" : null, key);
            answer.Status.Should().Be(401);
            answer.Code.Should().Be("10009");
        }

        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task Path_Unknown_IsNotFoundAndAWrongMethodNotAllowed()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var caller = await telnyx.AnsweredCallAsync();
        var id = Uri.EscapeDataString(caller.SessionId);

        (await telnyx.SendAsync(HttpMethod.Post, $"/calls/{id}/actions/dance", "{}")).Should().Match<TelnyxAnswer>(
            answer => answer.Status == 404 && answer.Code == "10005");
        (await telnyx.SendAsync(HttpMethod.Post, $"/calls/{id}/actions/client_state_update", """{"client_state":"QQ=="}""")).Status
            .Should().Be(405);
    }

    [Theory]
    [InlineData("\"to\":\"5550100003\"", "10016", "/to")]
    [InlineData("\"to\":[]", "10004", "/to")]
    [InlineData("\"to\":\"+15550100003,1x\"", "90014", "/to")]
    [InlineData("\"to\":\"+15550100003\",\"bridge_on_answer\":true", "10004", "/link_to")]
    [InlineData("\"to\":\"+15550100003\",\"link_to\":\"v3:none\"", "90015", "/link_to")]
    [InlineData("\"to\":\"+15550100003\",\"from_display_name\":\"a/b\"", "10033", "/from_display_name")]
    [InlineData("\"to\":\"+15550100003\",\"preferred_codecs\":\"PCMU,GSM\"", "10032", "/preferred_codecs")]
    [InlineData("\"to\":\"+15550100003\",\"time_limit_secs\":29", "10033", "/time_limit_secs")]
    [InlineData("\"to\":\"+15550100003\",\"billing_group_id\":\"1\"", "10006", "/billing_group_id")]
    [InlineData("\"to\":\"+15550100003\",\"deepfake_detection\":{}", "10004", "/deepfake_detection/enabled")]
    [InlineData("\"to\":\"+15550100003\",\"conference_config\":{\"beep_enabled\":\"yes\"}", "10032", "/conference_config/beep_enabled")]
    public async Task Dial_BreaksARule_TellsCodeAndPlace(string fields, string code, string where)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var answer = await telnyx.TryDialAsync(fields);

        answer.Status.Should().Be(422);
        answer.Code.Should().Be(code);
        answer.Where.Should().Be(where);
        (await telnyx.EventsAsync()).Should().BeEmpty();
    }

    [Theory]
    [InlineData("\"to\":\"sip:bob@example.com\"")]
    [InlineData("\"to\":[\"+15550100003\",\"+15550100004\"]")]
    [InlineData("\"to\":\"+15550100003\",\"preferred_codecs\":\"AMR-WB,PCMU\",\"from_display_name\":\"A b-1!\"")]
    public async Task Dial_EveryKindOfTarget_IsAccepted(string fields)
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        (await telnyx.TryDialAsync(fields)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Dial_UnknownApplicationOrNoWebhookAddress_IsRefused()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var body = $$"""{"connection_id":"1","from":"+15550100009","to":"{{To}}"}""";

        (await telnyx.SendAsync(HttpMethod.Post, "/calls", body)).Code.Should().Be("10015");
        telnyx.Emulator.WebhookUrl = null;
        (await telnyx.TryDialAsync($"\"to\":\"{To}\"")).Code.Should().Be("10015");
        (await telnyx.TryDialAsync($"\"to\":\"{To}\",\"webhook_url\":\"{telnyx.Receiver.Url}\"")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Answer_OutboundOrAnsweredCall_IsInvalid()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();
        var callee = await telnyx.DialAsync();
        var caller = await telnyx.AnsweredCallAsync();

        (await telnyx.CommandAsync(callee.SessionId, "answer")).Code.Should().Be("90102");
        (await telnyx.CommandAsync(caller.SessionId, "answer")).Code.Should().Be("90102");
        (await telnyx.CommandAsync(caller.SessionId, "reject", Good["reject"])).Code.Should().Be("90102");
    }

    [Fact]
    public async Task Retrieve_UnknownCall_IsRefused()
    {
        await using var telnyx = await TelnyxHarness.StartAsync();

        var answer = await telnyx.SendAsync(HttpMethod.Get, "/calls/v3%3Anever");

        answer.Status.Should().Be(422);
        answer.Code.Should().Be("90015");
    }

    private static string FullBody(string command) => command switch
    {
        "bridge" => """{"call_control_id":"v3:none"}""",
        "ai_assistant_join" => """{"conversation_id":"x","participant":{"id":"x","role":"user"}}""",
        _ => Good.GetValueOrDefault(command, "{}"),
    };
}
