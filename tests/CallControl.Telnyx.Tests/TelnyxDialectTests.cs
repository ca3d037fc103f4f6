using System.Net;
using System.Text;

namespace CallControl.Telnyx.Tests;

public sealed class TelnyxDialectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "10015", typeof(CommandRejectedException), false)]
    [InlineData(400, "90040", typeof(CommandRejectedException), true)]
    [InlineData(401, "10009", typeof(AuthenticationFailedException), false)]
    [InlineData(401, "90018", typeof(AuthenticationFailedException), false)]
    [InlineData(403, "10010", typeof(AuthenticationFailedException), false)]
    [InlineData(403, "20013", typeof(AuthenticationFailedException), false)]
    [InlineData(403, "10038", typeof(CommandRejectedException), false)]
    [InlineData(403, "20100", typeof(CommandRejectedException), false)]
    [InlineData(404, "10005", typeof(CallEndedException), false)]
    [InlineData(404, "404", typeof(CallEndedException), false)]
    [InlineData(408, "10008", typeof(ProviderUnavailableException), true)]
    [InlineData(422, "10004", typeof(CommandRejectedException), false)]
    [InlineData(422, "10005", typeof(CommandRejectedException), false)]
    [InlineData(422, "10011", typeof(CommandRejectedException), false)]
    [InlineData(422, "90015", typeof(CommandRejectedException), false)]
    [InlineData(422, "90018", typeof(CallEndedException), false)]
    [InlineData(422, "90020", typeof(CommandRejectedException), true)]
    [InlineData(422, "90034", typeof(CommandRejectedException), true)]
    [InlineData(422, "90036", typeof(CommandRejectedException), false)]
    [InlineData(422, "90041", typeof(CommandRejectedException), true)]
    [InlineData(422, "90042", typeof(CommandRejectedException), true)]
    [InlineData(422, "90043", typeof(CommandRejectedException), true)]
    [InlineData(422, "90061", typeof(CommandRejectedException), false)]
    [InlineData(422, "90102", typeof(CommandRejectedException), false)]
    [InlineData(429, "10011", typeof(RateLimitedException), true)]
    [InlineData(429, "90103", typeof(RateLimitedException), true)]
    [InlineData(500, "10007", typeof(ProviderUnavailableException), true)]
    [InlineData(503, "10007", typeof(ProviderUnavailableException), true)]
    [InlineData(422, "10007", typeof(ProviderUnavailableException), true)]
    [InlineData(302, "1", typeof(ProviderProtocolException), false)]
    public async Task Refusal_OfAnAction_BecomesTheExceptionThatFits(int status, string code, Type expected, bool isTransient)
    {
        using var telnyx = new CallsHarness().Answering((HttpStatusCode)status, $$"""{"errors": [{"code": "{{code}}", "title": "A title", "detail": "What is wrong."}]}""");
        var command = new SendDtmfCommand { Digits = "1" };

        var send = () => telnyx.Client.SendDtmfAsync(CallsHarness.Call, command, Token);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(expected);
        thrown.Error!.StatusCode.Should().Be(status);
        thrown.Error.Code.Should().Be(code);
        thrown.Error.Title.Should().Be("A title");
        thrown.Error.Detail.Should().Be("What is wrong.");
        thrown.IsTransient.Should().Be(isTransient);
        thrown.Provider.Should().Be(CallsHarness.Provider);
        thrown.Call.Should().Be(CallsHarness.Call);
        thrown.Operation.Should().Be(command.CommandId);
        thrown.Effect.Should().Be(thrown is ProviderUnavailableException or ProviderProtocolException ? CommandEffect.Unknown : CommandEffect.NotApplied);
    }

    [Theory]
    [InlineData(404, "10005")]
    [InlineData(422, "10005")]
    public async Task Refusal_OfADialForWhatIsNotThere_IsNoEndOfACall(int status, string code)
    {
        using var telnyx = new CallsHarness().Answering((HttpStatusCode)status, $$"""{"errors": [{"code": "{{code}}", "title": "Resource not found"}]}""");

        var dial = () => telnyx.Client.DialAsync(new DialCommand { ConnectionId = "1", From = "+15550199", To = "+15550100" }, Token);

        await dial.Should().ThrowAsync<CommandRejectedException>();
    }

    [Fact]
    public async Task Refusal_WithSeveralErrors_IsDecidedByTheFirst()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.UnprocessableEntity, """
            {"errors": [
              {"code": "90034", "title": "Call has not been answered yet", "detail": "Answer first.", "source": {"pointer": "/digits"},
               "meta": {"url": "https://developers.telnyx.com/docs/overview/errors/90034"}},
              {"code": 90018, "title": "Call has already ended", "source": {"parameter": "page[limit]", "pointer": null}},
              {"code": "10033", "title": "Value outside of range", "detail": "Out of range."}
            ]}
            """);

        var send = () => telnyx.Client.SendDtmfAsync(CallsHarness.Call, new SendDtmfCommand { Digits = "1" }, Token);

        var thrown = (await send.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.Error!.Code.Should().Be("90034");
        thrown.Error.Detail.Should().Be("Answer first.; Call has already ended; Out of range.");
        thrown.GetTelnyxErrors().Should().Equal(
            new TelnyxError
            {
                Code = "90034",
                Title = "Call has not been answered yet",
                Detail = "Answer first.",
                SourcePointer = "/digits",
                Documentation = new Uri("https://developers.telnyx.com/docs/overview/errors/90034"),
            },
            new TelnyxError { Code = "90018", Title = "Call has already ended", SourceParameter = "page[limit]" },
            new TelnyxError { Code = "10033", Title = "Value outside of range", Detail = "Out of range." });
        thrown.GetTelnyxErrors()[0].ToString().Should().Be("90034, Call has not been answered yet, /digits");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("{}")]
    [InlineData("""{"errors": null}""")]
    [InlineData("""{"errors": []}""")]
    [InlineData("""{"errors": {"code": "1"}}""")]
    [InlineData("""{"errors": ["text", 5, null]}""")]
    [InlineData("""{"message": "no errors here"}""")]
    public async Task Refusal_WithoutErrors_IsToldByItsStatus(string body)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.UnprocessableEntity, body);

        var send = () => telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.Error.Should().Be(new ProviderError { StatusCode = 422, Body = body });
        thrown.GetTelnyxErrors().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"errors": [{"code": "90018", "title": "over", "detail": "a very long te""", "90018", "over")]
    [InlineData("""{"errors": [{"code": "90018", "meta": {"url": "https://x", "more": {"code": "5""", "90018", null)]
    [InlineData("""{"trace": {"code": "1"}, "errors": [{"other": {"code": "2"}, "code": "90018"}] trailing""", "90018", null)]
    [InlineData("""{"errors": [{"code": "90018"}, {"code": "1"}""", "90018", null)]
    [InlineData("""{"errors": [{"code": "90018", "title": "\ud800"}]}""", "90018", null)]
    [InlineData("""{"errors": [{"code": true, "title": {"a": 1}, "detail": []}]}""", null, null)]
    public void ReadError_CutOrOddBody_ReadsWhatIsThere(string body, string? code, string? title)
    {
        var error = Dialect().ReadError(422, Encoding.UTF8.GetBytes(body));

        error.StatusCode.Should().Be(422);
        error.Code.Should().Be(code);
        error.Title.Should().Be(title);
    }

    [Fact]
    public void ReadError_RandomAndMutatedBytes_NeverThrows()
    {
        var random = new Random(20261121);
        var valid = """{"errors": [{"code": "90018", "title": "over", "source": {"pointer": "/to"}, "meta": {"url": "https://x"}}, {"code": 5}]}"""u8.ToArray();
        for (var i = 0; i < 10_000; i++)
        {
            var body = valid.ToArray();
            for (var change = 0; change < 4; change++)
                body[random.Next(body.Length)] = (byte)random.Next(256);

            Dialect().ReadError(422, body.AsSpan(0, random.Next(body.Length))).StatusCode.Should().Be(422);
        }
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("retry-after-ms", "-5", 0d)]
    [InlineData("Retry-After", "7", 7d)]
    [InlineData("Retry-After", "Thu, 01 Jan 2026 00:00:30 GMT", 30d)]
    [InlineData("Retry-After", "Wed, 31 Dec 2025 00:00:00 GMT", 0d)]
    [InlineData("x-ratelimit-reset", "12", 12d)]
    [InlineData("x-ratelimit-reset", "0.25", 0.25)]
    [InlineData("x-ratelimit-reset", "1767225660", 60d)]
    [InlineData("x-ratelimit-reset", "1700000000", 0d)]
    [InlineData("x-ratelimit-reset", "1e300", 24d * 86_400)]
    [InlineData("x-ratelimit-reset", "soon", null)]
    [InlineData("x-ratelimit-limit", "30", null)]
    public async Task RateLimit_AnyHeader_TellsHowLongToWait(string header, string value, double? seconds)
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.TooManyRequests, """{"errors": [{"code": "10011", "title": "Too many requests"}]}""");
        telnyx.Headers[header] = value;

        var send = () => telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);

        (await send.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null);
    }

    [Fact]
    public async Task RateLimit_SeveralHeaders_TakesTheMostPrecise()
    {
        using var telnyx = new CallsHarness().Answering(HttpStatusCode.TooManyRequests, "");
        telnyx.Headers["x-ratelimit-reset"] = "9";
        telnyx.Headers["Retry-After"] = "2";

        var send = () => telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);
        (await send.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));

        telnyx.Headers["retry-after-ms"] = "1250";
        (await send.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(TimeSpan.FromMilliseconds(1250));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("a b")]
    [InlineData("a\r\nX-Other: b")]
    public async Task ApiKey_ThatCannotBeSent_StopsTheCommandWithoutBeingShown(string? key)
    {
        using var telnyx = new CallsHarness();
        telnyx.Options.ApiKey = key!;

        var send = () => telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<AuthenticationFailedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Message.Should().Contain("ApiKey").And.NotContain("X-Other");
        telnyx.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task ApiKey_Changed_IsUsedAtOnce()
    {
        using var telnyx = new CallsHarness();
        await telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);
        telnyx.Options.ApiKey = "another";

        await telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);

        telnyx.Requests.Select(request => request.Authorization).Should().Equal("Bearer " + CallsHarness.ApiKey, "Bearer another");
    }

    [Fact]
    public async Task Exceptions_OfARefusal_MaskNumbersInTheirMessage()
    {
        using var telnyx = new CallsHarness().Answering(
            HttpStatusCode.UnprocessableEntity, """{"errors": [{"code": "10016", "title": "Phone number must be in +E.164 format", "detail": "15550100123 is none"}]}""");

        var send = () => telnyx.Client.HangupAsync(CallsHarness.Call, new HangupCommand(), Token);

        (await send.Should().ThrowAsync<CommandRejectedException>()).Which.Message.Should().NotContain("15550100123").And.NotContain(CallsHarness.ApiKey).And.Contain("10016");
    }

    private static TelnyxDialect Dialect() => new(CallsHarness.Provider, () => new TelnyxOptions());
}
