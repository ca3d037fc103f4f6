using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>A vendor that takes its time: the client's own limit, and the caller's.</summary>
public sealed class TelnyxTimeoutTests(WireMockServer server)
{
    public static TheoryData<string> Operations => [.. TelnyxOperation.All.Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_NotAnsweredInTime_ThrowsUnavailableAndTheEffectIsUnknown(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope, options => options.CommandTimeout = TimeSpan.FromMilliseconds(300));
        await scope.StubAsync(operation, "failure.slow", Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        thrown.Error.Should().BeNull();
        thrown.Message.Should().EndWith(" within 0.3 s.").And.NotContain("fictional-");
        thrown.Call.Should().Be(TelnyxOperation.Named(operation).ConcernsCall ? scope.Call : default);
        (thrown.Operation is not null).Should().Be(TelnyxOperation.Named(operation).HasCommandId);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_GivenUpByTheCaller_ThrowsTheCallersCancellation(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stub = await scope.StubAsync(operation, "failure.slow", Cancelled);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var sending = TelnyxRun.Of(operation).SendAsync(application.Client, scope, caller.Token);
        await ArrivedAsync(stub, sending);
        await caller.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Call_GivenUpBeforeItIsSent_SendsNothing()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stub = await scope.StubAsync("answer", cancellationToken: Cancelled);

        var send = () => TelnyxRun.Of("answer").SendAsync(application.Client, scope, new CancellationToken(canceled: true));

        await send.Should().ThrowAsync<OperationCanceledException>();
        (await stub.GetRequestsAsync(Cancelled)).Should().BeEmpty();
    }

    // A request is on record before its answer is due.
    private static async Task ArrivedAsync(WireMockStub stub, Task sending)
    {
        while ((await stub.GetRequestsAsync(Cancelled)).Count == 0)
            sending.IsCompleted.Should().BeFalse("the vendor does not answer yet");
    }
}
