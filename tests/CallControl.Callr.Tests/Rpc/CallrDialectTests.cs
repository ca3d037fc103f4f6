using System.Net;
using System.Text;

namespace CallControl.Callr.Tests;

public sealed class CallrDialectTests
{
    private const string Named = """{"code":151,"message":"PROPERTY_VALUE_ERROR [options.cli]"}""";
    private const string Forbidden = """{"code":100,"message":"FORBIDDEN"}""";
    private const string Oops = """{"code":0,"message":"Oops, Internal Error. It was not you."}""";
    private const string FreeText = """{"code":115,"message":"Something broke"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, Named, typeof(CommandRejectedException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(200, Forbidden, typeof(CommandRejectedException), "FORBIDDEN", null, "code 100")]
    [InlineData(200, FreeText, typeof(CommandRejectedException), "115", "Something broke", null)]
    [InlineData(200, Oops, typeof(ProviderUnavailableException), "0", "Oops, Internal Error. It was not you.", null)]
    [InlineData(200, """{"message":"NEW_REASON  [ a.b ]"}""", typeof(CommandRejectedException), "NEW_REASON", "a.b", null)]
    [InlineData(200, """{"code":"150","message":"INVALID_PARAM_FORMAT []"}""", typeof(CommandRejectedException), "INVALID_PARAM_FORMAT", null, "code 150")]
    [InlineData(200, """{"code":1,"message":"NAME and more"}""", typeof(CommandRejectedException), "1", "NAME and more", null)]
    [InlineData(200, """{"code":1,"message":"NAME [open"}""", typeof(CommandRejectedException), "1", "NAME [open", null)]
    [InlineData(200, """{"code":1,"message":"200 [x]"}""", typeof(CommandRejectedException), "1", "200 [x]", null)]
    [InlineData(200, """{"code":1}""", typeof(CommandRejectedException), "1", null, null)]
    [InlineData(200, """{"code":[],"message":{},"data":[1]}""", typeof(CommandRejectedException), null, null, null)]
    [InlineData(200, "\"FORBIDDEN\"", typeof(CommandRejectedException), "FORBIDDEN", null, null)]
    [InlineData(200, "false", typeof(CommandRejectedException), null, null, null)]
    [InlineData(200, """{"code":-32601,"message":"METHOD_NOT_FOUND"}""", typeof(CommandRejectedException), "METHOD_NOT_FOUND", null, "code -32601")]
    [InlineData(200, """{"code":-32602,"message":"Invalid params"}""", typeof(CommandRejectedException), "-32602", "Invalid params", null)]
    [InlineData(200, """{"code":-32603,"message":"TROUBLE"}""", typeof(ProviderUnavailableException), "TROUBLE", null, "code -32603")]
    [InlineData(200, """{"code":-32000,"message":"Server"}""", typeof(ProviderUnavailableException), "-32000", "Server", null)]
    [InlineData(200, """{"code":-32099,"message":"Server"}""", typeof(ProviderUnavailableException), "-32099", "Server", null)]
    [InlineData(200, """{"code":-32100,"message":"Other"}""", typeof(CommandRejectedException), "-32100", "Other", null)]
    [InlineData(202, Named, typeof(CommandRejectedException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(400, Named, typeof(CommandRejectedException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(401, Forbidden, typeof(AuthenticationFailedException), "FORBIDDEN", null, "code 100")]
    [InlineData(403, Forbidden, typeof(CommandRejectedException), "FORBIDDEN", null, "code 100")]
    [InlineData(404, Named, typeof(CommandRejectedException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(408, Named, typeof(ProviderUnavailableException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(429, Forbidden, typeof(RateLimitedException), "FORBIDDEN", null, "code 100")]
    [InlineData(500, Named, typeof(CommandRejectedException), "PROPERTY_VALUE_ERROR", "options.cli", "code 151")]
    [InlineData(500, FreeText, typeof(ProviderUnavailableException), "115", "Something broke", null)]
    [InlineData(500, Oops, typeof(ProviderUnavailableException), "0", "Oops, Internal Error. It was not you.", null)]
    public async Task Error_OfJsonRpc_BecomesTheExceptionThatFits(int status, string error, Type expected, string? code, string? title, string? detail)
    {
        using var callr = new RpcHarness().WithError(error, (HttpStatusCode)status);

        var thrown = await ThrownAsync(() => callr.Client.HangupCallAsync(421889, Token));

        thrown.Should().BeOfType(expected);
        thrown.Error!.StatusCode.Should().Be(status);
        thrown.Error.Code.Should().Be(code);
        thrown.Error.Title.Should().Be(title);
        thrown.Error.Detail.Should().Be(detail);
        thrown.Error.Body.Should().Contain(error);
        thrown.Effect.Should().Be(thrown is ProviderUnavailableException ? CommandEffect.Unknown : CommandEffect.NotApplied);
        thrown.IsTransient.Should().Be(thrown is ProviderUnavailableException or RateLimitedException);
        thrown.Provider.Should().Be(RpcHarness.Provider);
        thrown.Call.Should().Be(new CallId("421889"));
        thrown.Message.Should().Contain("'calls.hangup'");
    }

    [Theory]
    [InlineData(400, typeof(CommandRejectedException))]
    [InlineData(401, typeof(AuthenticationFailedException))]
    [InlineData(403, typeof(AuthenticationFailedException))]
    [InlineData(404, typeof(ProviderProtocolException))]
    [InlineData(405, typeof(ProviderProtocolException))]
    [InlineData(410, typeof(ProviderProtocolException))]
    [InlineData(408, typeof(ProviderUnavailableException))]
    [InlineData(429, typeof(RateLimitedException))]
    [InlineData(500, typeof(ProviderUnavailableException))]
    [InlineData(503, typeof(ProviderUnavailableException))]
    [InlineData(302, typeof(ProviderProtocolException))]
    public async Task Status_WithoutAJsonRpcError_DecidesByItself(int status, Type expected)
    {
        using var callr = new RpcHarness().WithBody("<html>+33622222222</html>", (HttpStatusCode)status);

        var thrown = await ThrownAsync(() => callr.Client.HangupCallAsync(421889, Token));

        thrown.Should().BeOfType(expected);
        thrown.Error.Should().Be(new ProviderError { StatusCode = status, Body = "<html>+33622222222</html>" });
        thrown.GetCallrError().Should().BeNull();
        thrown.ToString().Should().NotContain("33622222222");
    }

    [Fact]
    public async Task Error_WithNumbersInIt_IsToldInItsPartsAndMaskedInTexts()
    {
        const string Text = "INVALID_PARAM_FORMAT [target +33622222222]";
        using var callr = new RpcHarness().WithError($$"""{"code":150,"message":"{{Text}}","data":"+33622222222"}""");

        var thrown = await ThrownAsync(() => callr.Client.HangupCallAsync(421889, Token));

        thrown.GetCallrError().Should().Be(new CallrError { Number = 150, Name = CallrErrorCodes.InvalidParamFormat, Parameter = "target +33622222222", Message = Text });
        thrown.ToString().Should().NotContain("33622222222").And.NotContain(RpcHarness.Password);
        thrown.GetCallrError()!.ToString().Should().NotContain("33622222222");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{")]
    [InlineData("""{"id":1,"error":null,"result":1}""")]
    [InlineData("""{"id":1,"result":{"error":{"code":1}}}""")]
    [InlineData("""{"id":1,"erro""")]
    [InlineData("""{"result":"\ud800","id":1}""")]
    [InlineData("\ufeff{}")]
    public void IsRefusal_AnswerWithoutAnErrorAtItsTop_IsFalse(string answer)
    {
        Dialect().IsRefusal(Encoding.UTF8.GetBytes(answer)).Should().BeFalse();
        CallrErrorReader.Read(Encoding.UTF8.GetBytes(answer)).Should().BeNull();
    }

    [Theory]
    [InlineData("""{"error":{}}""")]
    [InlineData("""{"result":null,"error":{"code":1}}""")]
    [InlineData("""{"result":[{"a":{}}],"id":1,"error":"x"}""")]
    [InlineData("""{"error":{"code":1""")]
    [InlineData("""{"\u0065rror":{"code":1}}""")]
    public void IsRefusal_AnswerWithAnError_IsTrue(string answer) => Dialect().IsRefusal(Encoding.UTF8.GetBytes(answer)).Should().BeTrue();

    [Fact]
    public void Read_AnswerCutAnywhere_NeverThrowsAndKeepsWhatCameBefore()
    {
        var answer = Encoding.UTF8.GetBytes("""{"jsonrpc":"2.0","error":{"data":{"a":[1]},"code":151,"message":"PROPERTY_VALUE_ERROR [é]"},"id":1}""");
        var whole = new CallrError { Number = 151, Name = "PROPERTY_VALUE_ERROR", Parameter = "é", Message = "PROPERTY_VALUE_ERROR [é]" };

        var read = Enumerable.Range(0, answer.Length + 1).Select(length => CallrErrorReader.Read(answer.AsSpan(0, length))).ToList();

        read[^1].Should().Be(whole);
        read.Distinct().Should().Equal(null, new CallrError(), new CallrError { Number = 151 }, whole);
    }

    [Fact]
    public async Task Authorize_Basic_IsLoginAndPasswordInUtf8()
    {
        using var callr = new RpcHarness().WithResult("true");

        await callr.Client.HangupCallAsync(1, Token);

        callr.Request.Header("Authorization").Should().Be("Basic YS1sb2dpbjpzM2NyM3Q6IMOp");
    }

    [Theory]
    [InlineData("key", "", "Api-Key key")]
    [InlineData("", "session", "Session session")]
    public async Task Authorize_KeyOrSession_IsSentAsItIs(string apiKey, string session, string expected)
    {
        using var callr = new RpcHarness().WithResult("true");
        (callr.Options.Login, callr.Options.Password, callr.Options.ApiKey, callr.Options.SessionToken) = ("", "", apiKey, session);

        await callr.Client.HangupCallAsync(1, Token);

        callr.Request.Header("Authorization").Should().Be(expected);
    }

    [Theory]
    [InlineData("jane@example.com", "", "User.login jane@example.com")]
    [InlineData("", "AB12CD34", "Account.hash AB12CD34")]
    public async Task Authorize_AsSomebodyElse_SaysWho(string user, string account, string expected)
    {
        using var callr = new RpcHarness().WithResult("true");
        (callr.Options.LoginAsUser, callr.Options.LoginAsAccount) = (user, account);

        await callr.Client.HangupCallAsync(1, Token);

        callr.Request.Header("CALLR-Login-As").Should().Be(expected);
        callr.Request.Header("Authorization").Should().StartWith("Basic ");
    }

    [Fact]
    public async Task Authorize_CredentialsThatChange_AreUsedAtOnce()
    {
        using var callr = new RpcHarness().WithResult("true");
        await callr.Client.HangupCallAsync(1, Token);
        (callr.Options.Login, callr.Options.Password, callr.Options.ApiKey) = ("", "", "new");

        await callr.Client.HangupCallAsync(1, Token);

        callr.Requests[1].Header("Authorization").Should().Be("Api-Key new");
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("login", "", "")]
    [InlineData("", "password", "")]
    [InlineData("lo:gin", "password", "")]
    [InlineData("login", "pass\nword", "")]
    [InlineData("", "", "a key")]
    public async Task Authorize_NothingThatCanBeSent_FailsBeforeSendingAndSaysWhatToSet(string login, string password, string apiKey)
    {
        using var callr = new RpcHarness().WithResult("true");
        (callr.Options.Login, callr.Options.Password, callr.Options.ApiKey) = (login, password, apiKey);

        var thrown = await ThrownAsync(() => callr.Client.HangupCallAsync(1, Token));

        thrown.Should().BeOfType<AuthenticationFailedException>();
        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.Message.Should().ContainAll("'callr-1'", "Login", "Password", "ApiKey", "SessionToken", "CallrOptions").And.NotContainAny("pass\nword", "a key");
        callr.Requests.Should().BeEmpty();
    }

    private static CallrDialect Dialect() => new(RpcHarness.Provider, () => new CallrOptions());

    private static async Task<CallControlException> ThrownAsync(Func<Task> send) =>
        (await FluentActions.Awaiting(send).Should().ThrowAsync<CallControlException>()).Which;
}
