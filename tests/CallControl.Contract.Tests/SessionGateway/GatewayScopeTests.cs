using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SessionGateway;

public sealed class GatewayScopeTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string> EndpointNames => [.. GatewayEndpoint.All.Select(endpoint => endpoint.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EndpointNames))]
    public async Task Stub_FailureAfterSuccess_TakesOverTheEndpoint(string endpoint)
    {
        await using var scope = new GatewayScope(server);
        var success = await scope.StubAsync(endpoint, cancellationToken: Cancelled);
        var failure = await scope.StubAsync(endpoint, "failure.503", Cancelled);

        using var response = await SendAsync(scope, endpoint);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await failure.GetRequestsAsync(Cancelled)).Should().ContainSingle();
        (await success.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("failure.400", 400, "Invalid request body")]
    [InlineData("failure.400-missing-app-id", 400, "Missing X-App-ID header")]
    [InlineData("failure.401", 401, "Invalid API key")]
    [InlineData("failure.403", 403, "Session belongs to a different application")]
    [InlineData("failure.404", 404, "Session not found")]
    [InlineData("failure.409", 409, "Conference name already taken for this application")]
    [InlineData("failure.429", 429, "Rate limit exceeded")]
    [InlineData("failure.429-retry-after", 429, "Rate limit exceeded")]
    [InlineData("failure.500", 500, "Internal server error")]
    [InlineData("failure.503", 503, "Admin API is disabled")]
    public async Task Stub_ErrorAnswer_HasTheGatewaysErrorBody(string @case, int status, string error)
    {
        await using var scope = new GatewayScope(server);
        var stub = await scope.StubAsync("answer", @case, Cancelled);

        using var response = await SendAsync(scope, "answer");

        ((int)response.StatusCode).Should().Be(status);
        (await stub.GetRequestsAsync(Cancelled)).Should().ContainSingle();
        response.Headers.RetryAfter?.Delta.Should().Be(TimeSpan.FromSeconds(2));
        (response.Headers.RetryAfter is not null).Should().Be(@case == "failure.429-retry-after");
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        body.RootElement.GetProperty("success").GetBoolean().Should().BeFalse();
        body.RootElement.GetProperty("error").GetString().Should().Be(error);
        body.RootElement.TryGetProperty("detail", out var detail).Should().Be(status == 409);
        if (status == 409) detail.GetProperty("room_id").GetString().Should().Be(scope.RoomId);
    }

    [Fact]
    public async Task Stub_NonJson_IsAPageOfTwentyKilobytes()
    {
        await using var scope = new GatewayScope(server);
        await scope.StubAsync("answer", "failure.non-json", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        body.Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n");
        body.Length.Should().BeInRange(19_000, 21_000);
    }

    [Fact]
    public async Task Stub_EmptyBody_IsEmpty()
    {
        await using var scope = new GatewayScope(server);
        await scope.StubAsync("answer", "failure.empty-body", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsByteArrayAsync(Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task Stub_Reset_BreaksTheConnection()
    {
        await using var scope = new GatewayScope(server);
        var stub = await scope.StubAsync("answer", "failure.reset", Cancelled);

        var send = () => SendAsync(scope, "answer");

        await send.Should().ThrowAsync<HttpRequestException>();
        (await stub.GetRequestsAsync(Cancelled)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Stub_MalformedSuccess_IsAcceptedWithCutJson()
    {
        await using var scope = new GatewayScope(server);
        await scope.StubAsync("answer", "failure.malformed-success", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        var parse = () => JsonNode.Parse(body);
        parse.Should().Throw<JsonException>();
        body.Should().Contain(scope.OperationId);
    }

    [Fact]
    public async Task Stub_Huge_IsAJsonErrorOfAMegabyte()
    {
        await using var scope = new GatewayScope(server);
        await scope.StubAsync("answer", "failure.huge", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        JsonNode.Parse(body)!["error"]!.GetValue<string>().Length.Should().Be(1024 * 1024);
    }

    [Fact]
    public async Task Stub_Slow_WaitsHalfAMinute()
    {
        await using var scope = new GatewayScope(server);
        await scope.StubAsync("answer", "failure.slow", Cancelled);
        JsonNode.Parse(scope.Fill("answer", "failure.slow"))!["response"]!["fixedDelayMilliseconds"]!.GetValue<int>().Should().Be(30_000);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);

        var send = () => SendAsync(scope, "answer", patience.Token);

        await send.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task StubSequence_FailuresThenSuccess_AnswersInOrder()
    {
        await using var scope = new GatewayScope(server);
        var stubs = await scope.StubSequenceAsync("hangup", ["failure.429-retry-after", "failure.503", "success"], Cancelled);

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var response = await SendAsync(scope, "hangup");
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(429, 503, 202, 202);
        (await stubs[0].GetSingleRequestAsync(Cancelled)).Url.Should().Be($"/api/v1/sessions/{scope.SessionId}/commands/hangup");
        (await stubs[2].GetRequestsAsync(Cancelled)).Should().HaveCount(2);
    }

    [Fact]
    public async Task Stub_OfAnotherScope_DoesNotAnswer()
    {
        await using var mine = new GatewayScope(server);
        await using var theirs = new GatewayScope(server);
        var stub = await theirs.StubAsync("answer", "failure.500", Cancelled);

        using var response = await SendAsync(mine, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        (await mine.DescribeUnmatchedAsync(Cancelled)).Should().Contain(mine.SessionId).And.NotContain(mine.ApiKey);
        (await theirs.DescribeUnmatchedAsync(Cancelled)).Should().Be("Every request was matched by a stub.");
    }

    [Fact]
    public async Task Stub_SharedPath_WaitsForTheOtherScope()
    {
        await using var second = new GatewayScope(server);
        Task<WireMockStub> waiting;
        await using (var first = new GatewayScope(server))
        {
            await first.StubAsync("health", cancellationToken: Cancelled);
            await first.StubAsync("conference_list", cancellationToken: Cancelled);
            waiting = second.StubAsync("health", "failure.500", Cancelled);

            using var response = await SendAsync(first, "health");

            response.StatusCode.Should().Be(HttpStatusCode.OK);
            waiting.IsCompleted.Should().BeFalse();
        }

        (await waiting).Name.Should().Be("failure.500 GET /health");
    }

    [Fact]
    public async Task Dispose_WithStubs_WithdrawsThem()
    {
        var scope = new GatewayScope(server);
        var stub = await scope.StubAsync("answer", cancellationToken: Cancelled);
        using var before = await SendAsync(scope, "answer");
        before.StatusCode.Should().Be(HttpStatusCode.Accepted);
        await scope.DisposeAsync();

        using var response = await SendAsync(scope, "answer");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    private static async Task<HttpResponseMessage> SendAsync(GatewayScope scope, string endpoint, CancellationToken? cancellation = null)
    {
        var expected = ExpectedRequest.Of(JsonNode.Parse(scope.Fill(endpoint, "success"))!);
        using var message = expected.ToMessage(scope.BaseAddress);
        return await Client.SendAsync(message, cancellation ?? Cancelled);
    }
}
