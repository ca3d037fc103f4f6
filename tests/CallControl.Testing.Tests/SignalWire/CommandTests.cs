namespace CallControl.Testing.Tests.SignalWire;

/// <summary>The commands that have no file of their own.</summary>
public sealed class CommandTests
{
    private const string Sip = "sip:alice@example.com";

    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("{}", "hangup")]
    [InlineData("""{"reason":"noAnswer"}""", "noAnswer")]
    public async Task End_OfACall_TellsItsReason(string parameters, string reason)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var leg = await signalWire.DoAsync(caller.SessionId, "calling.end", parameters);

        caller.HangupCause.Should().Be(reason);
        leg.GetProperty("id").GetString().Should().Be(caller.SessionId);
        leg.GetProperty("status").GetString().Should().Be("completed");
        (await signalWire.LastAsync("/states")).Text("end_source").Should().Be("outbound");
    }

    [Fact]
    public async Task AnyCommand_ToACallThatHasGone_IsNotFound()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await caller.HangUpAsync(Token);

        var gone = await signalWire.CommandAsync(caller.SessionId, "calling.end");
        var unknown = await signalWire.CommandAsync("00000000-0000-4000-8000-000000000000", "calling.denoise");

        (gone.Status, gone.Text).Should().Be((404, """{"error":"Not Found"}"""));
        unknown.Status.Should().Be(404);
    }

    [Fact]
    public async Task MediaCommand_BeforeTheAnswer_IsRefused()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync("""[{"sleep":-1}]""");

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.denoise");

        (answer.Status, answer.Code).Should().Be((422, "invalid_state"));
    }

    [Theory]
    [InlineData("calling.play.pause")]
    [InlineData("calling.play.resume")]
    [InlineData("calling.play.stop")]
    [InlineData("calling.record.pause")]
    [InlineData("calling.record.resume")]
    [InlineData("calling.record.stop")]
    [InlineData("calling.collect.stop")]
    [InlineData("calling.collect.start_input_timers")]
    [InlineData("calling.detect.stop")]
    [InlineData("calling.tap.stop")]
    [InlineData("calling.stream.stop")]
    [InlineData("calling.transcribe.stop")]
    [InlineData("calling.send_fax.stop")]
    [InlineData("calling.receive_fax.stop")]
    public async Task FollowUp_ToAnOperationThatDoesNotRun_IsNotFound(string command)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        (await signalWire.CommandAsync(caller.SessionId, command, """{"control_id":"nothing"}""")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("calling.ai_hold", """{"timeout":"30","prompt":"Wait."}""")]
    [InlineData("calling.ai_unhold", "{}")]
    [InlineData("calling.ai_message", """{"role":"user","message_text":"Hi","reset":{"full_reset":true},"global_data":{"a":1}}""")]
    [InlineData("calling.ai.stop", """{"control_id":"ignored"}""")]
    [InlineData("calling.user_event", """{"event":{"kind":"note"}}""")]
    public async Task Command_WithoutAnEffectOfItsOwn_IsAccepted(string command, string parameters)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        (await signalWire.DoAsync(caller.SessionId, command, parameters)).GetProperty("status").GetString().Should().Be("answered");
    }

    [Fact]
    public async Task Transfer_ToADocument_ReplacesWhatRuns()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", """{"dest":{"sections":{"main":[{"hangup":{"reason":"busy"}}]}}}""");

        caller.HangupCause.Should().Be("busy");
    }

    [Fact]
    public async Task Transfer_ToAnAddress_FetchesItsDocument()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/next", """{"sections":{"main":["hangup"]}}""");
        var caller = await signalWire.AnsweredCallAsync();

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", $$"""{"dest":"{{signalWire.Url("/next")}}"}""");

        await caller.WaitForEndAsync(Token);
        (await signalWire.FetchesAsync("/next")).Should().ContainSingle();
    }

    [Theory]
    [InlineData("+15550100003")]
    [InlineData("sip:bob@example.com")]
    public async Task Transfer_ToAParty_CallsIt(string to)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", $$"""{"dest":"{{to}}"}""");

        (await signalWire.Emulator.WaitForDialAsync(cancellationToken: Token)).To.Should().Be(to);
    }

    [Fact]
    public async Task Transfer_ToNonsense_IsRefused()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var text = await signalWire.CommandAsync(caller.SessionId, "calling.transfer", """{"dest":"Bob"}""");
        var document = await signalWire.CommandAsync(caller.SessionId, "calling.transfer", """{"dest":{"to_number":"+15550100003"}}""");

        (text.Status, text.Attribute).Should().Be((422, "dest"));
        (document.Status, document.Code).Should().Be((422, "invalid_object"));
    }

    [Theory]
    [InlineData(200, "success", true)]
    [InlineData(486, "busy", false)]
    [InlineData(487, "cancel", false)]
    [InlineData(480, "noAnswer", false)]
    [InlineData(503, "error", false)]
    public async Task Refer_OfASipCall_TellsItsOutcome(int status, string state, bool ends)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Script.ReferResponse = to => to == "sip:bob@example.com" ? status : 500;
        var caller = await signalWire.AnsweredCallAsync(Sip);

        await signalWire.DoAsync(
            caller.SessionId, "calling.refer", """{"device":{"type":"sip","params":{"to":"sip:bob@example.com"}},"status_url":"STATUS"}""");
        signalWire.Advance(50);

        (await signalWire.StatesAsync()).Should().Equal("inProgress", state);
        (await signalWire.LastAsync()).Text("sip_refer_to").Should().Be("sip:bob@example.com");
        (await signalWire.LastAsync()).Text("sip_notify_response_code")
            .Should().Be(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        caller.HasEnded.Should().Be(ends);
    }

    [Fact]
    public async Task Refer_OfAPhoneCall_IsRefused()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        (await signalWire.CommandAsync(caller.SessionId, "calling.refer", """{"device":{"type":"sip","params":{"to":"sip:b@c"}}}""")).Code
            .Should().Be("invalid_state");
    }

    [Theory]
    [InlineData(CalleeBehavior.Answer, "{}", "HUMAN,finished")]
    [InlineData(CalleeBehavior.Machine, "{}", "MACHINE,READY,finished")]
    [InlineData(CalleeBehavior.Machine, """{"detect_message_end":false}""", "MACHINE,finished")]
    public async Task Detect_OfAMachine_TellsWhoAnswered(CalleeBehavior behavior, string parameters, string events)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Callees.Default = behavior;
        var id = await DialAsync(signalWire);

        await signalWire.DoAsync(
            id, "calling.detect", $$$"""{"control_id":"d","detect":{"type":"machine","params":{{{parameters}}}},"status_url":"STATUS"}""");
        signalWire.Advance(50);
        signalWire.Advance(50);

        var told = await signalWire.CallbacksAsync();
        string.Join(',', told.Select(callback => callback.Get("detect.params.event").GetString())).Should().Be(events);
        told.Should().OnlyContain(callback => callback.Get("detect.type").GetString() == "machine" && callback.Text("state") == null);
    }

    [Fact]
    public async Task Detect_OfAFax_TellsItsToneOrTimesOut()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId, "calling.detect", """{"control_id":"d","detect":{"type":"fax"},"timeout":5,"status_url":"STATUS"}""");
        signalWire.Advance(5000);
        signalWire.Emulator.Script.FaxTone = "CED";
        await signalWire.DoAsync(
            caller.SessionId, "calling.detect", """{"control_id":"d","detect":{"type":"fax","params":{"tone":"ced"}},"status_url":"STATUS"}""");
        signalWire.Advance(50);

        (await signalWire.CallbacksAsync()).Select(callback => callback.Get("detect.params.event").GetString())
            .Should().Equal("finished", "CED", "finished");
    }

    [Fact]
    public async Task Detect_OfKeys_TellsThoseThatCountUntilStopped()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId, "calling.detect", """{"control_id":"d","detect":{"type":"digit","params":{"digits":"1#"}},"status_url":"STATUS"}""");

        await caller.PressAsync("12#", Token);
        await signalWire.DoAsync(caller.SessionId, "calling.detect.stop", """{"control_id":"d"}""");

        (await signalWire.CallbacksAsync()).Select(callback => callback.Get("detect.params.event").GetString())
            .Should().Equal("1", "#", "finished");
    }

    [Theory]
    [InlineData("""{"type":"rtp","params":{"addr":"203.0.113.5","port":5004,"codec":"PCMU","ptime":20}}""")]
    [InlineData("""{"type":"ws","params":{"uri":"wss://tap.example.com","codec":"PCMA"}}""")]
    public async Task Tap_UntilStopped_RepeatsItsDevice(string device)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId,
            "calling.tap",
            $$$"""{"control_id":"t","tap":{"type":"audio","params":{"direction":"both"} },"device":{{{device}}},"status_url":"STATUS"}""");

        await signalWire.DoAsync(caller.SessionId, "calling.tap.stop", """{"control_id":"t"}""");

        (await signalWire.StatesAsync()).Should().Equal("tapping", "finished");
        var last = await signalWire.LastAsync();
        last.Get("device").GetRawText().Should().Be(device);
        last.Get("tap.params.direction").GetString().Should().Be("both");
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("172.20.1.1")]
    [InlineData("192.168.1.1")]
    [InlineData("2001:db8::1")]
    [InlineData("tap.example.com")]
    public async Task Tap_ToNoPublicAddress_IsRefusedUnlessAllowed(string address)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        var tap = $$$"""
            {"control_id":"t","tap":{"type":"audio","params":{"direction":"both"} },"device":{"type":"rtp","params":{"addr":"{{{address}}}","port":5004} } }
            """;

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.tap", tap);

        (answer.Status, answer.Attribute).Should().Be((422, "device.params.addr"));
        await using var lenient = await SignalWireHarness.StartAsync(new SignalWireEmulatorOptions { AllowPrivateTapAddresses = true });
        await lenient.DoAsync((await lenient.AnsweredCallAsync()).SessionId, "calling.tap", tap);
    }

    [Fact]
    public async Task Stream_UntilTheEnd_TellsItsAddressAndName()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId, "calling.stream", """{"control_id":"s","url":"wss://media.example.com/in","name":"left","status_url":"STATUS"}""");

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync()).Should().Equal("streaming", "finished");
        var last = await signalWire.LastAsync();
        (last.Event, last.Text("url"), last.Text("name")).Should().Be(("calling.call.stream", "wss://media.example.com/in", "left"));
    }

    [Theory]
    [InlineData("ws://media.example.com")]
    [InlineData("wss://media.example.com?token=1")]
    public async Task Stream_ToAnotherAddress_IsRefused(string url)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        var answer = await signalWire.CommandAsync(caller.SessionId, "calling.stream", $$"""{"control_id":"s","url":"{{url}}"}""");

        (answer.Status, answer.Attribute).Should().Be((422, "url"));
    }

    [Theory]
    [InlineData(false, "calling.transcript.completed", "hello there")]
    [InlineData(true, "calling.transcript.failed", null)]
    public async Task Transcribe_OnceTheCallIsOver_TellsTheText(bool fails, string name, string? text)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Script.TranscriptsFail = fails;
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(caller.SessionId, "calling.transcribe", """{"control_id":"t","status_url":"STATUS"}""");
        (await signalWire.CommandAsync(caller.SessionId, "calling.transcribe", """{"control_id":"u"}""")).Status.Should().Be(409);
        await caller.SayAsync("hello", Token);
        await caller.SayAsync("there", Token);
        (await signalWire.CallbacksAsync()).Should().BeEmpty();

        await caller.HangUpAsync(Token);

        var told = (await signalWire.CallbacksAsync()).Single();
        told.Event.Should().Be(name);
        told.Text("text").Should().Be(text);
        told.Text("call_id").Should().Be(caller.SessionId);
        told.Params.EnumerateObject().Select(entry => entry.Name).Should().NotContain("control_id").And.NotContain("node_id");
        told.Json.TryGetProperty("event_channel", out _).Should().BeFalse();
    }

    [Fact]
    public async Task Denoise_TwiceOrNotAtAll_IsAConflict()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();

        (await signalWire.CommandAsync(caller.SessionId, "calling.denoise.stop")).Status.Should().Be(409);
        await signalWire.DoAsync(caller.SessionId, "calling.denoise");
        (await signalWire.CommandAsync(caller.SessionId, "calling.denoise")).Status.Should().Be(409);
        await signalWire.DoAsync(caller.SessionId, "calling.denoise.stop");
    }

    [Fact]
    public async Task LiveTranscribe_UntilStopped_TellsWordsSummaryAndLog()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId,
            "calling.live_transcribe",
            """{"action":{"start":{"lang":"en","direction":["remote-caller"],"webhook":"STATUS","live_events":true,"ai_summary":true}}}""");

        await caller.SayAsync("hello", Token);
        await signalWire.DoAsync(caller.SessionId, "calling.live_transcribe", """{"action":{"summarize":{}}}""");
        await signalWire.DoAsync(caller.SessionId, "calling.live_transcribe", """{"action":"stop"}""");

        var told = await signalWire.CallbacksAsync();
        told.Select(callback => callback.Event).Should().Equal(
            "calling.ai.transcribe.utterance", "calling.ai.transcribe.live_summarize", "calling.ai.transcribe.conversation_log");
        told[0].Get("utterance.content").GetString().Should().Be("hello");
        told[2].Get("conversation_log")[0].GetProperty("role").GetString().Should().Be("remote-caller");
        told[2].Text("conversation_summary").Should().Be("A summary.");
        (await signalWire.CommandAsync(caller.SessionId, "calling.live_transcribe", """{"action":"stop"}""")).Code.Should().Be("invalid_state");
    }

    [Fact]
    public async Task LiveTranslate_UntilTheEnd_TellsWordsAndLog()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        await signalWire.DoAsync(
            caller.SessionId,
            "calling.live_translate",
            """{"action":{"start":{"from_lang":"en","to_lang":"de","direction":["remote-caller"],"webhook":"STATUS","live_events":true}}}""");
        await signalWire.DoAsync(
            caller.SessionId, "calling.live_translate", """{"action":{"inject":{"message":"Hi","direction":"local-caller"}}}""");

        await caller.SayAsync("hello", Token);
        await signalWire.DoAsync(caller.SessionId, "calling.live_translate", """{"action":{"summarize":{"prompt":"Short."}}}""");
        await caller.HangUpAsync(Token);

        var told = await signalWire.CallbacksAsync();
        told.Select(callback => callback.Event).Should().Equal(
            "calling.ai.translate.transcript_delta", "calling.ai.translate.live_summary", "calling.ai.translate.conversation_log");
        told[0].Get("output_utterance.language").GetString().Should().Be("de");
    }

    [Fact]
    public async Task Sidecar_FromStartToStop_TellsBareEvents()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.AnsweredCallAsync();
        (await signalWire.CommandAsync(caller.SessionId, "calling.ai_sidecar.poke", """{"text":"x"}""")).Code.Should().Be("invalid_state");

        await signalWire.DoAsync(caller.SessionId, "calling.ai_sidecar", """{"lang":"en","prompt":{"text":"Listen."},"url":"STATUS"}""");
        (await signalWire.CommandAsync(caller.SessionId, "calling.ai_sidecar", """{"lang":"en"}""")).Status.Should().Be(409);
        await signalWire.DoAsync(caller.SessionId, "calling.ai_sidecar.poke", """{"text":"Look."}""");
        await signalWire.DoAsync(caller.SessionId, "calling.ai_sidecar.ask", """{"text":"Why?"}""");
        await signalWire.DoAsync(caller.SessionId, "calling.ai_sidecar.status");
        await signalWire.DoAsync(caller.SessionId, "calling.ai_sidecar.stop");

        var told = (await signalWire.CallbacksAsync()).Select(callback => callback.Json).ToArray();
        told.Select(body => body.GetProperty("sidecar_event").GetProperty("type").GetString())
            .Should().Equal("start", "turn", "ask_request", "ask_answer", "stop", "final");
        told[0].EnumerateObject().Select(entry => entry.Name).Should().Equal("call_info", "sidecar_event");
        told[2].GetProperty("sidecar_event").GetProperty("ask_id").GetString()
            .Should().Be(told[3].GetProperty("sidecar_event").GetProperty("ask_id").GetString());
        told[0].GetProperty("call_info").GetProperty("call_id").GetString().Should().Be(caller.SessionId);
    }

    private static async Task<string> DialAsync(SignalWireHarness signalWire)
    {
        var leg = await signalWire.DoAsync(
            null, "dial", $$"""{"from":"+15550100009","to":"+15550100003","swml":{{SignalWireHarness.KeepAlive}}}""");
        signalWire.Advance(20);
        return leg.GetProperty("id").GetString()!;
    }
}
