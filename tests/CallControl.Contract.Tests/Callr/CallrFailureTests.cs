using System.Text;
using CallControl.Callr;
using CallControl.Callr.Tests;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Callr;

/// <summary>Every method with a failure of each kind, some with every failure: what is thrown says what happened, what is known of the command, and no password.</summary>
public sealed class CallrFailureTests(WireMockServer server)
{
    public static TheoryData<string, string> MethodsAndFailures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var method in CallrMethod.All)
            {
                var isRunWithAll = CallrFailure.MethodsWithAll.Contains(method.Name);
                foreach (var failure in CallrFailure.All.Where(failure => isRunWithAll || CallrFailure.OfEveryMethod.Contains(failure.Case)))
                    data.Add(method.Name, failure.Case);
            }

            return data;
        }
    }

    public static TheoryData<string> Methods => [.. CallrMethod.All.Select(method => method.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Failures_OfTheTable_CoverEveryMapping()
    {
        CallrFailure.All.Select(failure => failure.Case).Concat(CallrFailure.TestedApart).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(CallrMapping.Failures);
    }

    [Theory]
    [MemberData(nameof(MethodsAndFailures))]
    public async Task Call_Failing_ThrowsWhatTheFailureMeans(string method, string @case)
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        var failure = CallrFailure.All.Single(failure => failure.Case == @case);
        var stub = await scope.StubAsync(method, CallrMapping.FailurePrefix + @case, cancellationToken: Cancelled);

        var send = () => RpcSamples.Of(method).SendAsync(application.Client, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        await stub.GetSingleRequestAsync(Cancelled);
        thrown.Should().BeOfType(failure.Kind);
        thrown.Effect.Should().Be(failure.Effect);
        thrown.IsTransient.Should().Be(failure.IsTransient);
        (thrown as RateLimitedException)?.RetryAfter.Should().Be(failure.Wait);
        ShouldNameItsCommand(thrown, method);
        ShouldShowNoSecret(thrown, scope);
        if (failure.Status == 0)
        {
            thrown.Error.Should().BeNull();
            return;
        }

        thrown.Error!.StatusCode.Should().Be(failure.Status);
        thrown.Error.Code.Should().Be(failure.Code);
        thrown.Error.Title.Should().Be(failure.Title);
        thrown.GetCallrError()?.Number.Should().Be(failure.Number);
        (thrown.GetCallrError() is not null).Should().Be(failure.Number is not null);
    }

    [Fact]
    public async Task Call_RefusedAtLength_KeepsTheBeginning()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        await scope.StubAsync("calls.hangup", "failure.huge", cancellationToken: Cancelled);

        var send = () => RpcSamples.Of("calls.hangup").SendAsync(application.Client, Cancelled);

        // The name of the error is beyond the cut: what is left is its number.
        var thrown = (await send.Should().ThrowAsync<CommandRejectedException>()).Which;
        Encoding.UTF8.GetByteCount(thrown.Error!.Body).Should().Be(8 * 1024);
        thrown.GetCallrError().Should().Be(new CallrError { Number = 115 });
        thrown.Error.Code.Should().Be("115");
    }

    [Theory]
    [InlineData("malformed-success")]
    [InlineData("list-success")]
    [InlineData("page-success")]
    [InlineData("empty-success")]
    [InlineData("no-result")]
    [InlineData("null-error")]
    [InlineData("other-id")]
    [InlineData("no-id")]
    public async Task Call_AnsweredWithSomethingElse_ThrowsProtocolAndTheEffectIsUnknown(string @case)
    {
        foreach (var method in CallrFailure.MethodsWithAll)
        {
            await using var scope = new CallrScope(server);
            await using var application = new CallrApplication(scope);
            await scope.StubAsync(method, CallrMapping.FailurePrefix + @case, cancellationToken: Cancelled);

            var send = () => RpcSamples.Of(method).SendAsync(application.Client, Cancelled);

            var thrown = (await send.Should().ThrowAsync<ProviderProtocolException>()).Which;
            thrown.Effect.Should().Be(CommandEffect.Unknown);
            thrown.IsTransient.Should().BeFalse();
            ShouldNameItsCommand(thrown, method);
            ShouldShowNoSecret(thrown, scope);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Call_NotAnsweredInTime_ThrowsUnavailableAndTheEffectIsUnknown(string method)
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope, options => options.CommandTimeout = TimeSpan.FromMilliseconds(300));
        await scope.StubAsync(method, "failure.slow", cancellationToken: Cancelled);

        var send = () => RpcSamples.Of(method).SendAsync(application.Client, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        thrown.Error.Should().BeNull();
        thrown.Message.Should().EndWith(" within 0.3 s.");
        ShouldNameItsCommand(thrown, method);
        ShouldShowNoSecret(thrown, scope);
    }

    [Fact]
    public async Task Call_GivenUpByTheCaller_ThrowsTheCallersCancellation()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        var stub = await scope.StubAsync("calls.realtime", "failure.slow", cancellationToken: Cancelled);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var sending = RpcSamples.Of("calls.realtime").SendAsync(application.Client, caller.Token);
        await scope.WaitForRequestsAsync(stub, 1, Cancelled);
        await caller.CancelAsync();

        await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Call_AfterFailures_WorksAgain()
    {
        await using var scope = new CallrScope(server);
        await using var application = new CallrApplication(scope);
        await scope.StubSequenceAsync("calls.hangup", ["failure.503", "failure.huge", "failure.reset", "success"], Cancelled);
        var sample = RpcSamples.Of("calls.hangup");
        var send = () => sample.SendAsync(application.Client, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<CommandRejectedException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();

        sample.Check(await send());
    }

    private static void ShouldNameItsCommand(CallControlException thrown, string method)
    {
        thrown.Provider.Should().Be(CallrApplication.Account);
        thrown.Call.Should().Be(CallrMethod.Named(method).ConcernsCall ? new CallId("421889") : default);
        thrown.Message.Should().Contain($"'{method}'");
    }

    private static void ShouldShowNoSecret(CallControlException thrown, CallrScope scope) =>
        thrown.ToString().Should().NotContainAny(scope.Password, scope.Authorization["Basic ".Length..], "33622222222", "33199000000", "pass word");
}
