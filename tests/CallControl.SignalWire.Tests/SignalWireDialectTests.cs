using System.Net;
using System.Reflection;
using System.Text;

namespace CallControl.SignalWire.Tests;

public sealed class SignalWireDialectTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "invalid_parameter", typeof(CommandRejectedException), false)]
    [InlineData(401, "invalid_parameter", typeof(AuthenticationFailedException), false)]
    [InlineData(403, "any", typeof(AuthenticationFailedException), false)]
    [InlineData(403, "insufficient_balance", typeof(CommandRejectedException), false)]
    [InlineData(403, "auto_top_up_deactivated", typeof(CommandRejectedException), false)]
    [InlineData(403, "account_limit_exceeded", typeof(CommandRejectedException), false)]
    [InlineData(403, "resource_not_allowed", typeof(CommandRejectedException), false)]
    [InlineData(403, "resource_in_different_project", typeof(CommandRejectedException), false)]
    [InlineData(403, "must_belong_to_project", typeof(CommandRejectedException), false)]
    [InlineData(404, "any", typeof(CallEndedException), false)]
    [InlineData(408, "any", typeof(ProviderUnavailableException), true)]
    [InlineData(409, "any", typeof(CommandRejectedException), false)]
    [InlineData(410, "any", typeof(CallEndedException), false)]
    [InlineData(422, "invalid_parameter", typeof(CommandRejectedException), false)]
    [InlineData(422, "invalid_call_id_passed", typeof(CommandRejectedException), false)]
    [InlineData(422, "invalid_state", typeof(CommandRejectedException), false)]
    [InlineData(422, "cannot_cancel_in_progress", typeof(CommandRejectedException), false)]
    [InlineData(422, "cannot_redirect_not_in_progress", typeof(CommandRejectedException), false)]
    [InlineData(422, "cannot_update_completed", typeof(CallEndedException), false)]
    [InlineData(422, "call_update_failed", typeof(CommandRejectedException), true)]
    [InlineData(422, "cannot_process", typeof(CommandRejectedException), true)]
    [InlineData(422, "rate_limit_exceeded", typeof(RateLimitedException), true)]
    [InlineData(422, "max_queued_calls_exceeded", typeof(RateLimitedException), true)]
    [InlineData(422, "never_heard_of", typeof(CommandRejectedException), false)]
    [InlineData(429, "any", typeof(RateLimitedException), true)]
    [InlineData(500, "any", typeof(ProviderUnavailableException), true)]
    [InlineData(500, "invalid_state", typeof(CommandRejectedException), false)]
    [InlineData(500, "call_update_failed", typeof(CommandRejectedException), true)]
    [InlineData(503, "any", typeof(ProviderUnavailableException), true)]
    [InlineData(302, "any", typeof(ProviderProtocolException), false)]
    public async Task Refusal_OfACommand_BecomesTheExceptionThatFits(int status, string code, Type expected, bool isTransient)
    {
        using var signalWire = new CallingHarness().Answering(
            (HttpStatusCode)status,
            $$"""{"errors": [{"type": "validation_error", "code": "{{code}}", "message": "What is wrong.", "attribute": "status", "url": "https://developer.example.com/#x"}]}""");
        var command = new StopPlayCommand { ControlId = CommandSamples.Operation };

        var send = () => signalWire.Client.StopPlayAsync(CallingHarness.Call, command, Token);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(expected);
        thrown.Error!.StatusCode.Should().Be(status);
        thrown.Error.Code.Should().Be(code);
        thrown.Error.Title.Should().Be("validation_error");
        thrown.Error.Detail.Should().Be("status: What is wrong.");
        thrown.IsTransient.Should().Be(isTransient);
        thrown.Provider.Should().Be(CallingHarness.Provider);
        thrown.Call.Should().Be(CallingHarness.Call);
        thrown.Operation.Should().Be(command.ControlId);
        thrown.Effect.Should().Be(thrown is ProviderUnavailableException or ProviderProtocolException ? CommandEffect.Unknown : CommandEffect.NotApplied);
    }

    [Theory]
    [InlineData(400, "Bad Request", typeof(CommandRejectedException))]
    [InlineData(401, "Unauthorized", typeof(AuthenticationFailedException))]
    [InlineData(404, "Not Found", typeof(CallEndedException))]
    [InlineData(500, "Internal Server Error", typeof(ProviderUnavailableException))]
    public async Task Refusal_InTheShortShape_IsToldByItsStatus(int status, string text, Type expected)
    {
        using var signalWire = new CallingHarness().Answering((HttpStatusCode)status, $$"""{"error": "{{text}}"}""");

        var send = () => signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(expected);
        thrown.Error!.Title.Should().Be(text);
        thrown.Error.Code.Should().BeNull();
        thrown.Error.Detail.Should().BeNull();
        thrown.GetSignalWireErrors().Should().Equal(new SignalWireError { Title = text });
    }

    [Theory]
    [InlineData("", typeof(CallEndedException))]
    [InlineData("{}", typeof(CallEndedException))]
    [InlineData(" []", typeof(CallEndedException))]
    [InlineData("<html>Not Found</html>", typeof(ProviderProtocolException))]
    [InlineData("no such page", typeof(ProviderProtocolException))]
    public async Task Refusal_With404Or410_IsTheEndOfTheCallUnlessItIsSomebodyElses(string body, Type expected)
    {
        foreach (var status in new[] { HttpStatusCode.NotFound, HttpStatusCode.Gone })
        {
            using var signalWire = new CallingHarness().Answering(status, body);

            var send = () => signalWire.Client.StopPlayAsync(CallingHarness.Call, new StopPlayCommand { ControlId = CommandSamples.Operation }, Token);

            (await send.Should().ThrowAsync<CallControlException>()).Which.Should().BeOfType(expected);
        }
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task Refusal_OfADial_IsNoEndOfACall(int status)
    {
        using var signalWire = new CallingHarness().Answering((HttpStatusCode)status, """{"error": "Not Found"}""");

        var dial = () => signalWire.Client.DialAsync(new DialCommand { From = "+15550100", To = "+15550102", Url = new Uri("https://app.example.com/swml") }, Token);

        await dial.Should().ThrowAsync<CommandRejectedException>();
    }

    [Fact]
    public async Task Refusal_WithSeveralErrors_GivesAll()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.UnprocessableEntity, """
            {"errors": [
              {"type": "validation_error", "message": "Something is wrong."},
              {"type": "validation_error", "code": "not_routable", "message": "The call is not routable", "attribute": "to",
               "url": "https://developer.signalwire.com/rest/overview/error-codes/#not_routable"},
              {"detail": "Too many.", "status": "422", "title": "Limit", "code": 7}
            ]}
            """);

        var send = () => signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.Error!.Code.Should().Be(SignalWireErrorCodes.NotRoutable);
        thrown.Error.Title.Should().Be("validation_error");
        thrown.Error.Detail.Should().Be("Something is wrong.; to: The call is not routable; Too many.");
        thrown.GetSignalWireErrors().Should().Equal(
            new SignalWireError { Type = "validation_error", Message = "Something is wrong." },
            new SignalWireError
            {
                Type = "validation_error",
                Code = "not_routable",
                Message = "The call is not routable",
                Attribute = "to",
                Documentation = new Uri("https://developer.signalwire.com/rest/overview/error-codes/#not_routable"),
            },
            new SignalWireError { Message = "Too many.", Status = "422", Title = "Limit", Code = "7" });
        thrown.GetSignalWireErrors()[1].ToString().Should().Be("not_routable, validation_error, to");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("<html>502 Bad Gateway</html>")]
    [InlineData("{}")]
    [InlineData("""{"error": null}""")]
    [InlineData("""{"error": {"code": "1"}}""")]
    [InlineData("""{"errors": []}""")]
    [InlineData("""{"errors": {"code": "1"}}""")]
    [InlineData("""{"errors": ["text", 5, null]}""")]
    public async Task Refusal_WithoutErrors_IsToldByItsStatus(string body)
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.UnprocessableEntity, body);

        var send = () => signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.Error.Should().Be(new ProviderError { StatusCode = 422, Body = body });
        thrown.GetSignalWireErrors().Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"errors": [{"code": "not_routable", "type": "kind", "message": "a very long te""", "not_routable", "kind")]
    [InlineData("""{"errors": [{"code": "not_routable", "more": {"code": "5""", "not_routable", null)]
    [InlineData("""{"trace": {"code": "1"}, "errors": [{"other": {"code": "2"}, "code": "not_routable"}] trailing""", "not_routable", null)]
    [InlineData("""{"errors": [{"code": "not_routable", "type": "\ud800"}]}""", "not_routable", null)]
    [InlineData("""{"errors": [{"code": true, "type": {"a": 1}, "message": []}]}""", null, null)]
    [InlineData("""{"statusCode": 422, "error": "Unprocessable", "errors": [{"code": "not_routable"}]}""", "not_routable", null)]
    public void ReadError_CutOrOddBody_ReadsWhatIsThere(string body, string? code, string? title)
    {
        var error = new SignalWireDialect("signalwire-1", () => new SignalWireOptions()).ReadError(422, Encoding.UTF8.GetBytes(body));

        error.StatusCode.Should().Be(422);
        error.Code.Should().Be(code);
        error.Title.Should().Be(title);
    }

    [Theory]
    [InlineData("", "PT-token")]
    [InlineData("a:b", "PT-token")]
    [InlineData("project", "")]
    [InlineData("project", "PT token")]
    [InlineData("project", "PT\r\ntoken")]
    public async Task Authorize_WithoutCredentialsThatCanBeSent_SendsNothing(string project, string token)
    {
        using var signalWire = new CallingHarness();
        signalWire.Options.ProjectId = project;
        signalWire.Options.ApiToken = token;

        var send = () => signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        var thrown = (await send.Should().ThrowAsync<AuthenticationFailedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Message.Should().Contain("ProjectId").And.Contain("ApiToken").And.NotContain("PT");
        signalWire.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Authorize_ChangedToken_IsUsedAtOnce()
    {
        using var signalWire = new CallingHarness();
        await signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        signalWire.Options.ApiToken = "PT-new";
        await signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        Encoding.ASCII.GetString(Convert.FromBase64String(signalWire.Requests[1].Authorization!["Basic ".Length..])).Should().Be(CallingHarness.ProjectId + ":PT-new");
    }

    [Fact]
    public async Task RetryAfter_OfAnExcess_IsRead()
    {
        using var signalWire = new CallingHarness().Answering(HttpStatusCode.TooManyRequests, "");
        signalWire.Headers["Retry-After"] = "7";

        var send = () => signalWire.Client.EndAsync(CallingHarness.Call, new EndCommand(), Token);

        (await send.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
    }

    [Fact]
    public void Codes_OfTheVendor_AreFiftyThree()
    {
        var codes = typeof(SignalWireErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);

        codes.Should().HaveCount(53);
        codes.Values.Should().OnlyHaveUniqueItems();
        codes.Should().OnlyContain(code => code.Key.Equals(code.Value.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
    }
}
