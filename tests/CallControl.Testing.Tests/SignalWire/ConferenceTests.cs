namespace CallControl.Testing.Tests.SignalWire;

public sealed class ConferenceTests
{
    private static CancellationToken Token => Deadline.Token;

    [Fact]
    public async Task Join_OfTwoCalls_TellsEachStep()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var first = await JoinAsync(signalWire);
        var second = await JoinAsync(signalWire);

        await first.HangUpAsync(Token);
        await second.HangUpAsync(Token);

        var told = await signalWire.CallbacksAsync("/conference");
        told.Select(callback => callback.State).Should().Equal(
            "conference-start", "participant-join", "participant-join", "participant-leave", "participant-leave", "conference-end");
        told.Select(callback => callback.Get("size").GetInt32()).Should().Equal(1, 1, 2, 1, 0, 0);
        told.Should().OnlyContain(callback => callback.Event == "calling.conference" && callback.Text("name") == "room-x");
        told[2].Text("call_id").Should().Be(second.SessionId);
        told[^1].Text("reason_ended").Should().Be("last-participant-left");
        told[0].Params.TryGetProperty("call_id", out _).Should().BeFalse();
    }

    [Fact]
    public async Task EndOnExit_WhenItsParticipantLeaves_FreesTheOthers()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var guest = await JoinAsync(signalWire, then: ",{\"switch\":{\"variable\":\"join_conference_result\",\"case\":{\"completed\":[{\"hangup\":{\"reason\":\"busy\"}}]}}}");
        var host = await JoinAsync(signalWire, ",\"end_on_exit\":true");

        await host.HangUpAsync(Token);

        await guest.WaitForEndAsync(Token);
        guest.HangupCause.Should().Be("busy");
        var end = await signalWire.LastAsync("/conference");
        end.State.Should().Be("conference-end");
        end.Text("reason_ended").Should().Be("participant-with-end-conference-on-exit-left");
        end.Text("call_id_ending_conf").Should().Be(host.SessionId);
    }

    [Fact]
    public async Task Transfer_OutOfAConference_LeavesIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await JoinAsync(signalWire);

        await signalWire.DoAsync(caller.SessionId, "calling.transfer", $$"""{"dest":{{SignalWireHarness.KeepAlive}}}""");

        (await signalWire.StatesAsync("/conference")).Should().Equal(
            "conference-start", "participant-join", "participant-leave", "conference-end");
        caller.HasEnded.Should().BeFalse();
    }

    [Fact]
    public async Task StatusCallbackEvent_WithWords_TellsOnlyThose()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var caller = await JoinAsync(signalWire, ",\"status_callback_event\":\"join end\"");

        await caller.HangUpAsync(Token);

        (await signalWire.StatesAsync("/conference")).Should().Equal("participant-join", "conference-end");
    }

    [Fact]
    public async Task StatusCallbackMethod_Get_AsksForTheAddressAlone()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        await JoinAsync(signalWire, ",\"status_callback_event\":\"start join\",\"status_callback_method\":\"GET\"");

        (await signalWire.FetchesAsync("/conference")).Select(request => (request.Method, request.Body)).Should().Equal(("GET", ""), ("GET", ""));
    }

    [Fact]
    public async Task StartOnEnter_Off_WaitsForSomebodyElse()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        await JoinAsync(signalWire, ",\"start_on_enter\":false");
        await JoinAsync(signalWire);

        (await signalWire.StatesAsync("/conference")).Should().Equal("participant-join", "conference-start", "participant-join");
    }

    [Fact]
    public async Task KeysAndWords_InAConference_ReachAllOthersInIt()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var first = await JoinAsync(signalWire);
        var second = await JoinAsync(signalWire);
        var third = await JoinAsync(signalWire);
        var stranger = await signalWire.PlaceCallAsync("""[{"answer":{}},{"join_conference":"room-y"}]""");
        await signalWire.DoAsync(second.SessionId, "calling.transcribe", """{"control_id":"t","status_url":"STATUS"}""");

        await first.PressAsync("12", Token);
        await third.SayAsync("good morning", Token);
        await second.PressAsync("3", Token);

        (first.HeardDigits, second.HeardDigits, third.HeardDigits, stranger.HeardDigits).Should().Be(("3", "12", "123", ""));
        await second.HangUpAsync(Token);
        (await signalWire.LastAsync()).Text("text").Should().Be("good morning");
    }

    [Fact]
    public async Task Keys_OfWhoHasLeft_ReachNobody()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var first = await JoinAsync(signalWire);
        var second = await JoinAsync(signalWire);
        await signalWire.DoAsync(first.SessionId, "calling.transfer", $$"""{"dest":{{SignalWireHarness.KeepAlive}}}""");

        await first.PressAsync("1", Token);
        await second.PressAsync("2", Token);

        (first.HeardDigits, second.HeardDigits).Should().Be(("", ""));
    }

    [Fact]
    public async Task Keys_BeforeTheStartOrMuted_ReachNobody()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();
        var first = await JoinAsync(signalWire, ",\"start_on_enter\":false");
        var muted = await JoinAsync(signalWire, ",\"start_on_enter\":false,\"muted\":true");
        await first.PressAsync("1", Token);
        muted.HeardDigits.Should().BeEmpty();

        await JoinAsync(signalWire);
        await first.PressAsync("2", Token);
        await muted.PressAsync("3", Token);

        (first.HeardDigits, muted.HeardDigits).Should().Be(("", "2"));
    }

    [Fact]
    public async Task Name_Alone_IsEnough()
    {
        await using var signalWire = await SignalWireHarness.StartAsync();

        var caller = await signalWire.PlaceCallAsync("""[{"join_conference":"room-y"}]""");

        caller.IsAnswered.Should().BeTrue();
        caller.HasEnded.Should().BeFalse();
    }

    private static Task<EmulatedCaller> JoinAsync(SignalWireHarness signalWire, string more = "", string then = "") => signalWire.PlaceCallAsync(
        $$$"""[{"answer":{}},{"join_conference":{"name":"room-x","status_callback":"{{{signalWire.Url("/conference")}}}"{{{more}}}}}{{{then}}}]""");
}
