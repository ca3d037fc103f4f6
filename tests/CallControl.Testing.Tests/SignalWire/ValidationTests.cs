namespace CallControl.Testing.Tests.SignalWire;

public sealed class ValidationTests
{
    private static readonly Dictionary<string, string> Minimal = new(StringComparer.Ordinal)
    {
        ["dial"] = $$"""{"from":"+15550100009","to":"+15550100003","swml":{{SignalWireHarness.KeepAlive}}}""",
        ["update"] = """{"id":"ID","status":"completed"}""",
        ["calling.ai_sidecar"] = """{"lang":"en"}""",
        ["calling.ai_sidecar.poke"] = """{"text":"x"}""",
        ["calling.ai_sidecar.ask"] = """{"text":"x"}""",
        ["calling.play"] = """{"control_id":"x","play":[{"type":"tts","params":{"text":"Hi"}}]}""",
        ["calling.play.volume"] = """{"control_id":"x","volume":1}""",
        ["calling.record"] = """{"control_id":"x","record":{"audio":{}}}""",
        ["calling.collect"] = """{"control_id":"x","digits":{"max":1}}""",
        ["calling.detect"] = """{"control_id":"x","detect":{"type":"machine"}}""",
        ["calling.tap"] = """
            {"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"ws","params":{"uri":"wss://example.com"}}}
            """,
        ["calling.stream"] = """{"control_id":"x","url":"wss://example.com"}""",
        ["calling.transcribe"] = """{"control_id":"x"}""",
        ["calling.live_transcribe"] = """{"action":"stop"}""",
        ["calling.live_translate"] = """{"action":"stop"}""",
        ["calling.transfer"] = """{"dest":"https://example.com"}""",
        ["calling.refer"] = """{"device":{"type":"sip","params":{"to":"sip:a@b"}}}""",
        ["calling.user_event"] = """{"event":{}}""",
    };

    public static TheoryData<string> Commands => [.. SignalWireSchema.Operations.Keys];

    [Fact]
    public void Operations_OfTheEmbeddedTable_AreAllThereAndCarriedOut()
    {
        SignalWireSchema.Operations.Should().HaveCount(42);
        SignalWireSchema.Operations.Keys.Where(name => SignalWireCommands.Find(name) is null).Should().BeEquivalentTo("dial", "update");
        SignalWireSchema.Operations.Values.Where(operation => operation.CallId is not "top").Select(operation => (operation.Name, operation.CallId))
            .Should().BeEquivalentTo([("dial", "none"), ("update", "params")]);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task UnknownParameter_OfAnyCommand_IsRefusedByItsName(string command)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        var minimal = MinimalOf(command, caller.SessionId);
        var more = minimal is "{}" ? "{\"colour\":\"red\"}" : minimal.TrimEnd()[..^1] + ",\"colour\":\"red\"}";

        var answer = await signalWire.CommandAsync(HasTopId(command) ? caller.SessionId : null, command, more);

        (answer.Status, answer.Text).Should().Match<(int Status, string Text)>(given => given.Status == 422, answer.Text);
        answer.Json.GetProperty("errors").GetArrayLength().Should().Be(1, answer.Text);
        (answer.Code, answer.Attribute).Should().Be(("invalid_parameter", "colour"));
        answer.Error.GetProperty("type").GetString().Should().Be("validation_error");
        answer.Error.GetProperty("url").GetString().Should().EndWith("#invalid_parameter");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Params_OfAnyCommand_AreRequired(string command)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var answer = await signalWire.PostAsync(
            $$"""{"command":"{{command}}"{{(HasTopId(command) ? $",\"id\":\"{caller.SessionId}\"" : "")}}}""");

        (answer.Status, answer.Code, answer.Attribute).Should().Be((422, "missing_required_parameter", "params"));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task CallId_OfAnyCommand_StandsInItsPlace(string command)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var misplaced = await signalWire.CommandAsync(HasTopId(command) ? null : caller.SessionId, command, MinimalOf(command, caller.SessionId));

        (misplaced.Status, misplaced.Attribute).Should().Be((422, "id"));
        misplaced.Code.Should().Be(HasTopId(command) ? "missing_required_parameter" : "invalid_parameter");
    }

