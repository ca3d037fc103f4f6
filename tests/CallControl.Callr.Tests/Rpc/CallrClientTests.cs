using System.Text;
using System.Text.Json.Nodes;

namespace CallControl.Callr.Tests;

public sealed class CallrClientTests
{
    private const string App = "4346423A";

    public static TheoryData<string, string> Samples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in RpcSamples.All)
                data.Add(sample.Method, sample.Case);

            return data;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Call_WithTheFixturesValues_SendsItsParametersAndReadsItsResult(string method, string @case)
    {
        var sample = RpcSamples.Of(method, @case);
        var fixture = RpcHarness.ReadFixture(sample.Fixture);
        using var callr = new RpcHarness().WithResult(fixture["result"]?.ToJsonString() ?? "null");

        var answer = await sample.SendAsync(callr.Client, Token);

        sample.Check(answer);
        var sent = callr.Request.Json();
        sent.EnumerateObject().Select(member => member.Name).Should().Equal("jsonrpc", "id", "method", "params");
        sent.GetProperty("jsonrpc").GetString().Should().Be("2.0");
        sent.GetProperty("method").GetString().Should().Be(method);
        var expected = fixture["params"]!;
        var parameters = sent.GetProperty("params");
        JsonNode.DeepEquals(JsonNode.Parse(parameters.GetRawText()), expected).Should().BeTrue("{0} is not {1}", parameters, expected.ToJsonString());
    }

    [Fact]
    public async Task Call_Any_IsAPostToTheBaseAddressWithTheVendorsContentType()
    {
        using var callr = new RpcHarness().WithResult("true");

        await callr.Client.HangupCallAsync(421889, Token);

        var sent = callr.Request;
        sent.Method.Should().Be(HttpMethod.Post);
        sent.Url.Should().Be("https://api.example.com/json-rpc/v1.1/");
        sent.Header("Content-Type").Should().Be("application/json-rpc; charset=utf-8");
        sent.Header("Expect").Should().BeNull();
        sent.Header("CALLR-Login-As").Should().BeNull();
        sent.Header("Authorization").Should().Be("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("a-login:s3cr3t: é")));
        sent.Body.Should().Be("""{"jsonrpc":"2.0","id":1,"method":"calls.hangup","params":[421889,{}]}""");
    }

    [Fact]
    public async Task Calls_AtTheSameTime_HaveIdsOfTheirOwn()
    {
        using var callr = new RpcHarness().WithResult("true");

        await Task.WhenAll(Enumerable.Range(1, 50).Select(number => callr.Client.HangupCallAsync((ulong)number, Token)));

        callr.Requests.Select(request => request.Json().GetProperty("id").GetInt64()).Should().BeEquivalentTo(Enumerable.Range(1, 50));
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":2,"result":true}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"result":true}""")]
    [InlineData("""{"jsonrpc":"2.0","id":true,"result":true}""")]
    [InlineData("""{"jsonrpc":"2.0","result":true}""")]
    public async Task Answer_ForAnotherRequest_IsAProtocolError(string answer)
    {
        using var callr = new RpcHarness().WithBody(answer);

        var thrown = await ThrownAsync<ProviderProtocolException>(() => callr.Client.HangupCallAsync(421889, Token));

        thrown.Message.Should().Be("The answer of 'callr-1' to 'calls.hangup' is for another request.");
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.Call.Should().Be(new CallId("421889"));
        thrown.Provider.Should().Be(RpcHarness.Provider);
    }

    [Fact]
    public async Task Answer_WithTheIdAsText_IsRead()
    {
        using var callr = new RpcHarness().WithBody("""{"jsonrpc":"2.0","id":"1","result":true}""");

        (await callr.Client.HangupCallAsync(421889, Token)).Should().BeTrue();
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":null}""")]
    public async Task Answer_WithoutAResult_IsAProtocolError(string answer)
    {
        using var callr = new RpcHarness().WithBody(answer);

        var thrown = await ThrownAsync<ProviderProtocolException>(() => callr.Client.BreakCommandAsync(421889, Token));

        thrown.Message.Should().Be("The answer of 'callr-1' to 'calls.realtime_break' has neither a result nor an error.");
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.Call.Should().Be(new CallId("421889"));
    }

    [Theory]
    [InlineData("calls.realtime", "null")]
    [InlineData("calls.realtime", "\"\"")]
    [InlineData("calls.realtime", "false")]
    [InlineData("calls.realtime", "{}")]
    [InlineData("calls.realtime", "\"\\ud800\"")]
    [InlineData("calls.hangup", "null")]
    [InlineData("calls.hangup", "\"maybe\"")]
    [InlineData("calls.hangup", "[]")]
    [InlineData("apps.create", "null")]
    [InlineData("apps.create", "true")]
    [InlineData("apps.create", "[]")]
    [InlineData("apps.get_list", "null")]
    [InlineData("apps.get_list", "[true]")]
    [InlineData("apps.get_list", "[null]")]
    [InlineData("apps.get_authorized_clis", "[null]")]
    [InlineData("apps.delete", "false")]
    [InlineData("apps.delete", "null")]
    [InlineData("media/library.create", "null")]
    [InlineData("media/library.create", "\"a\"")]
    [InlineData("media/library.get_list", "\"none\"")]
    public async Task Result_OfAnotherKindThanDocumented_IsAProtocolErrorWithUnknownEffect(string method, string result)
    {
        using var callr = new RpcHarness().WithResult(result);

        var thrown = await ThrownAsync<ProviderProtocolException>(() => RpcSamples.Of(method).SendAsync(callr.Client, Token));

        thrown.Message.Should().Be($"The result of '{method}' from 'callr-1' is not what the vendor documents.");
        thrown.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Theory]
    [InlineData("""["+33199000000"]""")]
    [InlineData("""{"1": {"cli": "+33199000000"}}""")]
    public async Task ListAuthorizedCallerIds_WrittenOddly_IsReadAllTheSame(string result)
    {
        using var callr = new RpcHarness().WithResult(result);

        var ids = await callr.Client.ListAuthorizedCallerIdsAsync(CallrCallerIdType.Call, Token);

        ids.Should().Equal(new CallrAuthorizedCallerId { CallerId = "+33199000000" });
    }

    [Theory]
    [InlineData("calls.realtime", "12345", "12345")]
    [InlineData("calls.hangup", "1", true)]
    [InlineData("calls.hangup", "\"0\"", false)]
    [InlineData("media/library.create", "\"131\"", 131L)]
    public async Task Result_WrittenOddly_IsReadAllTheSame(string method, string result, object expected)
    {
        using var callr = new RpcHarness().WithResult(result);

        (await RpcSamples.Of(method).SendAsync(callr.Client, Token)).Should().Be(expected);
    }

    [Fact]
    public async Task GetAppAsync_MembersOfOtherKinds_AreLeftAtTheirDefaults()
    {
        using var callr = new RpcHarness().WithResult(
            """{"hash":42,"name":["a"],"p":[],"did":"none","package":true,"date_creation":"0000-00-00 00:00:00","date_update":17,"new":{"a":1}}""");

        var app = await callr.Client.GetAppAsync(App, Token);

        app.Hash.Should().Be("42");
        app.Name.Should().BeNull();
        app.Settings.Should().BeNull();
        app.Dids.Should().BeEmpty();
        app.Package.Should().BeNull();
        app.CreatedAt.Should().BeNull();
        app.UpdatedAt.Should().BeNull();
        app.Others.Should().ContainSingle().Which.Value.GetRawText().Should().Be("""{"a":1}""");
    }

    [Fact]
    public async Task GetAppAsync_ListsAsObjects_AreReadAsLists()
    {
        using var callr = new RpcHarness().WithResult(
            """{"hash":"4346423A","did":{"0":{"hash":"D1D1D1D1"},"1":null,"2":{"hash":"D2D2D2D2","app":{}}},"p":{"url":"no address","login":7,"other":"kept"},"package":{"has_did":"yes"}}""");

        var app = await callr.Client.GetAppAsync(App, Token);

        app.Dids.Select(did => did.Hash).Should().Equal("D1D1D1D1", "D2D2D2D2");
        app.Settings!.Url.Should().BeNull();
        app.Settings.Login.Should().Be("7");
        app.Settings.Others.Should().ContainKey("other");
        app.Package!.HasDid.Should().BeNull();
    }

    [Fact]
    public async Task EditAppAsync_MembersThatAreNotKnown_AreSentToo()
    {
        using var callr = new RpcHarness().WithResult("""{"hash":"4346423A","p":{"url":"https://ivr.example.com/a?b=c","mode":7}}""");
        var settings = (await callr.Client.GetAppAsync(App, Token)).Settings!;

        await callr.Client.EditAppAsync(App, null, settings, Token);

        callr.Requests[1].Json().GetProperty("params").GetRawText().Should().Be("""["4346423A",null,{"url":"https://ivr.example.com/a?b=c","mode":7}]""");
    }

    [Fact]
    public async Task GetMediaAsync_MembersOfOtherKinds_AreLeftAtTheirDefaults()
    {
        using var callr = new RpcHarness().WithResult(
            """{"id":"131","duration":"long","status":null,"language":"en_GB","category":{"0":"ANNOUNCE","1":{}},"tags":{"shop":"north","none":[]},"url":"","is_editable":[]}""");

        var media = await callr.Client.GetMediaAsync(131, Token);

        media.Id.Should().Be(131);
        media.Duration.Should().BeNull();
        media.Status.Should().Be(default(CallrMediaStatus));
        media.Languages.Should().Equal("en_GB");
        media.Categories.Should().Equal("ANNOUNCE");
        media.Tags.Should().HaveCount(2);
        media.Tags["shop"].Should().Equal("north");
        media.Tags["none"].Should().BeEmpty();
        media.Url.Should().BeNull();
        media.IsEditable.Should().BeNull();
    }

    [Fact]
    public async Task GetMediaAsync_NewStatus_IsKept()
    {
        using var callr = new RpcHarness().WithResult("""{"id":131,"status":"LEVITATING"}""");

        (await callr.Client.GetMediaAsync(131, Token)).Status.Should().Be(new CallrMediaStatus("LEVITATING"));
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("{\"a\":[1,null]}", "{\"a\":[1,null]}")]
    [InlineData("[]", "[]")]
    [InlineData("7", "7")]
    public async Task InvokeAsync_AnyMethod_SendsTheParametersAndReturnsTheResult(string result, string? expected)
    {
        using var callr = new RpcHarness().WithResult(result);
        var parameters = new JsonArray("x", null, new JsonObject { ["limit"] = 5 });

        var answer = await callr.Client.InvokeAsync("media/library.search", parameters, Token);
        await callr.Client.InvokeAsync("media/library.search", parameters, Token);

        answer?.ToJsonString().Should().Be(expected);
        callr.Requests.Select(request => request.Body).Should().Equal(
            """{"jsonrpc":"2.0","id":1,"method":"media/library.search","params":["x",null,{"limit":5}]}""",
            """{"jsonrpc":"2.0","id":2,"method":"media/library.search","params":["x",null,{"limit":5}]}""");
    }

    [Fact]
    public async Task InvokeAsync_NoMethodOrNoParameters_IsRefusedAtOnce()
    {
        using var callr = new RpcHarness().WithResult("1");

        await ThrownAsync<ArgumentException>(() => callr.Client.InvokeAsync(" ", [], Token));
        await ThrownAsync<ArgumentNullException>(() => callr.Client.InvokeAsync("calls.hangup", null!, Token));

        callr.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{"cdr_field":null}""")]
    public async Task StartCallAsync_NoTag_NeverSendsNullForIt(string? additional)
    {
        using var callr = new RpcHarness().WithResult("\"r1\"");
        var command = new StartCallCommand
        {
            App = App,
            Target = new() { Number = "+33622222222" },
            CallerId = "BLOCKED",
            AdditionalProperties = additional is null ? null : JsonNode.Parse(additional)!.AsObject(),
        };

        await callr.Client.StartCallAsync(command, Token);

        callr.Request.Json().GetProperty("params")[2].GetRawText().Should().Be("""{"cli":"BLOCKED"}""");
    }

    [Fact]
    public async Task StartCallAsync_AdditionalProperties_ReplaceAndExtendTheOptionsAndStayAsTheyAre()
    {
        using var callr = new RpcHarness().WithResult("\"r1\"");
        var additional = new JsonObject { ["cli"] = "+33199000001", ["deep"] = new JsonObject { ["a"] = 1 } };
        var command = new StartCallCommand { App = App, Target = new() { Number = "+33622222222" }, CallerId = "BLOCKED", AdditionalProperties = additional };

        await callr.Client.StartCallAsync(command, Token);
        await callr.Client.StartCallAsync(command, Token);

        var options = callr.Requests.Select(request => request.Json().GetProperty("params")[2]).ToList();
        options.Should().HaveCount(2).And.OnlyContain(each => each.GetProperty("cli").GetString() == "+33199000001" && each.GetProperty("deep").GetProperty("a").GetInt32() == 1);
        additional.ToJsonString().Should().Be("""{"cli":"\u002B33199000001","deep":{"a":1}}""");
    }

    [Fact]
    public async Task Call_NotAnsweredInTime_IsUnavailableWithUnknownEffect()
    {
        using var callr = new RpcHarness();
        using var never = new NeverHandler();
        callr.Options.CommandTimeout = TimeSpan.FromSeconds(3);
        var client = new CallrClient(
            new CallControl.Providers.CommandTransport(never, "client", new CallrDialect(RpcHarness.Provider, () => callr.Options), callr.Time), RpcHarness.Provider);
        var sending = client.HangupCallAsync(421889, Token);
        await callr.Time.WaitForTimersAsync(1, Token);

        callr.Time.Advance(TimeSpan.FromSeconds(3));

        var thrown = await ThrownAsync<ProviderUnavailableException>(() => sending);
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.Message.Should().Contain("'calls.hangup' within 3 s");
    }

    private static async Task<TException> ThrownAsync<TException>(Func<Task> send)
        where TException : Exception => (await FluentActions.Awaiting(send).Should().ThrowAsync<TException>()).Which;

    private sealed class NeverHandler : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) =>
            new(this, disposeHandler: false) { BaseAddress = new Uri("https://api.example.com/"), Timeout = Timeout.InfiniteTimeSpan };

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var never = new TaskCompletionSource();
            await using var registration = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
            await never.Task;
            throw new InvalidOperationException("Never is over.");
        }
    }
}
