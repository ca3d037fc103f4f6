using System.Text.Json.Nodes;
using CallControl.Callr;
using CallControl.Callr.Tests;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Callr;

/// <summary>Every method in every case: the client's request is the one that the mapping expects, and its answer is read.</summary>
public sealed class CallrContractTests(WireMockServer server)
{
    public static TheoryData<string, string> Samples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var sample in RpcSamples.All) data.Add(sample.Method, sample.Case);
            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Samples_OfTheTable_CoverEveryMapping()
    {
        RpcSamples.All.Select(sample => sample.Fixture).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(CallrMapping.OfMethods);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Call_WithTheMappingsValues_IsMatchedOnceAndItsAnswerIsRead(string method, string @case)
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        var stub = await scope.StubAsync(method, @case, cancellationToken: Cancelled);
        var sample = RpcSamples.Of(method, @case);

        var answer = await sample.SendAsync(application.Client, Cancelled);

        sample.Check(answer);
        (await stub.GetSingleRequestAsync(Cancelled)).Headers.Should().NotContainKey("Expect");
        (await server.GetUnmatchedRequestsAsync(scope.Key, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task Call_SentTwice_HasAnotherId()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        var stub = await scope.StubAsync("calls.hangup", cancellationToken: Cancelled);

        await application.Client.HangupCallAsync(421889, Cancelled);
        await application.Client.HangupCallAsync(421889, Cancelled);

        (await stub.GetRequestsAsync(Cancelled)).Select(request => request.Json().GetProperty("id").GetInt64()).Should().OnlyHaveUniqueItems().And.HaveCount(2);
    }

    [Fact]
    public async Task BaseUrl_WithoutASlashAtItsEnd_GetsOne()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope, options => options.BaseUrl = new Uri(scope.BaseUrl.OriginalString.TrimEnd('/')));
        var stub = await scope.StubAsync("calls.hangup", cancellationToken: Cancelled);

        await application.Client.HangupCallAsync(421889, Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Url.Should().Be(scope.Path);
    }

    [Theory]
    [InlineData("", "", "a-key", "", "Api-Key a-key")]
    [InlineData("", "", "", "a-session", "Session a-session")]
    [InlineData("jürgen", "p:é", "", "", "Basic asO8cmdlbjpwOsOp")]
    public async Task Credentials_OfEachKind_AreSentAsTheVendorTakesThem(string login, string password, string key, string session, string expected)
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(
            scope, options => (options.Login, options.Password, options.ApiKey, options.SessionToken) = (login, password, key, session));
        await scope.StubAsync("calls.hangup", change: mapping => Expect(mapping, "Authorization", expected), cancellationToken: Cancelled);

        (await application.Client.HangupCallAsync(421889, Cancelled)).Should().BeTrue();
    }

    [Theory]
    [InlineData("jane", "", "User.login jane")]
    [InlineData("", "AB12CD34", "Account.hash AB12CD34")]
    public async Task LoginAs_UserOrAccount_IsSent(string user, string account, string expected)
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope, options => (options.LoginAsUser, options.LoginAsAccount) = (user, account));
        await scope.StubAsync("calls.hangup", change: mapping => Expect(mapping, "CALLR-Login-As", expected), cancellationToken: Cancelled);

        (await application.Client.HangupCallAsync(421889, Cancelled)).Should().BeTrue();
    }

    [Fact]
    public async Task Credentials_None_SendNothing()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope, options => (options.Login, options.Password) = ("", ""));
        var stub = await scope.StubAsync("calls.hangup", cancellationToken: Cancelled);

        var hangup = () => application.Client.HangupCallAsync(421889, Cancelled);

        (await hangup.Should().ThrowAsync<AuthenticationFailedException>()).Which.Effect.Should().Be(CommandEffect.NotSent);
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task GetService_OfTheAdapter_HandsOutTheClient()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);

        application.Control.GetService(typeof(ICallrClient)).Should().BeSameAs(application.Client);
    }

    private static void Expect(JsonObject mapping, string header, string value) => mapping["request"]!["headers"]![header] = new JsonObject { ["equalTo"] = value };
}
