using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;
using CallControl.SessionGateway;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>Every endpoint with every failure: what is thrown says what happened, what is known of the command, and no key.</summary>
public sealed class GatewayFailureTests(WireMockServer server)
{
    public static TheoryData<string, string> EndpointsAndFailures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var endpoint in GatewayEndpoint.All)
            {
                foreach (var failure in GatewayFailure.All) data.Add(endpoint.Name, failure.Case);
            }

            return data;
        }
    }

    public static TheoryData<string> Endpoints => [.. GatewayEndpoint.All.Select(endpoint => endpoint.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Failures_OfTheTable_CoverEveryMapping()
    {
        var mappings = GatewayMapping.Names.Where(name => name.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal))
            .Select(name => name[GatewayMapping.FailurePrefix.Length..]);

        GatewayFailure.All.Select(failure => failure.Case).Concat(GatewayFailure.TestedApart)
            .Should().OnlyHaveUniqueItems().And.BeEquivalentTo(mappings);
    }

    [Theory]
    [MemberData(nameof(EndpointsAndFailures))]
    public async Task Call_Failing_ThrowsWhatTheFailureMeans(string endpoint, string @case)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var call = GatewayCall.Of(endpoint);
        var failure = GatewayFailure.Of(@case);
        var stub = await scope.StubAsync(endpoint, GatewayMapping.FailurePrefix + @case, Cancelled);

        var send = () => call.SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(failure.KindFor(call));
        thrown.Effect.Should().Be(failure.Effect);
        thrown.IsTransient.Should().Be(failure.IsTransient);
        thrown.Provider.Should().Be(GatewayApplication.Account);
        (thrown as RateLimitedException)?.RetryAfter.Should().Be(@case == "429-retry-after" ? TimeSpan.FromSeconds(2) : null);
        var request = await stub.GetSingleRequestAsync(Cancelled);
        ShouldNameItsCommand(thrown, call, scope, request);
        ShouldShowNoKey(thrown, scope);
        if (failure.Status == 0)
            thrown.Error.Should().BeNull();
        else
            ShouldTellTheAnswer(thrown.Error!, failure, scope, endpoint);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Call_AnsweredWithCutJson_ThrowsProtocolAndTheEffectIsUnknown(string endpoint)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var call = GatewayCall.Of(endpoint);
        var stub = await scope.StubAsync(endpoint, "failure.malformed-success", Cancelled);

        var send = () => call.SendAsync(application.Client, scope, Cancelled);

        if (endpoint == "health")
        {
            // A gateway that answers is well, in whatever words it says so.
            (await send()).Should().BeOfType<GatewayAnswer>().Which.Members.Should().BeEmpty();
            return;
        }

        var thrown = (await send.Should().ThrowAsync<ProviderProtocolException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error.Should().Be(new ProviderError { StatusCode = 202 });
        ShouldNameItsCommand(thrown, call, scope, await stub.GetSingleRequestAsync(Cancelled));
        ShouldShowNoKey(thrown, scope);
    }

    [Fact]
    public async Task CreateConferenceAsync_NameTaken_TellsTheExistingRoom()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        await scope.StubAsync("conference_create", "failure.409", Cancelled);

        var create = () => application.Client.CreateConferenceAsync(new CreateConferenceCommand { Name = scope.ConferenceName }, Cancelled);

        var thrown = (await create.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.GetExistingRoomId().Should().Be(scope.RoomId);
        thrown.Error!.Detail.Should().Be($$"""{"room_id":"{{scope.RoomId}}"}""");
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("conference_create")]
    [InlineData("conference_delete")]
    public async Task Call_ResetOnAConnectionInUse_IsNotSentAgain(string endpoint)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var call = GatewayCall.Of(endpoint);
        var stubs = await scope.StubSequenceAsync(endpoint, ["success", "failure.reset"], Cancelled);
        await call.SendAsync(application.Client, scope, Cancelled);

        var send = () => call.SendAsync(application.Client, scope, Cancelled);

        (await send.Should().ThrowAsync<ProviderUnavailableException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
        await stubs[0].GetSingleRequestAsync(Cancelled);
        await stubs[1].GetSingleRequestAsync(Cancelled);
    }

    [Fact]
    public async Task Call_AfterAFailure_WorksAgain()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stubs = await scope.StubSequenceAsync("hangup", ["failure.503", "failure.huge", "failure.reset", "success"], Cancelled);
        var call = GatewayCall.Of("hangup");
        var send = () => call.SendAsync(application.Client, scope, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        var answer = await send();

        call.Check(answer, scope, await stubs[3].GetSingleRequestAsync(Cancelled));
    }

    private static void ShouldNameItsCommand(CallControlException thrown, GatewayCall call, GatewayScope scope, WireMockRequest request)
    {
        thrown.Call.Should().Be(call.IsSessionCommand ? new CallId(scope.SessionId) : default);
        thrown.Operation?.Value.Should().Be(request.Json().GetProperty("command_uid").GetString());
        (thrown.Operation is not null).Should().Be(call.IsSessionCommand);
    }

    private static void ShouldTellTheAnswer(ProviderError error, GatewayFailure failure, GatewayScope scope, string endpoint)
    {
        error.StatusCode.Should().Be(failure.Status);
        error.Code.Should().BeNull("the gateway has no codes");
        error.Title.Should().Be(failure.Title);
        error.Detail.Should().Be(failure.Status == 409 ? $$"""{"room_id":"{{scope.RoomId}}"}""" : null);
        if (failure.CutAt is { } limit)
        {
            Encoding.UTF8.GetByteCount(error.Body).Should().Be(limit);
            error.Body.Should().StartWith(failure.Case == "huge" ? """{"success": false, "error": "The switch is out of order""" : "<!DOCTYPE html>");
            return;
        }

        var written = JsonNode.Parse(scope.Fill(endpoint, GatewayMapping.FailurePrefix + failure.Case))!["response"]!["jsonBody"];
        if (written is null)
            error.Body.Should().BeEmpty();
        else
            JsonNode.DeepEquals(JsonNode.Parse(error.Body), written).Should().BeTrue("{0} is not {1}", error.Body, written);
    }

    private static void ShouldShowNoKey(CallControlException thrown, GatewayScope scope)
    {
        thrown.Message.Should().NotBeEmpty();
        thrown.ToString().Should().NotContainAny(scope.ApiKey, scope.AdminApiKey, "fictional-");
    }
}
