using System.Text;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;
using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>Every operation with every failure: what is thrown says what happened, what is known of the command, and no key.</summary>
public sealed class TelnyxFailureTests(WireMockServer server)
{
    public static TheoryData<string, string> OperationsAndFailures
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var operation in TelnyxOperation.All)
            {
                foreach (var failure in TelnyxFailure.All) data.Add(operation.Name, failure.Case);
            }

            return data;
        }
    }

    public static TheoryData<string> Operations => [.. TelnyxOperation.All.Select(operation => operation.Name)];

    public static TheoryData<string> CallOperations => [.. TelnyxOperation.All.Where(operation => operation.ConcernsCall).Select(operation => operation.Name)];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Failures_OfTheTable_CoverEveryMapping()
    {
        var mappings = TelnyxMapping.Names.Where(TelnyxMapping.IsFailure).Select(name => name[TelnyxMapping.FailurePrefix.Length..]);

        TelnyxFailure.All.Select(failure => failure.Case).Concat(TelnyxFailure.TestedApart).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(mappings);
    }

    [Theory]
    [MemberData(nameof(OperationsAndFailures))]
    public async Task Call_Failing_ThrowsWhatTheFailureMeans(string operation, string @case)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var failure = TelnyxFailure.Of(@case, TelnyxOperation.Named(operation));
        var stub = await scope.StubAsync(operation, TelnyxMapping.FailurePrefix + @case, Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallControlException>()).Which;
        thrown.Should().BeOfType(failure.Kind);
        thrown.Effect.Should().Be(failure.Effect);
        thrown.IsTransient.Should().Be(failure.IsTransient);
        thrown.Provider.Should().Be(TelnyxApplication.Account);
        ShouldAskToWait(thrown, failure.Wait);
        ShouldNameItsCommand(thrown, operation, scope, await stub.GetSingleRequestAsync(Cancelled));
        ShouldShowNoSecret(thrown, scope);
        if (failure.Status == 0)
            thrown.Error.Should().BeNull();
        else
            ShouldTellTheAnswer(thrown, failure, JsonNode.Parse(scope.Fill(operation, TelnyxMapping.FailurePrefix + @case))!["response"]!["jsonBody"]);
    }

    [Theory]
    [MemberData(nameof(CallOperations))]
    public async Task Call_ThatHasEnded_ThrowsThatItHas(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync(operation, "failure.422-ended", Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<CallEndedException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error!.Code.Should().Be("90018");
        thrown.Call.Should().Be(scope.Call);
    }

    [Fact]
    public async Task DialAsync_TooManyDialsPerSecond_IsRateLimited()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync("dial", "failure.429-dials", Cancelled);

        var dial = () => TelnyxRun.Of("dial").SendAsync(application.Client, scope, Cancelled);

        var thrown = (await dial.Should().ThrowAsync<RateLimitedException>()).Which;
        thrown.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));
        thrown.Effect.Should().Be(CommandEffect.NotApplied);
        thrown.IsTransient.Should().BeTrue();
        thrown.Error!.Code.Should().Be("90103");
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Call_AnsweredWithCutJson_ThrowsProtocolAndTheEffectIsUnknown(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stub = await scope.StubAsync(operation, "failure.malformed-success", Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var thrown = (await send.Should().ThrowAsync<ProviderProtocolException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error.Should().Be(new ProviderError { StatusCode = 200 });
        ShouldNameItsCommand(thrown, operation, scope, await stub.GetSingleRequestAsync(Cancelled));
        ShouldShowNoSecret(thrown, scope);
    }

    [Theory]
    [InlineData("dial")]
    [InlineData("retrieve_call")]
    public async Task Call_AnsweredWithoutTheCallItAskedFor_ThrowsProtocol(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync(operation, "failure.empty-success", Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        (await send.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Fact]
    public async Task HangupAsync_AnsweredWithNothing_CountsAsTaken()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync("hangup", "failure.empty-success", Cancelled);
        var command = new HangupCommand();

        var answer = await application.Client.HangupAsync(scope.Call, command, Cancelled);

        answer.Should().Be(new CommandResult { CommandId = command.CommandId });
    }

    [Theory]
    [InlineData("dial")]
    [InlineData("retrieve_call")]
    [InlineData("answer")]
    [InlineData("hangup")]
    [InlineData("gather_using_ai")]
    [InlineData("conversation_relay_start")]
    [InlineData("list_active_calls")]
    public async Task Call_AnsweredWithDataOfAnotherKind_ThrowsProtocol(string operation)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync(operation, "failure.other-success", Cancelled);

        var send = () => TelnyxRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        (await send.Should().ThrowAsync<ProviderProtocolException>()).Which.Effect.Should().Be(CommandEffect.Unknown);
    }

    [Fact]
    public async Task Call_RefusedForSeveralReasons_TellsAll()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync("dial", "failure.422-several", Cancelled);

        var dial = () => TelnyxRun.Of("dial").SendAsync(application.Client, scope, Cancelled);

        var thrown = (await dial.Should().ThrowAsync<CommandRejectedException>()).Which;
        thrown.GetTelnyxErrors().Should().Equal(
            new TelnyxError
            {
                Code = "10004",
                Title = "Missing required parameter",
                Detail = "One field is missing.",
                SourcePointer = "/from",
                Documentation = new Uri("https://developers.telnyx.com/docs/overview/errors/10004"),
            },
            new TelnyxError
            {
                Code = "10033",
                Title = "Value outside of range",
                Detail = "Another one is too large.",
                SourcePointer = "/timeout_secs",
                Documentation = new Uri("https://developers.telnyx.com/docs/overview/errors/10033"),
            },
            new TelnyxError { Code = "10015", Title = "Bad Request" });
        thrown.Error!.Title.Should().Be("Missing required parameter");
    }

    [Fact]
    public async Task ListActiveCallsAsync_RefusedForAQueryParameter_NamesIt()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        await scope.StubAsync("list_active_calls", "failure.422", Cancelled);

        var list = () => TelnyxRun.Of("list_active_calls").SendAsync(application.Client, scope, Cancelled);

        var error = (await list.Should().ThrowAsync<CommandRejectedException>()).Which.GetTelnyxErrors().Should().ContainSingle().Subject;
        error.SourceParameter.Should().Be("page[limit]");
        error.SourcePointer.Should().BeNull();
    }

    [Fact]
    public async Task Call_AfterFailures_WorksAgain()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stubs = await scope.StubSequenceAsync("hangup", ["failure.503", "failure.huge", "failure.reset", "success"], Cancelled);
        var run = TelnyxRun.Of("hangup");
        var send = () => run.SendAsync(application.Client, scope, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send.Should().ThrowAsync<ProviderUnavailableException>();
        var answer = await send();

        run.Check(answer, scope, await stubs[3].GetSingleRequestAsync(Cancelled));
    }

    private static void ShouldAskToWait(CallControlException thrown, TimeSpan? wait)
    {
        if (thrown is not RateLimitedException limited)
            wait.Should().BeNull();
        else if (wait == TimeSpan.FromHours(1))
            limited.RetryAfter.Should().BeCloseTo(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)).And.BeLessThanOrEqualTo(TimeSpan.FromHours(1));
        else
            limited.RetryAfter.Should().Be(wait);
    }

    private static void ShouldNameItsCommand(CallControlException thrown, string operation, TelnyxScope scope, WireMockRequest request)
    {
        var target = TelnyxOperation.Named(operation);
        thrown.Call.Should().Be(target.ConcernsCall ? scope.Call : default);
        thrown.Operation?.Value.Should().Be(request.Json().GetProperty("command_id").GetString());
        (thrown.Operation is not null).Should().Be(target.HasCommandId);
    }

    private static void ShouldTellTheAnswer(CallControlException thrown, TelnyxFailure failure, JsonNode? written)
    {
        var error = thrown.Error!;
        error.StatusCode.Should().Be(failure.Status);
        error.Code.Should().Be(failure.Code);
        if (failure.CutAt is { } limit)
        {
            Encoding.UTF8.GetByteCount(error.Body).Should().Be(limit);
            error.Body.Should().StartWith(failure.Case == "huge" ? """{"errors": [{"code": "10007", "title": "The switch is out of order""" : "<!DOCTYPE html>");
            return;
        }

        if (written is null)
            error.Body.Should().BeEmpty();
        else
            JsonNode.DeepEquals(JsonNode.Parse(error.Body), written).Should().BeTrue("{0} is not {1}", error.Body, written);
        var first = written?["errors"]?.AsArray().FirstOrDefault();
        error.Title.Should().Be(first?["title"]?.GetValue<string>());
        if (first?["detail"]?.GetValue<string>() is { } detail)
            error.Detail.Should().StartWith(detail);
        else
            error.Detail.Should().BeNull();
        thrown.GetTelnyxErrors().Should().HaveCount(written?["errors"]?.AsArray().Count ?? 0);
    }

    private static void ShouldShowNoSecret(CallControlException thrown, TelnyxScope scope)
    {
        thrown.Message.Should().NotBeEmpty();
        thrown.ToString().Should().NotContainAny(scope.ApiKey, "fictional-", "12125550101");
    }
}
