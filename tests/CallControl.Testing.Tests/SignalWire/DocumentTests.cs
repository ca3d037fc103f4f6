namespace CallControl.Testing.Tests.SignalWire;

public sealed class DocumentTests
{
    private static CancellationToken Token => Deadline.Token;

    [Theory]
    [InlineData("""{"switch":{"variable":"plan","case":{"gold":[{"hangup":{"reason":"busy"}}]},"default":["hangup"]}}""", "busy")]
    [InlineData("""{"switch":{"variable":"vars.plan","case":{"lead":["hangup"]},"default":[{"hangup":{"reason":"busy"}}]}}""", "busy")]
    [InlineData("""{"cond":[{"when":"vars.plan == 'gold'","then":[{"hangup":{"reason":"busy"}}]},{"else":["hangup"]}]}""", "busy")]
    [InlineData("""{"cond":[{"when":"plan != 'gold'","then":["hangup"]},{"when":"count >= 2 && plan === 'gold'","then":[{"hangup":{"reason":"busy"}}]}]}""", "busy")]
    [InlineData("""{"cond":[{"when":"missing","then":["hangup"]},{"else":[{"hangup":{"reason":"decline"}}]}]}""", "decline")]
    [InlineData("""{"hangup":{"reason":"${envs.none}${word}"}}""", "busy")]
    [InlineData("""{"execute":{"dest":"work","params":{"word":"busy"},"on_return":[{"hangup":{"reason":"%{return_value}"}}]}}""", "busy")]
    [InlineData("""{"transfer":"work2"}""", "decline")]
    [InlineData("""{"execute":{"dest":"work","result":{"case":{"busy":[{"hangup":"busy"}]}}}}""", "busy")]
    [InlineData("""{"execute":{"dest":"work","result":{"variable":"plan","case":{"gold":[{"hangup":"busy"}]}}}}""", "busy")]
    [InlineData("""{"execute":{"dest":"work","result":[{"when":"return_value == 'busy'","then":[{"hangup":"busy"}]}]}}""", "busy")]
    [InlineData("""{"execute":{"dest":"work","on_return":[{"set":{"return_value":"other"}}],"result":{"case":{"busy":["hangup"]},"default":[{"hangup":"decline"}]}}}""", "decline")]
    [InlineData("""{"execute":{"dest":"echo","params":{"deep":{"word":["a","${word}"],"reason":"%{word}"}},"result":{"case":{"busy":[{"hangup":"busy"}]}}}}""", "busy")]
    [InlineData("""{"transfer":{"dest":"leave","params":{"reason":"${word}"}}}""", "busy")]
    [InlineData("""{"execute":{"dest":"pair","on_return":[{"hangup":"${return_value.reason}"}]}}""", "busy")]
    public async Task Step_WithVariables_DoesWhatTheySay(string step, string reason)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve(
            "/swml",
            $$$"""
            {"version":"1.0.0","sections":{"main":[{"set":{"plan":"gold","count":2,"word":"busy"} },{{{step}}}],
             "work":[{"return":"busy"}],"echo":[{"return":"${params.deep.reason}"}],"leave":[{"hangup":"${params.reason}"}],
             "pair":[{"return":{"reason":"${word}"} }],"work2":[{"hangup":"decline"}]} }
            """);

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await caller.WaitForEndAsync(Token);

