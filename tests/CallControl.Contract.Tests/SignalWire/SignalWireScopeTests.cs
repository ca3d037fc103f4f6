using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

public sealed class SignalWireScopeTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public static TheoryData<string> OperationNames => [.. SignalWireOperation.All.Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Stub_FailureAfterSuccess_TakesOverTheOperation(string operation)
    {
        await using var scope = new SignalWireScope(server);
        var success = await scope.StubAsync(operation, cancellationToken: Cancelled);
        var failure = await scope.StubAsync(operation, "failure.503", Cancelled);

        using var response = await SendAsync(scope, operation);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(3));
        (await failure.GetRequestsAsync(Cancelled)).Should().ContainSingle();
        (await success.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Stub_Refusal_IsTheOneThatFitsTheOperation(string operation)
    {
        await using var scope = new SignalWireScope(server);
        await scope.StubAsync(operation, "failure.422", Cancelled);
        var refusal = SignalWireRefusal.Of(operation);

        using var response = await SendAsync(scope, operation);

        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var error = (await ReadAsync(response))["errors"]!.AsArray().Should().ContainSingle().Subject!;
        error["type"]!.GetValue<string>().Should().Be("validation_error");
        error["code"]!.GetValue<string>().Should().Be(refusal.Code).And.MatchRegex("^[a-z_]+$");
        error["message"]!.GetValue<string>().Should().Be(refusal.Message);
        error["attribute"]?.GetValue<string>().Should().Be(refusal.Attribute);
        error["url"]!.GetValue<string>().Should().EndWith("#" + refusal.Code);
    }

    [Theory]
    [InlineData("400", 400, "Bad Request")]
    [InlineData("401", 401, "Unauthorized")]
    [InlineData("404", 404, "Not Found")]
    [InlineData("500", 500, "Internal Server Error")]
    public async Task Stub_PlainError_HasTheVendorsWords(string @case, int status, string words)
    {
        await using var scope = new SignalWireScope(server);
        await scope.StubAsync("dial", "failure." + @case, Cancelled);

        using var response = await SendAsync(scope, "dial");

        ((int)response.StatusCode).Should().Be(status);
        (await ReadAsync(response)).ToJsonString().Should().Be($$"""{"error":"{{words}}"}""");
    }

    [Fact]
    public async Task Stub_Huge_IsAJsonErrorOfAMegabyte()
    {
        await using var scope = new SignalWireScope(server);
        await scope.StubAsync("calling.end", "failure.huge", Cancelled);

        using var response = await SendAsync(scope, "calling.end");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await ReadAsync(response))["error"]!.GetValue<string>().Length.Should().Be(1024 * 1024);
    }

    [Fact]
    public async Task Stub_OfOneCommand_DoesNotAnswerAnotherAtTheSameAddress()
    {
        await using var scope = new SignalWireScope(server);
        var collect = await scope.StubAsync("calling.collect", SignalWireMapping.Accepted, Cancelled);
        await scope.StubAsync("calling.play", "failure.500", Cancelled);

        using var response = await SendAsync(scope, "calling.play");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await collect.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task StubSequence_FailuresThenSuccess_AnswersInOrder()
    {
        await using var scope = new SignalWireScope(server);
        var stubs = await scope.StubSequenceAsync("calling.end", ["failure.429", "failure.503", "success"], Cancelled);

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var response = await SendAsync(scope, "calling.end");
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(429, 503, 200, 200);
        (await stubs[0].GetSingleRequestAsync(Cancelled)).Url.Should().Be("/api/calling/calls");
        (await stubs[2].GetRequestsAsync(Cancelled)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("calling.end")]
    [InlineData("dial")]
    [InlineData("list_logs")]
    public async Task Stub_OfAnotherScope_DoesNotAnswer(string operation)
    {
        await using var mine = new SignalWireScope(server);
        await using var theirs = new SignalWireScope(server);
        var stub = await theirs.StubAsync(operation, "failure.500", Cancelled);

        using var response = await SendAsync(mine, operation);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        (await mine.DescribeUnmatchedAsync(Cancelled)).Should().StartWith("No stub").And.NotContain(mine.Key);
        (await theirs.DescribeUnmatchedAsync(Cancelled)).Should().Be("Every request was matched by a stub.");
    }

    [Fact]
    public void Credentials_OfAScope_AreThoseOfBasicAuthentication()
    {
        var scope = new SignalWireScope(server);

        Encoding.ASCII.GetString(Convert.FromBase64String(scope.Credentials)).Should().Be($"{scope.ProjectId}:{scope.ApiToken}");
        scope.Credentials.Should().StartWith(scope.Key);
        scope.Key.Should().MatchRegex("^[A-Za-z0-9]+$");
    }

    [Fact]
    public async Task Dispose_WithStubs_WithdrawsThem()
    {
        var scope = new SignalWireScope(server);
        var stub = await scope.StubAsync("dial", cancellationToken: Cancelled);
        using var before = await SendAsync(scope, "dial");
        before.StatusCode.Should().Be(HttpStatusCode.OK);
        await scope.DisposeAsync();

        using var response = await SendAsync(scope, "dial");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        await server.ForgetRequestsAsync(scope.Key, Cancelled);
    }

    private async Task<HttpResponseMessage> SendAsync(SignalWireScope scope, string operation)
    {
        var expected = SignalWireExpectedRequest.Of(JsonNode.Parse(scope.Fill(operation, "success"))!);
        using var message = expected.ToMessage(server.BaseAddress);
        return await Client.SendAsync(message, Cancelled);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
}
