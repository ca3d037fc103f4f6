using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>A vendor that takes its time: the client's own limit, and the caller's.</summary>
public sealed class SignalWireTimeoutTests(WireMockServer server)
{
    public static TheoryData<string> Operations => [.. SignalWireOperation.All.Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_NotAnsweredInTime_ThrowsUnavailableAndTheEffectIsUnknown(string operation)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope, options => options.CommandTimeout = TimeSpan.FromMilliseconds(300));
        await scope.StubAsync(operation, "failure.slow", Cancelled);

        var send = () => SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        thrown.Error.Should().BeNull();
        thrown.Message.Should().EndWith(" within 0.3 s.").And.NotContainAny(scope.ApiToken, scope.Key);
        thrown.Call.Should().Be(SignalWireOperation.Named(operation).ConcernsCall ? scope.Call : default);
        (thrown.Operation is not null).Should().Be(SignalWireOperation.Named(operation).HasControlId);
    }

    [Theory]
    [InlineData("dial")]
    [InlineData("calling.play")]
    [InlineData("list_logs")]
    public async Task Call_GivenUpByTheCaller_ThrowsTheCallersCancellation(string operation)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAsync(operation, "failure.slow", Cancelled);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var sending = SignalWireRun.Of(operation).SendAsync(application.Client, scope, caller.Token);
        await scope.WaitForRequestsAsync(stub, 1, Cancelled);
        await caller.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Call_GivenUpBeforeItIsSent_SendsNothing()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAsync("calling.end", cancellationToken: Cancelled);

        var send = () => SignalWireRun.Of("calling.end").SendAsync(application.Client, scope, new CancellationToken(canceled: true));

        await send.Should().ThrowAsync<OperationCanceledException>();
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }
}