        signalWire.Emulator.ScriptErrors.Should().BeEmpty();
        caller.HangupCause.Should().Be(reason);
    }

    [Fact]
    public async Task GoTo_WithAMaximum_JumpsThatOften()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync("""
            [{"answer":{}},{"label":"again"},{"sleep":1000},{"goto":{"label":"again","max":3}},"hangup"]
            """);
        foreach (var _ in Enumerable.Range(0, 3))
            signalWire.Advance(1000);
        caller.HasEnded.Should().BeFalse();
        signalWire.Advance(1000);

        await caller.WaitForEndAsync(Token);
        signalWire.Emulator.ScriptErrors.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""[{"goto":"nowhere"}]""", "label")]
    [InlineData("""[{"switch":{"variable":"x","case":{"1":["answer"]}}}]""", "No case")]
    [InlineData("""[{"cond":[{"when":"vars.list.map(x => x + 1)","then":["answer"]}]}]""", "beyond")]
    [InlineData("""[{"transfer":"nowhere"}]""", "destination")]
    [InlineData("""[{"label":"a"},{"goto":"a"},{"label":"b"},{"label":"c"},{"execute":"main"}]""", "32")]
    [InlineData("""[{"play":{"url":"ftp://example.com/a"}}]""", "begins with")]
    [InlineData("""[{"goto":"a"},{"label":5}]""", "label")]
    [InlineData("""[{"label":5}]""", "Expected string")]
    [InlineData("""[{"cond":[{"when":1,"then":[]}]}]""", "when")]
    [InlineData("""[{"cond":[{"when":"1 == 1"}]}]""", "when and then")]
    [InlineData("""[{"cond":[{"then":[]}]}]""", "when and then")]
    [InlineData("""[{"cond":{"when":"a","then":[]}}]""", "Expected array")]
    [InlineData("""[{"cond":"${missing}"}]""", "failed with")]
    [InlineData("""[{"cond":[{"when":"1 == 1","then":"${missing}"}]}]""", "failed with")]
    [InlineData("""[{"switch":{"variable":"a","case":"${missing}"}}]""", "case")]
    [InlineData("""[{"switch":{"variable":"a","case":{},"default":7}}]""", "default")]
    [InlineData("""[{"goto":{"label":"a","when":true}},{"label":"a"}]""", "when")]
    [InlineData("""[{"connect":{"to":"+15550100003","result":{"variable":1,"case":{}}}}]""", "result.variable")]
    [InlineData("""[{"connect":{"to":"${missing}"}}]""", "to: ")]
    [InlineData("""[{"connect":{"serial":"${missing}"}}]""", "serial")]
    [InlineData("""[{"connect":{"serial":[{"to":"+15550100003","call_state_url":"${missing}"}]}}]""", "call_state_url")]
    [InlineData("""[{"connect":{"to":"+15550100003","status_url":"${missing}"}}]""", "status_url")]
    [InlineData("""[{"play":{"url":"say:a","status_url":"/${missing}"}}]""", "status_url")]
    [InlineData("""[{"prompt":"${missing}"}]""", "failed with")]
    [InlineData("""[{"tap":{"uri":"${missing}"}}]""", "uri")]
    [InlineData("""[{"tap":{"uri":"rtp://${missing}"}}]""", "uri")]
    [InlineData("""[{"tap":{"uri":"rtp://203.0.113.5"}}]""", "uri")]
    [InlineData("""[{"stream":{"url":"${missing}"}}]""", "url")]
    [InlineData("""[{"request":{"url":"${missing}","method":"GET"}}]""", "url")]
    [InlineData("""[{"request":{"url":"ftp://${call.call_id}","method":"GET"}}]""", "url")]
    [InlineData("""[{"request":{"url":"https://example.com","method":"${missing}"}}]""", "method")]
    [InlineData("""[{"set":{"n":"NaN"}},{"answer":{"max_duration":"${n}"}}]""", "max_duration")]
    [InlineData("""[{"set":{"n":-3}},{"sleep":"${n}"}]""", "duration")]
    [InlineData("""[{"execute":{"dest":"main","result":{"case":{"a":1}}}}]""", "result.case.a")]
    [InlineData("""[[]]""", "not one method")]
    [InlineData("""[{"answer":{},"hangup":{}}]""", "not one method")]
    [InlineData("""[{"play":{}}]""", "Either")]
    [InlineData("""[{"sip_refer":{"to_uri":"sip:x@example.com"}}]""", "SIP call")]
    [InlineData("""[{"hangup":{"reason":"tired"}}]""", "reason")]
    [InlineData("""[{"sleep":"long"}]""", "duration")]
    [InlineData("""[{"sleep":0}]""", "duration")]
    [InlineData("""[{"sleep":{"duration":"${missing}"}}]""", "duration")]
    public async Task Step_ThatCannotBe_EndsTheCallWithAnError(string steps, string problem)
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync(steps);
        await caller.WaitForEndAsync(Token);

        caller.HangupCause.Should().Be("error");
        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain(problem);
    }

    [Fact]
    public async Task Transfers_AndJumps_CountForTheWholeCall()
    {
        const string JumpTwentyTimes = """{"sections":{"main":[{"answer":{}},{"label":"a"},{"goto":{"label":"a","max":20}},{"sleep":-1}]}}""";
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/swml", JumpTwentyTimes);
        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);
        await signalWire.Emulator.WaitForIdleAsync(Token);
        caller.HasEnded.Should().BeFalse();

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", $$"""{"dest":{{JumpTwentyTimes}}}""");

        caller.HangupCause.Should().Be("error");
        signalWire.Emulator.ScriptErrors.Single().Message.Should().Contain("32");
    }

    [Fact]
    public async Task Execute_MoreOftenThanTransfersMayBe_GoesOn()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var steps = string.Join(',', Enumerable.Repeat("{\"execute\":\"sub\"}", 40));
        signalWire.Serve("/swml", $$$"""{"sections":{"main":[{{{steps}}},{"hangup":"busy"}],"sub":[{"set":{"a":1}}]}}""");

        var caller = await signalWire.Emulator.PlaceCallAsync(cancellationToken: Token);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
        signalWire.Emulator.ScriptErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task Unset_OfAVariable_ForgetsIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/next", """{"sections":{"main":["hangup"]}}""");

        await signalWire.PlaceCallAsync(
            $$$"""[{"set":{"a":1,"b":2,"c":3}},{"unset":"a"},{"unset":["b"]},{"transfer":{"dest":"{{{signalWire.Url("/next")}}}"}}]""");

        (await signalWire.FetchesAsync("/next")).Single().Json.GetProperty("vars").EnumerateObject().Select(entry => entry.Name)
            .Should().Equal("c");
    }

    [Fact]
    public async Task Transfer_ToADocumentAsText_CarriesItOut()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync(
            """[{"transfer":{"dest":"{\"sections\":{\"main\":[{\"hangup\":{\"reason\":\"busy\"}}]}}"}}]""");

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
    }

    [Fact]
    public async Task Request_ToAServer_KeepsItsAnswer()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Serve("/data", """{"name":"Ada"}""");

        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"request":{"url":"{{{signalWire.Url("/data")}}}","method":"POST","body":{"q":1},"save_variables":true} },
             {"switch":{"variable":"request_response.name","case":{"Ada":[{"hangup":{"reason":"busy"} }]} } }]
            """);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
        var request = (await signalWire.FetchesAsync("/data")).Single();
        request.Json.GetProperty("q").GetInt32().Should().Be(1);
        request.Headers.Should().NotContainKey("X-SignalWire-Signature");
    }

    [Fact]
    public async Task DetectMachine_InTheForeground_KeepsItsResult()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"answer":{}},{"detect_machine":{"status_url":"{{{signalWire.Url("/callbacks")}}}"} },
             {"switch":{"variable":"detect_result","case":{"human":[{"hangup":{"reason":"busy"} }]} } }]
            """);

        signalWire.Advance(50);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
        (await signalWire.CallbacksAsync()).Select(callback => callback.Get("detect.params.event").GetString()).Should().Equal("HUMAN", "finished");
    }

    [Fact]
    public async Task DetectMachine_InTheBackground_GoesOnAtOnce()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"answer":{}},{"detect_machine":{"wait":false,"status_url":"{{{signalWire.Url("/callbacks")}}}"} },{"sleep":-1}]
            """);

        signalWire.Advance(50);

        (await signalWire.CallbacksAsync()).Should().HaveCount(2);
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task TapAndDigits_InADocument_RunBesideIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"answer":{}},{"tap":{"uri":"rtp://203.0.113.5:5004","control_id":"t","status_url":"{{{signalWire.Url("/callbacks")}}}"} },
             {"send_digits":{"digits":"1w2W#"} },{"denoise":{} },{"stop_tap":{"control_id":"t"} },{"sleep":-1}]
            """);

        (await signalWire.StatesAsync()).Should().Equal("tapping", "finished");
        (await signalWire.LastAsync()).Get("device.params.port").GetInt32().Should().Be(5004);
        caller.HeardDigits.Should().Be("12#");
    }

    [Fact]
    public async Task Stream_InADocument_RunsBesideIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        await signalWire.PlaceCallAsync($$$"""
            [{"answer":{}},{"stream":{"url":"wss://media.example.com/a","name":"ear","status_url":"{{{signalWire.Url("/callbacks")}}}"} },
             {"stream":{"url":"wss://media.example.com/b","control_id":"s","status_url":"{{{signalWire.Url("/callbacks")}}}"} },
             {"stop_stream":{} },{"stop_stream":{"control_id":"none"} },{"set":{"first":"${stream_control_id}"} },{"sleep":-1}]
            """);

        var told = await signalWire.CallbacksAsync();
        told.Select(callback => callback.State).Should().Equal("streaming", "streaming", "finished");
        told.Should().OnlyContain(callback => callback.Event == "calling.call.stream" && callback.Raw.Method == "POST");
        told[0].Text("name").Should().Be("ear");
        told[0].Text("url").Should().Be("wss://media.example.com/a");
        told.Select(callback => callback.Text("control_id") == "s").Should().Equal(false, true, true);
        signalWire.Emulator.ScriptErrors.Should().BeEmpty();
    }

    [Fact]
    public async Task StatusUrlMethod_Get_AsksForTheAddressAlone()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await signalWire.PlaceCallAsync($$$"""
            [{"answer":{}},{"stream":{"url":"wss://media.example.com/a","status_url":"{{{signalWire.Url("/callbacks")}}}","status_url_method":"GET"} },{"sleep":-1}]
            """);
        await signalWire.DoAsync(
            caller.SessionId, "calling.stream", """{"control_id":"x","url":"wss://media.example.com/b","status_url":"STATUS","status_url_method":"GET"}""");

        var told = (await signalWire.FetchesAsync("/callbacks"));

        told.Select(request => (request.Method, request.Body)).Should().Equal(("GET", ""), ("GET", ""));
    }

    [Fact]
    public async Task SipRefer_ThatFails_GoesOnWithItsResult()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        signalWire.Emulator.Script.ReferResponse = _ => 486;
        var caller = await signalWire.PlaceCallAsync(
            """
            [{"answer":{}},{"sip_refer":{"to_uri":"sip:x@example.com"} },
             {"switch":{"variable":"sip_refer_result","case":{"busy":[{"hangup":{"reason":"busy"} }]} } }]
            """,
            from: "sip:alice@example.com");

        signalWire.Advance(50);

        await caller.WaitForEndAsync(Token);
        caller.HangupCause.Should().Be("busy");
        signalWire.Emulator.ScriptErrors.Should().BeEmpty();
    }
}
