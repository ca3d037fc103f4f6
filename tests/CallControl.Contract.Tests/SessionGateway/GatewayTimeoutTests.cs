using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>A gateway that takes its time: the client's own limit, and the caller's.</summary>
public sealed class GatewayTimeoutTests(WireMockServer server)
{
    public static TheoryData<string> Endpoints => [.. GatewayEndpoint.All.Select(endpoint => endpoint.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Call_NotAnsweredInTime_ThrowsUnavailableAndTheEffectIsUnknown(string endpoint)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope, options => options.CommandTimeout = TimeSpan.FromMilliseconds(300));
        var call = GatewayCall.Of(endpoint);
        await scope.StubAsync(endpoint, "failure.slow", Cancelled);

        var send = () => call.SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        thrown.Error.Should().BeNull();
        thrown.Message.Should().EndWith(" within 0.3 s.").And.NotContain("fictional-");
        thrown.Call.Should().Be(call.IsSessionCommand ? new CallId(scope.SessionId) : default);
        (thrown.Operation is not null).Should().Be(call.IsSessionCommand);
    }

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Call_GivenUpByTheCaller_ThrowsTheCallersCancellation(string endpoint)
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stub = await scope.StubAsync(endpoint, "failure.slow", Cancelled);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var sending = GatewayCall.Of(endpoint).SendAsync(application.Client, scope, caller.Token);
        await ArrivedAsync(stub, sending);
        await caller.CancelAsync();

        var thrown = (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>()).Which;
        thrown.CancellationToken.Should().Be(caller.Token);
    }

    [Fact]
    public async Task Call_GivenUpBeforeItIsSent_SendsNothing()
    {
        await using var scope = new GatewayScope(server);
        await using var application = new GatewayApplication(scope);
        var stub = await scope.StubAsync("answer", cancellationToken: Cancelled);

        var send = () => GatewayCall.Of("answer").SendAsync(application.Client, scope, new CancellationToken(canceled: true));

        await send.Should().ThrowAsync<OperationCanceledException>();
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    // A request is on record before its answer is due.
    private static async Task ArrivedAsync(WireMockStub stub, Task sending)
    {
        while ((await stub.GetRequestsAsync(Cancelled)).Count == 0)
            sending.IsCompleted.Should().BeFalse("the gateway does not answer yet");
    }
}
