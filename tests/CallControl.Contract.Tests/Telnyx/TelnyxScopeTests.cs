using System.Net;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Telnyx;

public sealed class TelnyxScopeTests(WireMockServer server)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string> OperationNames => [.. TelnyxOperation.All.Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Stub_FailureAfterSuccess_TakesOverTheOperation(string operation)
    {
        await using var scope = new TelnyxScope(server);
        var success = await scope.StubAsync(operation, cancellationToken: Cancelled);
        var failure = await scope.StubAsync(operation, "failure.503", Cancelled);

        using var response = await SendAsync(scope, operation);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await failure.GetRequestsAsync(Cancelled)).Should().ContainSingle();
        (await success.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(OperationNames))]
    public async Task Stub_Refusal_IsTheOneThatFitsTheOperation(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await scope.StubAsync(operation, "failure.422", Cancelled);
        var refusal = TelnyxRefusal.Of(operation);

        using var response = await SendAsync(scope, operation);

        response.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        var error = (await ReadAsync(response))["errors"]!.AsArray().Should().ContainSingle().Subject!;
        error["code"]!.GetValue<string>().Should().Be(refusal.Code).And.MatchRegex("^[0-9]{5}$");
        error["title"]!.GetValue<string>().Should().Be(refusal.Title);
        error["detail"]!.GetValue<string>().Should().Be(refusal.Detail);
        error["source"]!.AsObject().Should().ContainSingle()
            .Which.Should().Match<KeyValuePair<string, JsonNode?>>(source => source.Key == refusal.SourceKind && source.Value!.GetValue<string>() == refusal.Source);
        error["meta"]!["url"]!.GetValue<string>().Should().EndWith("/errors/" + refusal.Code);
    }

    [Theory]
    [InlineData("400", 400, "10015")]
    [InlineData("400-audio", 400, "90040")]
    [InlineData("401", 401, "10009")]
    [InlineData("403", 403, "10010")]
    [InlineData("403-account", 403, "20012")]
    [InlineData("404", 404, "10005")]
    [InlineData("422-ended", 422, "90018")]
    [InlineData("422-several", 422, "10004", "10033", "10015")]
    [InlineData("422-srtp", 422, "10011")]
    [InlineData("429", 429, "10011")]
    [InlineData("429-bare", 429, "10011")]
    [InlineData("429-dials", 429, "90103")]
    [InlineData("429-epoch", 429, "10011")]
    [InlineData("429-retry-after-ms", 429, "10011")]
    [InlineData("500", 500, "10007")]
    [InlineData("503", 503, "10007")]
    public async Task Stub_ErrorAnswer_HasTheVendorsErrors(string @case, int status, params string[] codes)
    {
        await using var scope = new TelnyxScope(server);
        var stub = await scope.StubAsync("dial", "failure." + @case, Cancelled);

        using var response = await SendAsync(scope, "dial");

        ((int)response.StatusCode).Should().Be(status);
        (await stub.GetRequestsAsync(Cancelled)).Should().ContainSingle();
        var errors = (await ReadAsync(response))["errors"]!.AsArray();
        errors.Select(error => error!["code"]!.GetValue<string>()).Should().Equal(codes);
        errors.Should().OnlyContain(error => error!["title"]!.GetValue<string>().Length > 0);
        response.Headers.RetryAfter?.Delta.Should().Be(TimeSpan.FromSeconds(3));
        (response.Headers.RetryAfter is not null).Should().Be(@case == "503");
    }

    [Theory]
    [InlineData("429", "2")]
    [InlineData("429-dials", "1")]
    [InlineData("429-retry-after-ms", "7")]
    [InlineData("429-epoch", null)]
    public async Task Stub_RateLimit_HasItsHeaders(string @case, string? reset)
    {
        await using var scope = new TelnyxScope(server);
        await scope.StubAsync("dial", "failure." + @case, Cancelled);

        using var response = await SendAsync(scope, "dial");

        response.Headers.GetValues("x-ratelimit-limit").Should().Equal("200");
        response.Headers.GetValues("x-ratelimit-remaining").Should().Equal("0");
        response.Headers.GetValues("x-ratelimit-reset").Should().Equal(reset ?? $"{scope.ResetsAt.ToUnixTimeSeconds()}");
        response.Headers.Contains("retry-after-ms").Should().Be(@case == "429-retry-after-ms");
    }

    [Fact]
    public async Task Stub_NonJson_IsAPageOfTwentyKilobytes()
    {
        await using var scope = new TelnyxScope(server);
        await scope.StubAsync("answer", "failure.non-json", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.BadGateway);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/html");
        var body = await response.Content.ReadAsStringAsync(Cancelled);
        body.Should().StartWith("<!DOCTYPE html>").And.EndWith("</html>\n");
        body.Length.Should().BeInRange(19_000, 21_000);
    }

    [Fact]
    public async Task Stub_Huge_IsAJsonErrorOfAMegabyte()
    {
        await using var scope = new TelnyxScope(server);
        await scope.StubAsync("answer", "failure.huge", Cancelled);

        using var response = await SendAsync(scope, "answer");

        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await ReadAsync(response))["errors"]![0]!["title"]!.GetValue<string>().Length.Should().Be(1024 * 1024);
    }

    [Fact]
    public async Task Stub_Reset_BreaksTheConnection()
    {
        await using var scope = new TelnyxScope(server);
        var stub = await scope.StubAsync("answer", "failure.reset", Cancelled);

        var send = () => SendAsync(scope, "answer");

        await send.Should().ThrowAsync<HttpRequestException>();
        (await stub.GetRequestsAsync(Cancelled)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task StubSequence_FailuresThenSuccess_AnswersInOrder()
    {
        await using var scope = new TelnyxScope(server);
        var stubs = await scope.StubSequenceAsync("hangup", ["failure.429", "failure.503", "success"], Cancelled);

        var statuses = new List<int>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var response = await SendAsync(scope, "hangup");
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(429, 503, 200, 200);
        (await stubs[0].GetSingleRequestAsync(Cancelled)).Url.Should().Be($"/v2/calls/v3%3A{scope.CallControlId["v3:".Length..]}/actions/hangup");
        (await stubs[2].GetRequestsAsync(Cancelled)).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("dial")]
    public async Task Stub_OfAnotherScope_DoesNotAnswer(string operation)
    {
        await using var mine = new TelnyxScope(server);
        await using var theirs = new TelnyxScope(server);
        var stub = await theirs.StubAsync(operation, "failure.500", Cancelled);

        using var response = await SendAsync(mine, operation);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        (await mine.DescribeUnmatchedAsync(Cancelled)).Should().Contain(mine.CommandId).And.NotContain(mine.ApiKey);
        (await theirs.DescribeUnmatchedAsync(Cancelled)).Should().Be("Every request was matched by a stub.");
    }

    [Fact]
    public async Task Dispose_WithStubs_WithdrawsThem()
    {
        var scope = new TelnyxScope(server);
        var stub = await scope.StubAsync("dial", cancellationToken: Cancelled);
        using var before = await SendAsync(scope, "dial");
        before.StatusCode.Should().Be(HttpStatusCode.OK);
        await scope.DisposeAsync();

        using var response = await SendAsync(scope, "dial");
        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
        await server.ForgetRequestsAsync(scope.Key, Cancelled);
    }

    private async Task<HttpResponseMessage> SendAsync(TelnyxScope scope, string operation)
    {
        var expected = TelnyxExpectedRequest.Of(JsonNode.Parse(scope.Fill(operation, "success"))!);
        using var message = expected.ToMessage(server.BaseAddress);
        return await Client.SendAsync(message, Cancelled);
    }

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;
}
