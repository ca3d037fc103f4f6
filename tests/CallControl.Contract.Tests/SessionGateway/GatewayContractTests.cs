using CallControl.Contract.Tests.WireMock;
using CallControl.SessionGateway;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>Every endpoint in every documented case: the client's request is the one that the mapping expects, and its answer is read.</summary>
public sealed class GatewayContractTests(WireMockServer server)
{
    public static TheoryData<string, string> Calls
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var call in GatewayCall.All) data.Add(call.Endpoint, call.Case);
            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Calls_OfTheTable_CoverEveryEndpointAndEveryMapping()
    {
        var mappings = GatewayMapping.Names.Where(name => !name.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal));

        GatewayCall.All.Select(call => call.Mapping).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(mappings);
        GatewayCall.All.Where(call => call.Case == "success").Select(call => call.Endpoint)
            .Should().BeEquivalentTo(GatewayEndpoint.All.Select(endpoint => endpoint.Name));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_WithTheMappingsValues_IsMatchedOnceAndItsAnswerIsRead(string endpoint, string @case)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var call = GatewayCall.Of(endpoint, @case);
        var stub = await scope.StubAsync(endpoint, @case, Cancelled);

        var answer = await call.SendAsync(application.Client, scope, Cancelled);

        var request = await stub.GetSingleRequestAsync(Cancelled);
        request.Method.Should().Be(GatewayEndpoint.Named(endpoint).Method);
        request.Url.Should().NotContain("?");
        call.Check(answer, scope, request);
        (await server.GetUnmatchedRequestsAsync(scope.Key, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task ListConferencesAsync_WithQuery_SendsItEncoded()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stub = await scope.StubAsync("conference_list", cancellationToken: Cancelled);

        await application.Client.ListConferencesAsync(new Dictionary<string, string> { ["name"] = "a&b=c d", ["limit"] = "2" }, Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Url.Should().Be("/api/v1/conferences?name=a%26b%3Dc%20d&limit=2");
    }

    [Fact]
    public async Task CommandUid_GivenByTheCaller_IsSentAndReturned()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stub = await scope.StubAsync("hangup", "minimal", Cancelled);
        var uid = new OperationId("Own.uid_1-" + scope.Key);

        var accepted = await application.Client.HangupAsync(new CallId(scope.SessionId), new HangupCommand { CommandUid = uid }, Cancelled);

        accepted.CommandUid.Should().Be(uid);
        (await stub.GetSingleRequestAsync(Cancelled)).Json().GetProperty("command_uid").GetString().Should().Be(uid.Value);
    }

    [Fact]
    public async Task CommandUid_NotGiven_DiffersFromCommandToCommand()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stub = await scope.StubAsync("answer", cancellationToken: Cancelled);

        var first = await application.Client.AnswerAsync(new CallId(scope.SessionId), new AnswerCommand(), Cancelled);
        var second = await application.Client.AnswerAsync(new CallId(scope.SessionId), new AnswerCommand(), Cancelled);

        var sent = (await stub.GetRequestsAsync(Cancelled)).Select(request => request.Json().GetProperty("command_uid").GetString());
        sent.Should().Equal(first.CommandUid.Value, second.CommandUid.Value);
        first.CommandUid.Should().NotBe(second.CommandUid);
    }

    [Fact]
    public async Task BaseUrl_WithoutASlashAtItsEnd_LeadsToTheSamePaths()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope, options => options.BaseUrl = new Uri(scope.BaseAddress.OriginalString.TrimEnd('/')));
        var stub = await scope.StubAsync("answer", cancellationToken: Cancelled);

        await application.Client.AnswerAsync(new CallId(scope.SessionId), new AnswerCommand(), Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Url.Should().Be($"/api/v1/sessions/{scope.SessionId}/commands/answer");
    }

    [Fact]
    public async Task Client_OfTheAdapter_IsTheRegisteredOne()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);

        application.Control.GetService(typeof(ISessionGatewayClient)).Should().BeSameAs(application.Client);
        application.Control.Provider.Name.Should().Be(GatewayApplication.Account);
    }
}
