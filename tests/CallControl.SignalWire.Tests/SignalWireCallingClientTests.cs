using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireCallingClientTests
{
    private const string Leg = """
        {"id": "e3c0fa8d-6f2b-4d1a-9a1e-5b8c7d2f1a34", "from": "+15550100", "to": "+15550102", "direction": "outbound-api", "source": "realtime_api", "url": null, "charge": 0.0125,
         "created_at": "2026-08-01T10:00:00Z", "charge_details": [{"description": "Outbound", "charge": 0.0125}], "status": "queued", "duration": 61, "duration_ms": 61250,
         "billing_ms": 120000, "type": "relay_pstn_call", "parent_id": "7f0c", "ask_id": "a1"}
        """;

    private const string DeviceLeg = """
        {"id": "e3c0fa8d-6f2b-4d1a-9a1e-5b8c7d2f1a34", "from": "+15550100", "to": "/private/bob", "direction": "outbound", "source": "realtime_api", "url": null, "charge": 0,
         "created_at": "2026-08-01T10:00:00Z", "charge_details": [], "status": null, "type": "fabric_subscriber_device_leg"}
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dial_OfACall_AnswersTheNewLeg()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, Leg);

        var leg = await signalWire.Client.DialAsync(Dial(), Token);

        signalWire.Request.Method.Should().Be(HttpMethod.Post);
        signalWire.Request.Url.Should().Be("https://example.signalwire.com/api/calling/calls");
        signalWire.Request.Authorization.Should().Be("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(CallingHarness.ProjectId + ":" + CallingHarness.ApiToken)));
        leg.Id.Should().Be(CallingHarness.Call);
        leg.From.Should().Be("+15550100");
        leg.To.Should().Be("+15550102");
        leg.Direction.Should().Be(CallLegDirection.OutboundApi);
        leg.Source.Should().Be("realtime_api");
        leg.Url.Should().BeNull();
        leg.Charge.Should().Be(0.0125m);
        leg.CreatedAt.Should().Be(new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero));
        leg.ChargeDetails.Should().ContainSingle().Which.Should().Be(new SignalWireChargeDetail { Description = "Outbound", Charge = 0.0125m });
        leg.Status.Should().Be(CallLegStatus.Queued);
        leg.Duration.Should().Be(TimeSpan.FromSeconds(61));
        leg.PreciseDuration.Should().Be(TimeSpan.FromMilliseconds(61_250));
        leg.BilledDuration.Should().Be(TimeSpan.FromMinutes(2));
        leg.Type.Should().Be(CallLegType.Phone);
        leg.ParentId.Should().Be("7f0c");
        leg.ControlId.Should().BeNull();
        leg.ExtensionData.Should().ContainKey("ask_id").WhoseValue.GetString().Should().Be("a1");
    }

    [Fact]
    public async Task Dial_OfADevice_AnswersItsLeg()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, DeviceLeg);

        var leg = await signalWire.Client.DialAsync(Dial() with { To = "/private/bob" }, Token);

        leg.Id.Should().Be(CallingHarness.Call);
        leg.Type.Should().Be(CallLegType.FabricDevice);
        leg.Status.Should().BeNull();
        leg.Duration.Should().BeNull();
        leg.ParentId.Should().BeNull();
        leg.ChargeDetails.Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"call_id": "other"}""", "other")]
    [InlineData("""{"id": null, "call_id": "other"}""", "other")]
    [InlineData("""{"id": " ", "call_id": "other"}""", "other")]
    [InlineData("""{"id": "first", "call_id": "other"}""", "first")]
    public async Task Dial_AnswerWithTheIdElsewhere_FindsIt(string answer, string expected)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, answer);

        (await signalWire.Client.DialAsync(Dial(), Token)).Id.Should().Be(new CallId(expected));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"id": null}""")]
    [InlineData("""{"id": {}}""")]
    [InlineData("[]")]
    [InlineData("<html/>")]
    public async Task Dial_AnswerWithoutACall_IsAProtocolError(string answer)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, answer);

        var dial = () => signalWire.Client.DialAsync(Dial(), Token);

        (await dial.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"status": "answered"}""")]
    public async Task Command_AnswerWithoutACall_IsThatOfTheCall(string answer)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, answer);
        var command = new TranscribeCommand();

        var leg = await signalWire.Client.TranscribeAsync(CallingHarness.Call, command, Token);

        leg.Id.Should().Be(CallingHarness.Call);
        leg.ControlId.Should().Be(command.ControlId);
    }

    [Theory]
    [InlineData("charge", "\"much\"")]
    [InlineData("charge", "1e300")]
    [InlineData("charge", "{}")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "7")]
    [InlineData("duration", "-1")]
    [InlineData("duration_ms", "1e300")]
    [InlineData("billing_ms", "[1]")]
    [InlineData("status", "{}")]
    [InlineData("direction", "[\"inbound\"]")]
    [InlineData("type", "null")]
    [InlineData("from", "{}")]
    [InlineData("charge_details", "null")]
    [InlineData("charge_details", "[null]")]
    [InlineData("charge_details", "{\"description\": \"Outbound\"}")]
    [InlineData("charge_details", "\"none\"")]
    [InlineData("charge_details", "[0.01, \"a\", [{}]]")]
    [InlineData("call_id", "null")]
    public void CallLeg_OddMember_ReadsAsNone(string member, string value)
    {
        var leg = JsonSerializer.Deserialize($$"""{"{{member}}": {{value}}, "id": "a"}""", SignalWireJsonContext.Default.SignalWireCallLeg)!;

        leg.Should().BeEquivalentTo(new SignalWireCallLeg { Id = new CallId("a") });
    }

    [Fact]
    public void CallLeg_MembersAsText_AreRead()
    {
        var leg = JsonSerializer.Deserialize(
            """{"id": "a", "charge": "0.5", "duration": "9", "duration_ms": "9638", "status": "new_word"}""", SignalWireJsonContext.Default.SignalWireCallLeg)!;

        leg.Charge.Should().Be(0.5m);
        leg.Duration.Should().Be(TimeSpan.FromSeconds(9));
        leg.PreciseDuration.Should().Be(TimeSpan.FromMilliseconds(9_638));
        leg.Status.Should().Be(new CallLegStatus("new_word"));
    }

    [Fact]
    public void Text_OfAnswers_ShowsNoNumbers()
    {
        JsonSerializer.Deserialize(Leg, SignalWireJsonContext.Default.SignalWireCallLeg)!.ToString().Should().Be("SignalWireCallLeg");
        new SignalWireCallLog { From = "+15550100" }.ToString().Should().Be("SignalWireCallLog");
    }

    [Fact]
    public async Task Command_SentTwice_KeepsItsControlId()
    {
        using var signalWire = new CallingHarness();
        var command = new TranscribeCommand();

        await signalWire.Client.TranscribeAsync(CallingHarness.Call, command, Token);
        await signalWire.Client.TranscribeAsync(CallingHarness.Call, command, Token);

        signalWire.Requests.Select(request => (string)JsonNode.Parse(request.Body!)!["params"]!["control_id"]!).Should().Equal(command.ControlId.Value, command.ControlId.Value);
    }

    [Fact]
    public async Task AdditionalProperties_OfACommand_AreMergedIntoItsParameters()
    {
        using var signalWire = new CallingHarness();
        var command = Dial() with { AdditionalProperties = new JsonObject { ["machine_detection"] = "Enable", ["to"] = "+15550103" } };

        await signalWire.Client.DialAsync(command, Token);
        await signalWire.Client.DisconnectAsync(CallingHarness.Call, new DisconnectCommand { AdditionalProperties = new JsonObject { ["new"] = true } }, Token);
        await signalWire.Client.UpdateAsync(
            CallingHarness.Call, new UpdateCommand { Status = CallUpdateStatus.Completed, AdditionalProperties = new JsonObject { ["new"] = true } }, Token);

        ShouldBe(
            signalWire.Requests[0].Body!,
            """{"command": "dial", "params": {"from": "+15550100", "to": "+15550103", "url": "https://app.example.com/swml", "machine_detection": "Enable"}}""");
        ShouldBe(signalWire.Requests[1].Body!, $$$"""{"command": "calling.disconnect", "id": "{{{CallingHarness.Call}}}", "params": {"new": true}}""");
        ShouldBe(signalWire.Requests[2].Body!, $$$"""{"command": "update", "params": {"id": "{{{CallingHarness.Call}}}", "status": "completed", "new": true}}""");
    }

    [Fact]
    public async Task Update_OfACall_LeavesTheCommandAsItWas()
    {
        using var signalWire = new CallingHarness();
        var command = new UpdateCommand { Status = CallUpdateStatus.Completed };

        await signalWire.Client.UpdateAsync(new CallId("one"), command, Token);
        await signalWire.Client.UpdateAsync(new CallId("two"), command, Token);

        command.Id.Should().BeNull();
        signalWire.Requests.Select(request => (string)JsonNode.Parse(request.Body!)!["params"]!["id"]!).Should().Equal("one", "two");
    }

    [Fact]
    public async Task Call_ThatIsNone_IsReportedWithTheOtherBreaches()
    {
        using var signalWire = new CallingHarness();

        var collect = () => signalWire.Client.CollectAsync(default, new CollectCommand { InitialTimeoutSeconds = 0 }, Token);
        var update = () => signalWire.Client.UpdateAsync(default, new UpdateCommand(), Token);
        var dial = () => signalWire.Client.DialAsync(new DialCommand { From = "" }, Token);

        (await collect.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Select(violation => violation.Field).Should().Equal("id", "initial_timeout", "digits");
        (await update.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Select(violation => violation.Field).Should().Equal("id", "status");
        (await dial.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Select(violation => violation.Field).Should().Equal("from", "to", "url");
        signalWire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetCallLog_OfACall_ReadsEveryMember()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, """
            {"id": "b7182dc2", "from": "+15550100", "to": "+15550102", "direction": "inbound", "status": "in-progress", "type": "laml_call", "source": "laml",
             "url": "https://example.signalwire.com/x", "parent_id": "p", "created_at": "2026-08-01T10:00:00Z", "duration": 9, "duration_ms": 9638, "billing_ms": 60000,
             "charge": 0.01, "charge_details": [{"description": "Text to Speech", "charge": 0.01, "new": 1}]}
            """);

        var log = await signalWire.Client.GetCallLogAsync(new CallId("a/b"), Token);

        signalWire.Request.Method.Should().Be(HttpMethod.Get);
        signalWire.Request.Url.Should().Be("https://example.signalwire.com/api/voice/logs/a%2Fb");
        signalWire.Request.Body.Should().BeNull();
        log.Id.Should().Be(new CallId("b7182dc2"));
        log.Direction.Should().Be(CallLegDirection.Inbound);
        log.Status.Should().Be(CallLogStatus.InProgress);
        log.Type.Should().Be(CallLegType.Laml);
        log.Source.Should().Be("laml");
        log.Url.Should().Be("https://example.signalwire.com/x");
        log.ParentId.Should().Be("p");
        log.Duration.Should().Be(TimeSpan.FromSeconds(9));
        log.PreciseDuration.Should().Be(TimeSpan.FromMilliseconds(9_638));
        log.BilledDuration.Should().Be(TimeSpan.FromMinutes(1));
        log.Charge.Should().Be(0.01m);
        log.ChargeDetails[0].ExtensionData.Should().ContainKey("new");
        log.DiscardedAt.Should().BeNull();
    }

    [Fact]
    public async Task GetCallLog_ThatWasDeleted_SaysSo()
    {
        using var signalWire = new CallingHarness().Answering(
            HttpStatusCode.OK, """{"id": "b7182dc2", "discarded_at": "2026-08-02T10:00:00Z", "created_at": "2026-08-01T10:00:00Z"}""");

        var log = await signalWire.Client.GetCallLogAsync(CallingHarness.Call, Token);

        log.DiscardedAt.Should().Be(new DateTimeOffset(2026, 8, 2, 10, 0, 0, TimeSpan.Zero));
        log.CreatedAt.Should().Be(new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero));
        log.Status.Should().BeNull();
        log.ChargeDetails.Should().BeEmpty();
    }

    [Fact]
    public async Task ListCallLogEvents_OfACall_ReadsThem()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, """
            {"data": [{"event_at": "2026-08-01T10:00:00Z", "level": "info", "name": "calling_call_initiated", "details": {"a": 1}, "project_id": "p", "log_id": "l"}]}
            """);

        var pages = await signalWire.Client.ListCallLogEventsAsync(CallingHarness.Call, Token).ToListAsync(Token);

        signalWire.Request.Url.Should().Be($"https://example.signalwire.com/api/voice/logs/{CallingHarness.Call}/events");
        var happened = pages.Should().ContainSingle().Which.Events.Should().ContainSingle().Subject;
        happened.OccurredAt.Should().Be(new DateTimeOffset(2026, 8, 1, 10, 0, 0, TimeSpan.Zero));
        happened.Level.Should().Be(CallLogEventLevel.Info);
        happened.Name.Should().Be("calling_call_initiated");
        happened.Details!.Value.GetProperty("a").GetInt32().Should().Be(1);
        happened.ProjectId.Should().Be("p");
        happened.LogId.Should().Be("l");
    }

    [Fact]
    public async Task ListCallLogs_SeveralPages_FollowsTheLinksAsTheyAre()
    {
        const string Next = "https://EXAMPLE.signalwire.com:443/api/voice/logs?page_number=1&page_size=2&page_token=PA2f%2B";
        using var signalWire = new CallingHarness().Answering(
            HttpStatusCode.OK,
            $$"""{"links": {"self": "s", "first": "f", "next": "{{Next}}", "prev": null}, "data": [{"id": "1"}, {"id": "2"}]}""",
            """{"links": {"self": "s", "prev": "p"}, "data": [{"id": "3"}]}""");

        var pages = await signalWire.Client.ListCallLogsAsync(new CallLogQuery { PageSize = 2 }, Token).ToListAsync(Token);

        signalWire.Requests.Select(request => request.Url).Should().Equal(
            "https://example.signalwire.com/api/voice/logs?page_size=2",
            "https://example.signalwire.com/api/voice/logs?page_number=1&page_size=2&page_token=PA2f%2B");
        signalWire.Requests.Should().OnlyContain(request => request.Authorization!.StartsWith("Basic "));
        pages.SelectMany(page => page.Logs).Select(log => log.Id.Value).Should().Equal("1", "2", "3");
        pages[0].Links!.First.Should().Be("f");
        pages[1].Links!.Previous.Should().Be("p");
    }

    [Fact]
    public async Task ListCallLogs_WithAQuery_SendsIt()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, """{"data": null}""");
        var query = new CallLogQuery
        {
            CreatedBefore = new DateOnly(2026, 8, 3),
            CreatedOn = new DateOnly(2026, 8, 2),
            CreatedAfter = new DateOnly(2026, 8, 1),
            IncludeDeleted = true,
            PageSize = 1_000,
        };

        var pages = await signalWire.Client.ListCallLogsAsync(query, Token).ToListAsync(Token);
        await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        pages.Should().ContainSingle().Which.Logs.Should().BeEmpty();
        signalWire.Requests.Select(request => request.Url).Should().Equal(
            "https://example.signalwire.com/api/voice/logs?created_before=2026-08-03&created_on=2026-08-02&created_after=2026-08-01&include_deleted=true&page_size=1000",
            "https://example.signalwire.com/api/voice/logs");
    }

    [Theory]
    [InlineData("https://evil.example.com/api/voice/logs?page_number=1")]
    [InlineData("http://example.signalwire.com/api/voice/logs?page_number=1")]
    [InlineData("https://example.signalwire.com:8443/api/voice/logs")]
    [InlineData("https://user@evil.example.com/")]
    [InlineData("https://example.signalwire.com.evil.example.com/")]
    [InlineData("//evil.example.com/api/voice/logs")]
    [InlineData("file:///etc/passwd")]
    public async Task ListCallLogs_LinkToAnotherHost_IsAProtocolError(string link)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, $$"""{"links": {"next": "{{link}}"}, "data": []}""");

        var list = async () => await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        await list.Should().ThrowAsync<ProviderProtocolException>();
        signalWire.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData("/api/voice/logs?page_number=1&page_token=PA2f%2B")]
    [InlineData("logs?page_number=1&page_token=PA2f%2B")]
    [InlineData("?page_number=1&page_token=PA2f%2B")]
    [InlineData("//example.signalwire.com/api/voice/logs?page_number=1&page_token=PA2f%2B")]
    public async Task ListCallLogs_RelativeLink_IsFollowedAtTheSpace(string link)
    {
        using var signalWire = new CallingHarness().Answering(
            HttpStatusCode.OK, $$"""{"links": {"next": "{{link}}"}, "data": [{"id": "1"}]}""", """{"data": [{"id": "2"}]}""");

        var pages = await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        signalWire.Requests[1].Url.Should().Be("https://example.signalwire.com/api/voice/logs?page_number=1&page_token=PA2f%2B");
        pages.SelectMany(page => page.Logs).Select(log => log.Id.Value).Should().Equal("1", "2");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"https://example.signalwire.com/api/voice/logs?page_number=1\"")]
    [InlineData("7")]
    [InlineData("null")]
    public async Task ListCallLogs_LinksOfAnotherKind_AreNone(string links)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, $$"""{"links": {{links}}, "data": [{"id": "1"}]}""");

        var pages = await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        pages.Should().ContainSingle().Which.Logs.Should().ContainSingle();
        pages[0].Links.Should().BeNull();
    }

    [Fact]
    public async Task Log_ThatIsNotThere_DoesNotSayThatTheCallIsOver()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.NotFound, """{"error": "Not found"}""");

        var get = () => signalWire.Client.GetCallLogAsync(CallingHarness.Call, Token);
        var list = async () => await signalWire.Client.ListCallLogEventsAsync(CallingHarness.Call, Token).ToListAsync(Token);

        (await get.Should().ThrowAsync<CommandRejectedException>()).Which.Error!.StatusCode.Should().Be(404);
        await list.Should().ThrowAsync<CommandRejectedException>();
    }

    [Fact]
    public async Task ListCallLogs_LinkThatDoesNotMove_IsAProtocolError()
    {
        using var signalWire = new CallingHarness().Answering(
            HttpStatusCode.OK, """{"links": {"next": "https://example.signalwire.com/api/voice/logs?page_number=1"}, "data": []}""");

        var list = async () => await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        await list.Should().ThrowAsync<ProviderProtocolException>();
        signalWire.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{"data": {}}""")]
    public async Task ListCallLogs_AnswerWithoutAList_IsAProtocolError(string answer)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.OK, answer);

        var list = async () => await signalWire.Client.ListCallLogsAsync(cancellationToken: Token).ToListAsync(Token);

        await list.Should().ThrowAsync<ProviderProtocolException>();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_001)]
    public void ListCallLogs_PageSize_IsLimited(int size)
    {
        using var signalWire = new CallingHarness();

        var list = () => signalWire.Client.ListCallLogsAsync(new CallLogQuery { PageSize = size }, Token);

        list.Should().Throw<RequestValidationException>().Which.Violations.Should().ContainSingle().Which.Field.Should().Be("page_size");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Log_OfACallThatWalksUpThePath_IsRefused(string id)
    {
        using var signalWire = new CallingHarness();

        var get = async () => await signalWire.Client.GetCallLogAsync(new CallId(id), Token);
        var list = () => signalWire.Client.ListCallLogEventsAsync(new CallId(id), Token);

        (await get.Should().ThrowAsync<RequestValidationException>()).Which.Violations.Should().ContainSingle().Which.Field.Should().Be("id");
        list.Should().Throw<RequestValidationException>();
        signalWire.Requests.Should().BeEmpty();
    }

    private static DialCommand Dial() => new() { From = "+15550100", To = "+15550102", Url = new Uri("https://app.example.com/swml") };

    private static void ShouldBe(string written, string expected) =>
        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(expected)).Should().BeTrue("{0} should be {1}", written, expected);
}
