using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;
using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>Every operation with the failures of each kind, some with every failure: what is thrown says what happened, what is known of the command, and no token.</summary>
public sealed class SignalWireFailureTests(WireMockServer server)
{
    public static TheoryData<string, string> OperationsAndFailures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in SignalWireOperation.All)
            {
                var isRunWithAll = SignalWireFailure.OperationsWithAll.Contains(operation.Name);
                foreach (var failure in SignalWireFailure.All.Where(failure => isRunWithAll || SignalWireFailure.OfEveryOperation.Contains(failure.Case)))
                    data.Add(operation.Name, failure.Case);
            }

            return data;
        }
    }

    public static TheoryData<string> Operations => [.. SignalWireOperation.All.Select(operation => operation.Name)];

    public static TheoryData<string> CallCommands => [.. SignalWireOperation.Commands.Where(operation => operation.ConcernsCall).Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Failures_OfTheTable_CoverEveryMapping()
    {
        var mappings = SignalWireMapping.Failures.Select(name => name[SignalWireMapping.FailurePrefix.Length..]);

        SignalWireFailure.All.Select(failure => failure.Case).Concat(SignalWireFailure.TestedApart).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(mappings);
    }

    [Theory]
    [MemberData(nameof(OperationsAndFailures))]
    public async Task Call_Failing_ThrowsWhatTheFailureMeans(string operation, string @case)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var failure = SignalWireFailure.Of(@case, SignalWireOperation.Named(operation));
        var stub = await scope.StubAsync(operation, SignalWireMapping.FailurePrefix + @case, Cancelled);

        var send = () => SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(failure.Kind);
        thrown.Effect.Should().Be(failure.Effect);
        thrown.IsTransient.Should().Be(failure.IsTransient);
        thrown.Provider.Should().Be(SignalWireApplication.Account);
        (thrown as RateLimitedException)?.RetryAfter.Should().Be(failure.Wait);
        ShouldNameItsCommand(thrown, operation, scope, await stub.GetSingleRequestAsync(Cancelled));
        ShouldShowNoSecret(thrown, scope);
        if (failure.Status == 0)
            thrown.Error.Should().BeNull();
        else
            ShouldTellTheAnswer(thrown, failure, JsonNode.Parse(scope.Fill(operation, SignalWireMapping.FailurePrefix + @case))!["response"]!);
    }

    [Theory]
    [MemberData(nameof(CallCommands))]
    public async Task Call_ThatIsCompleted_ThrowsThatItHasEnded(string operation)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        await scope.StubAsync(operation, "failure.422-ended", Cancelled);

        var send = () => SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallEndedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error!.Code.Should().Be("cannot_update_completed");
        thrown.Call.Should().Be(scope.Call);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_AnsweredWithCutJson_ThrowsProtocolAndTheEffectIsUnknown(string operation) => await ShouldNotBeUnderstoodAsync(operation, "failure.malformed-success");

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_AnsweredWithAList_ThrowsProtocolAndTheEffectIsUnknown(string operation) => await ShouldNotBeUnderstoodAsync(operation, "failure.other-success");

    [Fact]
    public async Task DialAsync_AnsweredWithNothing_ThrowsProtocolForItKnowsNoCall()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        await scope.StubAsync("dial", "failure.empty-success", Cancelled);

        var dial = () => SignalWireRun.Of("dial").SendAsync(application.Client, scope, Cancelled);

        (await dial.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Theory]
    [MemberData(nameof(CallCommands))]
    public async Task Command_AnsweredWithNothing_CountsAsTaken(string operation)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAsync(operation, "failure.empty-success", Cancelled);

        var leg = (SignalWireCallLeg)await SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        leg.Id.Should().Be(scope.Call);
        leg.ControlId.Should().Be(SignalWireRun.ControlIdOf(await stub.GetSingleRequestAsync(Cancelled)));
        leg.Status.Should().BeNull();
    }

    [Fact]
    public async Task Call_RefusedForSeveralReasons_TellsAll()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        await scope.StubAsync("dial", "failure.422-several", Cancelled);

        var dial = () => SignalWireRun.Of("dial").SendAsync(application.Client, scope, Cancelled);

        var thrown = (await dial.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.GetSignalWireErrors().Should().Equal(
            new SignalWireError
            {
                Type = "validation_error",
                Code = "missing_required_parameter",
                Message = "One member is missing.",
                Attribute = "from",
                Documentation = new Uri("https://developer.signalwire.com/rest/overview/error-codes#missing_required_parameter"),
            },
            new SignalWireError
            {
                Type = "validation_error",
                Code = "invalid_parameter",
                Message = "Another one is too large: +12125550101.",
                Attribute = "timeout",
                Documentation = new Uri("https://developer.signalwire.com/rest/overview/error-codes#invalid_parameter"),
            },
            new SignalWireError
            {
                Type = "validation_error",
                Code = "brand_new_code",
                Message = "A third thing.",
                Documentation = new Uri("https://developer.signalwire.com/rest/overview/error-codes"),
            });
        thrown.Error!.Detail.Should().ContainAll("One member is missing.", "Another one is too large", "A third thing.");
    }

    [Fact]
    public async Task Call_RefusedInTheThirdShape_TellsItsParts()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        await scope.StubAsync("calling.play", "failure.404-rest", Cancelled);

        var play = () => SignalWireRun.Of("calling.play").SendAsync(application.Client, scope, Cancelled);

        var thrown = (await play.Should().ThrowAsync<CallEndedException>()).Which;
        thrown.GetSignalWireErrors().Should().Equal(
            new SignalWireError { Code = "not_found", Title = "Not Found", Message = "There is no such call.", Status = "404" });
    }

    [Fact]
    public async Task Call_AfterFailures_WorksAgain()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stubs = await scope.StubSequenceAsync("calling.end", ["failure.503", "failure.huge", "failure.reset", "success"], Cancelled);
        var run = SignalWireRun.Of("calling.end");
        var send = () => run.SendAsync(application.Client, scope, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        var answer = await send();

        run.Check(answer, scope, await stubs[3].GetSingleRequestAsync(Cancelled));
    }

    private static void ShouldNameItsCommand(CallControlException thrown, string operation, SignalWireScope scope, WireMockRequest request)
    {
        var target = SignalWireOperation.Named(operation);
        thrown.Call.Should().Be(target.ConcernsCall ? scope.Call : default);
        thrown.Operation.Should().Be(target.IsCommand ? SignalWireRun.ControlIdOf(request) : null);
        (thrown.Operation is not null).Should().Be(target.HasControlId);
        thrown.Message.Should().NotBeEmpty();
        // What becomes of the call is all that can be said of a call that is over.
        if (thrown is not CallEndedException && target.IsCommand) thrown.Message.Should().Contain($"'{operation}'");
    }

    private static void ShouldTellTheAnswer(CallControlException thrown, SignalWireFailure failure, JsonNode response)
    {
        var error = thrown.Error!;
        error.StatusCode.Should().Be(failure.Status);
        error.Code.Should().Be(failure.Code);
        if (failure.CutAt is { } limit)
        {
            Encoding.UTF8.GetByteCount(error.Body).Should().Be(limit);
            error.Body.Should().StartWith(failure.Case == "huge" ? """{"error": "The switch is out of order""" : "<!DOCTYPE html>");
            return;
        }

        error.Title.Should().Be(failure.Title);
        if (response["jsonBody"] is { } written)
            JsonNode.DeepEquals(JsonNode.Parse(error.Body), written).Should().BeTrue("{0} is not {1}", error.Body, written);
        else
            error.Body.Should().Be(response["body"]?.GetValue<string>() ?? "");
        var errors = response["jsonBody"]?["errors"]?.AsArray();
        thrown.GetSignalWireErrors().Should().HaveCount(errors?.Count ?? (response["jsonBody"]?["error"] is null ? 0 : 1));
        if (errors?.FirstOrDefault() is not { } first)
            error.Detail.Should().BeNull();
        else
            error.Detail.Should().Contain((first["message"] ?? first["detail"])!.GetValue<string>());
        if (errors?.FirstOrDefault()?["attribute"]?.GetValue<string>() is { } attribute) error.Detail.Should().StartWith(attribute);
    }

    private static void ShouldShowNoSecret(CallControlException thrown, SignalWireScope scope) =>
        thrown.ToString().Should().NotContainAny(scope.ApiToken, scope.Key, "+15550100", "+12125550101", "secret");

    private async Task ShouldNotBeUnderstoodAsync(string operation, string @case)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAsync(operation, @case, Cancelled);

        var send = () => SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderProtocolException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error.Should().Be(new ProviderError { StatusCode = 200 });
        ShouldNameItsCommand(thrown, operation, scope, await stub.GetSingleRequestAsync(Cancelled));
        ShouldShowNoSecret(thrown, scope);
    }
}
