using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

/// <summary>Transfers and REFERs, told by the reports that come to their own address.</summary>
public sealed class TransferTests
{
    private const string Colleague = "+15550100777";
    private const string KeepAlive = """[{"sleep":-1}]""";

    private static readonly CallId Call = AdapterHarness.One;
    private static readonly CallId NewLeg = AdapterHarness.Three;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static JsonObject Peer => new() { ["call_id"] = NewLeg.Value, ["node_id"] = "8f0c2b3a-1d4e-4b5f-a6c7-d8e9f0a1b2c3@us-east" };

    [Fact]
    public async Task Transfer_OfALiveCall_HasItRunAConnect()
    {
        await using var harness = new AdapterHarness();

        var transfer = await TransferAsync(harness);

        var command = harness.Sent.Should().ContainSingle().Subject;
        command.Name.Should().Be("calling.transfer");
        command.Call.Should().Be(Call.Value);
        command.Params.Select(member => member.Key).Should().Equal("dest");
        ((string?)command.Params["dest"]!["version"]).Should().Be("1.0.0");
        Normal(command.Steps).Should().Be(Normal(JsonNode.Parse(
            $$$"""
            [
              {"connect": {
                "to": "{{{Colleague}}}",
                "status_url": "{{{AdapterHarness.StatusUrl}}}/{{{transfer.Id}}}",
                "call_state_url": "{{{AdapterHarness.StatusUrl}}}",
                "call_state_events": ["created", "ringing", "answered", "ended"]
              }},
              {"switch": {"variable": "connect_result", "case": {"connected": [{"hangup": {}}]}, "default": [{"sleep": -1}]}}
            ]
            """)!));
    }