    [Theory]
    [InlineData("dial", """{"to":"+15550100003","swml":SWML}""", "missing_required_parameter", "from")]
    [InlineData("dial", """{"from":"+15550100009","swml":SWML}""", "missing_required_parameter", "to")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003"}""", "inline_swml_or_swml_webhook_required", "url")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"url":"https://example.com"}""", "incompatible_parameters", "swml")]
    [InlineData("dial", """{"from":"+15550100009","to":"5550100003","swml":SWML}""", "invalid_pstn_destination", "to")]
    [InlineData("dial", """{"from":"+15550100009","to":"sip:bob","swml":SWML}""", "invalid_sip_destination", "to")]
    [InlineData("dial", """{"from":"+1555 shop","to":"+15550100003","swml":SWML}""", "not_valid_for_caller_id", "from")]
    [InlineData("dial", """{"from":"sip:shop","to":"+15550100003","swml":SWML}""", "not_valid_for_caller_id", "from")]
    [InlineData("dial", """{"from":" ","to":"+15550100003","swml":SWML}""", "not_valid_for_caller_id", "from")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","url":"ftp://example.com"}""", "not_an_http_url", "url")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":{"sections":{}}}""", "invalid_object", "swml")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"timeout":601}""", "invalid_parameter", "timeout")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"timeout":1.5}""", "invalid_parameter", "timeout")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"status_events":["ending"]}""", "invalid_parameter", "status_events[0]")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"codecs":"PCMU,MP3"}""", "invalid_codecs_format", "codecs")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"send_digits":"1x"}""", "invalid_parameter", "send_digits")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"custom_variables":{"1a":"b"}}""", "invalid_custom_variable_name", "custom_variables")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"custom_variables":{"sw_a":"b"}}""", "invalid_custom_variable_name", "custom_variables")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"custom_variables":{"a":1}}""", "invalid_custom_variable_value", "custom_variables")]
    [InlineData("dial", """{"from":"+15550100009","to":"+15550100003","swml":SWML,"url_method":"PUT"}""", "invalid_parameter", "url_method")]
    [InlineData("calling.end", """{"reason":"bored"}""", "invalid_parameter", "reason")]
    [InlineData("calling.ai_hold", """{"timeout":30}""", "invalid_parameter", "timeout")]
    [InlineData("calling.ai_hold", """{"timeout":"30s"}""", "invalid_parameter", "timeout")]
    [InlineData("calling.ai_sidecar", """{"lang":""}""", "invalid_parameter", "lang")]
    [InlineData("calling.ai_sidecar", """{"lang":"en","prompt":{"text":"a","file":"b"}}""", "invalid_parameter", "prompt")]
    [InlineData("calling.ai_sidecar", """{"lang":"en","hints":[]}""", "invalid_parameter", "hints")]
    [InlineData("calling.ai_sidecar", """{"lang":"en","params":{"idle_timeout_ms":49}}""", "invalid_parameter", "params.idle_timeout_ms")]
    [InlineData("calling.play", """{"control_id":"","play":[]}""", "missing_required_parameter", "control_id")]
    [InlineData("calling.play", """{"control_id":"x","play":[{"type":"video","params":{}}]}""", "invalid_parameter", "play[0].type")]
    [InlineData("calling.play", """{"control_id":"x","play":[{"type":"silence","params":{"duration":0}}]}""", "invalid_parameter", "play[0].params.duration")]
    [InlineData("calling.play", """{"control_id":"x","play":[{"type":"audio","params":{"text":"a","url":"https://a.example"}}]}""", "invalid_parameter", "play[0].params.text")]
    [InlineData("calling.play", """{"control_id":"x","play":[{"type":"ringtone","params":{"name":"xx"}}]}""", "invalid_parameter", "play[0].params.name")]
    [InlineData("calling.play", """{"control_id":"x","play":[],"loop":-1}""", "invalid_parameter", "loop")]
    [InlineData("calling.record", """{"control_id":"x","record":{"format":"mp3","audio":{}}}""", "invalid_parameter", "record.format")]
    [InlineData("calling.record", """{"control_id":"x","audio":{}}""", "invalid_parameter", "audio")]
    [InlineData("calling.record", """{"control_id":"x","record":{"audio":{"format":"ogg"}}}""", "invalid_parameter", "record.audio.format")]
    [InlineData("calling.record", """{"control_id":"x","record":{"audio":{"terminators":"E"}}}""", "invalid_parameter", "record.audio.terminators")]
    [InlineData("calling.collect", """{"control_id":"x","digits":{"max":0}}""", "invalid_parameter", "digits.max")]
    [InlineData("calling.collect", """{"control_id":"x","digits":{"max":1},"initial_timeout":0}""", "invalid_parameter", "initial_timeout")]
    [InlineData("calling.collect", """{"control_id":"x","speech":{"engine":"Whisper"}}""", "invalid_parameter", "speech.engine")]
    [InlineData("calling.detect", """{"control_id":"x","detect":{"type":"machine","params":{"tone":"CED"}}}""", "invalid_parameter", "detect.params.tone")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"203.0.113.5","port":0}}}""", "invalid_parameter", "device.params.port")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"203.0.113.5","port":1,"ptime":15}}}""", "invalid_parameter", "device.params.ptime")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"10.0.0.5","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"8.8","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"134744072","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"0x08080808","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"010.8.8.8","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.tap", """{"control_id":"x","tap":{"type":"audio","params":{"direction":"both"}},"device":{"type":"rtp","params":{"addr":"203.0.113.05","port":1}}}""", "invalid_parameter", "device.params.addr")]
    [InlineData("calling.live_transcribe", """{"action":"start"}""", "invalid_parameter", "action")]
    [InlineData("calling.live_transcribe", """{"action":{"start":{"lang":"en","direction":["both"]}}}""", "invalid_parameter", "action.start.direction[0]")]
    [InlineData("calling.live_transcribe", """{"action":{"stop":{}}}""", "invalid_parameter", "action.stop")]
    [InlineData("calling.refer", """{"device":{"type":"sip","params":{"to":"+15550100003"}}}""", "invalid_parameter", "device.params.to")]
    [InlineData("calling.user_event", """{"event":"text"}""", "invalid_parameter", "event")]
    [InlineData("calling.disconnect", """{"control_id":"x"}""", "invalid_parameter", "control_id")]
    [InlineData("calling.denoise.stop", """{"control_id":"x"}""", "invalid_parameter", "control_id")]
    [InlineData("update", """{"id":"12","status":"completed"}""", "invalid_parameter", "id")]
    [InlineData("update", """{"id":"00000000-0000-4000-8000-000000000000","status":"hold"}""", "invalid_parameter", "status")]
    public async Task Field_OutsideOfItsRule_IsNamed(string command, string parameters, string code, string attribute)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var answer = await signalWire.CommandAsync(
            HasTopId(command) ? caller.SessionId : null,
            command,
            parameters.Replace("SWML", SignalWireHarness.KeepAlive, StringComparison.Ordinal));

        answer.Status.Should().Be(422, answer.Text);
        (answer.Code, answer.Attribute).Should().Be((code, attribute));
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("5550100009")]
    [InlineData("sip:shop@example.com")]
    [InlineData("/private/shop")]
    public async Task From_ThatIsAnyText_IsTaken(string from)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var leg = await signalWire.DoAsync(
            null, "dial", $$"""{"from":"{{from}}","to":"+15550100003","swml":{{SignalWireHarness.KeepAlive}}}""");

        leg.GetProperty("from").GetString().Should().Be(from);
    }

    [Fact]
    public async Task Errors_OfOneRequest_AreAllTold()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.play", """{"volume":99,"loop":"x"}""");

        answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("attribute").GetString())
            .Should().Equal("volume", "loop", "control_id", "play");
    }

    [Fact]
    public async Task RefuseUnknownFields_Off_LetsThemPass()
    {
        await using var signalWire = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { RefuseUnknownFields = false });
        var caller = await signalWire.AnsweredCallAsync();

        await signalWire.DoAsync(caller.SessionId, "calling.denoise", """{"colour":"red"}""");
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Body_ThatIsNoObject_IsABadRequest(string body)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var answer = await signalWire.PostAsync(body);

        (answer.Status, answer.Text).Should().Be((400, """{"error":"Bad Request"}"""));
    }

    [Theory]
    [InlineData("""{"command":"calling.connect","id":"x","params":{}}""")]
    [InlineData("""{"command":"calling.join_conference","id":"x","params":{}}""")]
    [InlineData("""{"command":1,"params":{}}""")]
    [InlineData("""{"params":{}}""")]
    public async Task Command_Unknown_IsRefused(string body)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var answer = await signalWire.PostAsync(body);

        (answer.Status, answer.Code, answer.Attribute).Should().Be((422, "invalid_command_attempted", "command"));
    }

    [Theory]
    [InlineData("other:PTemulator0123456789")]
    [InlineData("5e7d1a60-0000-4000-8000-00000000c0de:wrong")]
    public async Task Credentials_ThatAreWrong_AreUnauthorized(string credentials)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var answer = await signalWire.SendAsync(HttpMethod.Post, "/api/calling/calls", "{}", credentials);

        (answer.Status, answer.Text).Should().Be((401, """{"error":"Unauthorized"}"""));
    }

    private static bool HasTopId(string command) => command is not ("dial" or "update");

    private static string MinimalOf(string command, string id)
    {
        if (Minimal.TryGetValue(command, out var parameters))
            return parameters.Replace("ID", id, StringComparison.Ordinal);
        var takesControlId = command.Split('.').Length == 3 && !command.Contains("ai_sidecar", StringComparison.Ordinal)
            && command is not ("calling.ai.stop" or "calling.denoise.stop");
        return takesControlId ? """{"control_id":"x"}""" : "{}";
    }
}
