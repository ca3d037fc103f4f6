using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;
using static CallControl.Contract.Tests.SignalWire.SignalWireAdapterScope;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>What the neutral verbs that dial, join and end calls become: the bodies are written from the vendor's documentation.</summary>
public sealed class SignalWireAdapterCallTests(WireMockServer server)
{
    private const string Status = SignalWireApplication.StatusUrl;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("phone", "+15550102")]
    [InlineData("sip", "sip:bob@pbx.example.com")]
    [InlineData("address", "/private/reception")]
    public async Task DialAsync_ToAnyDestination_KeepsTheCallAliveAndAsksForAllStates(string kind, string to)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var dial = await scope.TakeAsync("dial");
        Destination destination = kind switch { "phone" => Destination.Phone(to), "sip" => Destination.Sip(to), _ => Destination.Address(to) };

        var call = await scope.Control.DialAsync(
            new DialRequest { From = "+15550100", To = destination, RingTimeout = TimeSpan.FromSeconds(25) }, Cancelled);

        call.Should().Be(scope.Call);
        scope.ShouldBe(
            await SentAsync(dial),
            "dial",
            $$"""
            {
              "from": "+15550100",
              "to": "{{to}}",
              "timeout": 25,
              "swml": {{KeepAlive}},
              "status_url": "{{Status}}",
              "status_events": ["created", "ringing", "answered", "ended"]
            }
            """,
            call: null);
    }

    [Fact]
    public async Task DialAsync_WithMachineDetection_RunsItBeforeTheCallIsKeptAlive()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var dial = await scope.TakeAsync("dial");

        await scope.Control.DialAsync(
            new DialRequest
            {
                From = "+15550100",
                To = Destination.Phone("+15550102"),
                MachineDetection = new MachineDetectionOptions { WaitForBeep = true, Timeout = TimeSpan.FromSeconds(20) },
            },
            Cancelled);

        scope.ShouldBe(
            await SentAsync(dial),
            "dial",
            $$$"""
            {
              "from": "+15550100",
              "to": "+15550102",
              "swml": {"version": "1.0.0", "sections": {"main": [
                {"detect_machine": {"detect_message_end": true, "timeout": 20, "status_url": "{{{Status}}}", "wait": false}},
                {"sleep": -1}
              ]}},
              "status_url": "{{{Status}}}",
              "status_events": ["created", "ringing", "answered", "ended"]
            }
            """,
            call: null);
    }

    [Fact]
    public async Task DialAsync_WithAdditionalProperties_SendsThemAmongTheParameters()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var dial = await scope.TakeAsync("dial");

        await scope.Control.DialAsync(
            new DialRequest
            {
                From = "+15550100",
                To = Destination.Phone("+15550102"),
                AdditionalProperties = new JsonObject { ["max_price_per_minute"] = 0.05, ["send_digits"] = "1w2" },
            },
            Cancelled);

        var parameters = (await SentAsync(dial)).Json().GetProperty("params");
        parameters.GetProperty("max_price_per_minute").GetDouble().Should().Be(0.05);
        parameters.GetProperty("send_digits").GetString().Should().Be("1w2");
    }

    [Theory]
    [InlineData("normal", "hangup")]
    [InlineData("busy", "busy")]
    [InlineData("rejected", "decline")]
    [InlineData("no-answer", "noAnswer")]
    [InlineData("cancelled", "cancel")]
    [InlineData("failed", "error")]
    public async Task HangupAsync_WithACause_TellsTheVendorsReason(string cause, string reason)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var end = await scope.TakeAsync("calling.end");

        await scope.Control.HangupAsync(scope.Call, new HangupRequest { Cause = new HangupCause(cause) }, Cancelled);

        scope.ShouldBe(await SentAsync(end), "calling.end", $$"""{"reason": "{{reason}}"}""");
    }

    [Theory]
    [InlineData("busy", "busy")]
    [InlineData("rejected", "decline")]
    public async Task RejectAsync_CallThatWaitsForNoDocument_EndsItByACommand(string cause, string reason)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var end = await scope.TakeAsync("calling.end");

        await scope.Control.RejectAsync(scope.Call, new RejectRequest { Cause = new HangupCause(cause) }, Cancelled);

        scope.ShouldBe(await SentAsync(end), "calling.end", $$"""{"reason": "{{reason}}"}""");
    }

    [Theory]
    [InlineData("phone", "+15550102")]
    [InlineData("sip", "sip:bob@pbx.example.com")]
    [InlineData("address", "/private/reception")]
    public async Task TransferAsync_ToAnyDestination_ConnectsByADocument(string kind, string to)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var transfer = await scope.TakeAsync("calling.transfer");
        Destination destination = kind switch { "phone" => Destination.Phone(to), "sip" => Destination.Sip(to), _ => Destination.Address(to) };

        var operation = await scope.Control.TransferAsync(
            scope.Call,
            new TransferRequest
            {
                To = destination,
                From = "+15550199",
                RingTimeout = TimeSpan.FromSeconds(30),
                MaxDuration = TimeSpan.FromHours(1),
                SipHeaders = kind == "sip" ? new Dictionary<string, string> { ["X-Ticket"] = "42" } : new Dictionary<string, string>(),
            },
            Cancelled);

        var headers = kind == "sip" ? """ "headers": [{"name": "X-Ticket", "value": "42"}], """ : "";
        scope.ShouldBe(
            await SentAsync(transfer),
            "calling.transfer",
            $$$$"""
            {"dest": {"version": "1.0.0", "sections": {"main": [
              {"connect": {
                "to": "{{{{to}}}}",
                "from": "+15550199",
                "timeout": 30,
                "max_duration": 3600,{{{{headers}}}}
                "status_url": "{{{{Status}}}}/{{{{operation.Id}}}}",
                "call_state_url": "{{{{Status}}}}",
                "call_state_events": ["created", "ringing", "answered", "ended"]
              }},
              {"switch": {"variable": "connect_result", "case": {"connected": [{"hangup": {}}]}, "default": [{"sleep": -1}]}}
            ]}}}
            """);
    }

    [Fact]
    public async Task StopAsync_OfATransfer_HasTheCallRunTheKeepAliveDocument()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var transfer = await scope.TakeAsync("calling.transfer");
        var operation = await scope.Control.TransferAsync(scope.Call, new TransferRequest { To = Destination.Phone("+15550102") }, Cancelled);

        await operation.StopAsync(Cancelled);

        scope.ShouldBe((await transfer.GetRequestsAsync(Cancelled))[1], "calling.transfer", $$"""{"dest": {{KeepAlive}}}""");
        (await operation.Completion).End.Should().Be(OperationEnd.Stopped);
    }

    [Fact]
    public async Task TransferAsync_ByRefer_AsksTheFarEnd()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var refer = await scope.TakeAsync("calling.refer");

        var operation = await scope.Control.TransferAsync(
            scope.Call,
            new TransferRequest { To = Destination.Sip("sip:bob@pbx.example.com"), Method = TransferMethod.Refer, From = "sip:alice@pbx.example.com" },
            Cancelled);

        scope.ShouldBe(
            await SentAsync(refer),
            "calling.refer",
            $$$"""
            {
              "device": {"type": "sip", "params": {"to": "sip:bob@pbx.example.com", "from": "sip:alice@pbx.example.com"}},
              "status_url": "{{{Status}}}/{{{operation.Id}}}"
            }
            """);
    }

    [Theory]
    [InlineData(null, """{"sleep": -1}""")]
    [InlineData(true, """{"sleep": -1}""")]
    [InlineData(false, """{"switch": {"variable": "join_conference_result", "case": {"completed": [{"hangup": {}}]}, "default": [{"sleep": -1}]}}""")]
    public async Task BridgeAsync_TwoCalls_PutsBothIntoOneConference(bool? keep, string afterwards)
    {
        await using var scope = new SignalWireAdapterScope(server);
        var transfer = await scope.TakeAsync("calling.transfer");

        var bridge = await scope.Control.BridgeAsync(scope.Call, new BridgeRequest { With = scope.Other, KeepAfterwards = keep }, Cancelled);

        var sent = await transfer.GetRequestsAsync(Cancelled);
        sent.Should().HaveCount(2);
        var name = sent[0].Json().GetProperty("params").GetProperty("dest").GetProperty("sections").GetProperty("main")[0].GetProperty("join_conference").GetProperty("name").GetString()!;
        name.Should().Contain(bridge.Id.Value);
        scope.ShouldBe(sent[0], "calling.transfer", Conference(afterwards));
        scope.ShouldBe(sent[1], "calling.transfer", Conference("""{"sleep": -1}"""), scope.Other.Value);

        string Conference(string last) =>
            $$$$"""
            {"dest": {"version": "1.0.0", "sections": {"main": [
              {"join_conference": {
                "name": "{{{{name}}}}",
                "beep": "false",
                "end_on_exit": true,
                "status_callback": "{{{{Status}}}}/{{{{bridge.Id}}}}",
                "status_callback_event": "start end join leave",
                "status_callback_event_type": "relay"
              }},
              {{{{last}}}}
            ]}}}
            """;
    }

    [Fact]
    public async Task StopAsync_OfABridge_TakesBothOutOfTheConference()
    {
        await using var scope = new SignalWireAdapterScope(server);
        var transfer = await scope.TakeAsync("calling.transfer");
        var bridge = await scope.Control.BridgeAsync(scope.Call, new BridgeRequest { With = scope.Other }, Cancelled);

        await bridge.StopAsync(Cancelled);

        var sent = (await transfer.GetRequestsAsync(Cancelled)).Skip(2).OrderBy(request => request.Body.Contains(scope.Other.Value, StringComparison.Ordinal)).ToList();
        sent.Should().HaveCount(2);
        scope.ShouldBe(sent[0], "calling.transfer", $$"""{"dest": {{KeepAlive}}}""");
        scope.ShouldBe(sent[1], "calling.transfer", $$"""{"dest": {{KeepAlive}}}""", scope.Other.Value);
        (await bridge.Completion).End.Should().Be(OperationEnd.Stopped);
    }
}