    [Fact]
    public async Task Transfer_WhileTheVendorWaits_IsTheDocumentAndLetsTheCallerHearItRing()
    {
        await using var harness = new AdapterHarness();
        var fetch = await harness.RingAsync();

        var transfer = await TransferAsync(harness);

        var steps = JsonNode.Parse(AdapterHarness.Steps(await fetch.Soon()))!.AsArray();
        var connect = steps[0]!["connect"]!;
        ((bool?)connect["answer_on_bridge"]).Should().BeTrue();
        ((string?)connect["status_url"]).Should().Be($"{AdapterHarness.StatusUrl}/{transfer.Id}");
        harness.Sent.Should().BeEmpty();
        await harness.PostAsync(NativeEvent.Connect(transfer, "connected", 3, ("peer", Peer)));
        (await transfer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new TransferResult { NewCall = NewLeg }));
    }

    [Fact]
    public async Task Transfer_OfACallThatWasAnswered_IsTheCommand()
    {
        await using var harness = new AdapterHarness();
        await harness.RingAsync();
        await harness.Control.AnswerAsync(Call, new AnswerRequest(), Cancelled);

        await TransferAsync(harness);

        harness.Names.Should().Equal("calling.transfer");
        harness.Sent[0].Steps[0]!["connect"]!.AsObject().Should().NotContainKey("answer_on_bridge");
    }

    [Fact]
    public async Task Transfer_Connected_CompletesWithTheNewLegWhoseStatesAreItsOwn()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(
            NativeEvent.State(NewLeg, "created", 1, ("direction", "outbound")),
            NativeEvent.Connect(transfer, "connecting", 1),
            NativeEvent.State(NewLeg, "ringing", 2),
            NativeEvent.State(NewLeg, "answered", 3));
        transfer.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Connect(transfer, "connected", 3, ("peer", Peer)));

        (await transfer.Completion.Soon()).Should().Be(OperationOutcome.Completed(new TransferResult { NewCall = NewLeg }));
        harness.Seen.Where(each => each.Call == NewLeg).Select(each => each.GetType())
            .Should().Equal(typeof(CallInitiated), typeof(CallRinging), typeof(CallAnswered));
        harness.Seen.OfType<CallBridged>().Single().Should().BeEquivalentTo(new { Call, Operation = (OperationId?)transfer.Id, With = (CallId?)NewLeg });
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("noAnswer", "noAnswer")]
    [InlineData("no_answer", "no_answer")]
    [InlineData("a-new-word", "a-new-word")]
    [InlineData(null, null)]
    public async Task Transfer_Failed_SaysWhyAndLeavesTheCall(string? reason, string? code)
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(NativeEvent.Connect(transfer, "failed", 5, ("failed_reason", reason)));

        var outcome = await transfer.Completion.Soon();
        outcome.End.Should().Be(OperationEnd.Failed);
        outcome.Failure!.Code.Should().Be(code);
        outcome.ToString().Should().NotContain(Colleague);
        await harness.PlayAsync(MediaSource.Silence(TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Transfer_ReportsTwiceOrAfterTheEnd_ChangeNothing()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        var connected = NativeEvent.Connect(transfer, "connected", 3, ("peer", Peer));

        await harness.PostAsync(connected, connected, NativeEvent.Connect(transfer, "failed", 4), NativeEvent.Connect(transfer, "disconnected", 60));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
        harness.Seen.OfType<CallBridged>().Should().ContainSingle();
        harness.Seen.OfType<CallUnbridged>().Should().ContainSingle();
    }

    [Fact]
    public async Task Transfer_DisconnectedOvertakesConnected_Completes()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(NativeEvent.Connect(transfer, "disconnected", 9));
        transfer.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Connect(transfer, "connected", 3, ("peer", Peer)));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Completed);
    }

    [Fact]
    public async Task Transfer_StopWhileItRings_HasTheCallComeBack()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        await harness.PostAsync(NativeEvent.Connect(transfer, "connecting", 1));

        await transfer.StopAsync(Cancelled);

        harness.Names.Should().Equal("calling.transfer", "calling.transfer");
        harness.Sent[1].Call.Should().Be(Call.Value);
        harness.Sent[1].Steps.ToJsonString().Should().Be(KeepAlive);
        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        await transfer.StopAsync(Cancelled);
        harness.Sent.Should().HaveCount(2);
    }

    [Fact]
    public async Task Transfer_FailedWhileItIsStopped_IsStopped()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        harness.WhileSending("calling.transfer", () => harness.PostAsync(NativeEvent.Connect(transfer, "failed", 2, ("failed_reason", "cancel"))));

        await transfer.StopAsync(Cancelled);

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Transfer_FailedAfterItWasStopped_ChangesNothing()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        await transfer.StopAsync(Cancelled);

        await harness.PostAsync(NativeEvent.Connect(transfer, "failed", 2, ("failed_reason", "cancel")));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
        harness.Seen.OfType<TransferFailed>().Single().Operation.Should().Be(transfer.Id);
    }

    [Fact]
    public async Task Transfer_StopRefused_ThrowsAndCanBeTriedAgain()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        harness.Refuse("calling.transfer", "invalid_state");

        await transfer.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CommandRejectedException>();
        transfer.Completion.IsCompleted.Should().BeFalse();
        await transfer.StopAsync(Cancelled);

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task Transfer_StopOfACallThatIsGone_EndsWithTheCall()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        harness.RefuseAsGone("calling.transfer");

        await transfer.StopAsync(Cancelled);
        await harness.PostAsync(NativeEvent.Ended(Call));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Transfer_StopAfterItsCompletion_DoesNothing()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);
        await harness.PostAsync(NativeEvent.Connect(transfer, "connected", 3));
        await transfer.Completion.Soon();

        await transfer.StopAsync(Cancelled);

        harness.Sent.Should().ContainSingle();
    }

    [Fact]
    public async Task Transfer_Refused_LeavesNothingBehind()
    {
        await using var harness = new AdapterHarness();
        harness.Refuse("calling.transfer", "not_routable");

        (await harness.Awaiting(TransferAsync).Should().ThrowAsync<CommandRejectedException>()).Which.Error!.Code.Should().Be("not_routable");

        harness.Operations.Pending(AdapterHarness.Provider, Call).Should().BeEmpty();
    }

    [Fact]
    public async Task Transfer_Two_EachHearsOfItsOwn()
    {
        await using var harness = new AdapterHarness();
        var first = await TransferAsync(harness);
        var second = await TransferAsync(harness);

        await harness.PostAsync(NativeEvent.Connect(second, "failed", 2, ("failed_reason", "busy")));
        first.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Connect(first, "connected", 3));

        (await first.Completion.Soon()).Should().Be(OperationOutcome.Completed(new TransferResult()));
        (await second.Completion.Soon()).Failure!.Code.Should().Be("busy");
    }

    [Fact]
    public async Task Transfer_CallEnds_IsEndedByIt()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(NativeEvent.Ended(Call));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.CallEnded);
    }

    [Fact]
    public async Task Transfer_NewLegEnds_IsNoEndOfTheCall()
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness);

        await harness.PostAsync(NativeEvent.Ended(NewLeg, "busy", 2));

        transfer.Completion.IsCompleted.Should().BeFalse("the report of the connect is still to come");
        harness.Seen.OfType<CallEnded>().Single().Call.Should().Be(NewLeg);
    }

    [Theory]
    [InlineData(null, 120)]
    [InlineData(90, 210)]
    public async Task Transfer_NothingHeard_TimesOut(int? ringSeconds, int seconds)
    {
        await using var harness = new AdapterHarness();
        var transfer = await TransferAsync(harness, new TransferRequest
        {
            To = Destination.Phone(Colleague), RingTimeout = ringSeconds is { } ring ? TimeSpan.FromSeconds(ring) : null,
        });

        harness.Time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        transfer.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Refer_IsSentToItsOwnAddress()
    {
        await using var harness = new AdapterHarness();

        var transfer = await ReferAsync(harness);

        var command = harness.Sent.Should().ContainSingle().Subject;
        command.Name.Should().Be("calling.refer");
        command.Params.ToJsonString().Should().Be(
            $$$"""{"device":{"type":"sip","params":{"to":"sip:desk@sip.example.com"}},"status_url":"{{{AdapterHarness.StatusUrl}}}/{{{transfer.Id}}}"}""");
    }

    [Theory]
    [InlineData("success", OperationEnd.Completed)]
    [InlineData("cancel", OperationEnd.Failed)]
    [InlineData("busy", OperationEnd.Failed)]
    [InlineData("noAnswer", OperationEnd.Failed)]
    [InlineData("error", OperationEnd.Failed)]
    public async Task Refer_State_TellsHowItEnded(string state, OperationEnd end)
    {
        await using var harness = new AdapterHarness();
        var transfer = await ReferAsync(harness);

        await harness.PostAsync(NativeEvent.Refer(transfer, "inProgress", 1));
        transfer.Completion.IsCompleted.Should().BeFalse();
        await harness.PostAsync(NativeEvent.Refer(transfer, state, 2), NativeEvent.Refer(transfer, state == "success" ? "error" : "success", 3));

        var outcome = await transfer.Completion.Soon();
        outcome.End.Should().Be(end);
        outcome.Failure?.Code.Should().Be(state);
    }

    [Fact]
    public async Task Refer_UnknownState_GoesOn()
    {
        await using var harness = new AdapterHarness();
        var transfer = await ReferAsync(harness);

        await harness.PostAsync(NativeEvent.Refer(transfer, "thinking", 1));

        transfer.Completion.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromMinutes(2));
        (await transfer.Completion.Soon()).End.Should().Be(OperationEnd.TimedOut);
    }

    [Fact]
    public async Task Refer_StopAsync_IsRefusedWhileItGoesOn()
    {
        await using var harness = new AdapterHarness();
        var transfer = await ReferAsync(harness);

        (await transfer.Awaiting(each => each.StopAsync(Cancelled)).Should().ThrowAsync<CapabilityNotSupportedException>())
            .Which.Feature.Should().Be(CallFeature.TransferRefer);
        await harness.PostAsync(NativeEvent.Refer(transfer, "success", 2));
        await transfer.StopAsync(Cancelled);

        harness.Names.Should().Equal("calling.refer");
    }

    private static Task<TransferOperation> TransferAsync(AdapterHarness harness) => TransferAsync(harness, new TransferRequest { To = Destination.Phone(Colleague) });

    private static Task<TransferOperation> TransferAsync(AdapterHarness harness, TransferRequest request) => harness.Control.TransferAsync(Call, request, Cancelled);

    private static Task<TransferOperation> ReferAsync(AdapterHarness harness) =>
        TransferAsync(harness, new TransferRequest { To = Destination.Sip("sip:desk@sip.example.com"), Method = TransferMethod.Refer });

    private static string Normal(JsonNode node) => Sorted(node)!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
