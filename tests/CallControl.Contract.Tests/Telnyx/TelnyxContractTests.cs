using CallControl.Contract.Tests.WireMock;
using CallControl.Telnyx;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>Every operation in every documented case: the client's request is the one that the mapping expects, and its answer is read.</summary>
public sealed class TelnyxContractTests(WireMockServer server)
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var run in TelnyxRun.All) data.Add(run.Operation, run.Case);
            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Runs_OfTheTable_CoverEveryMapping()
    {
        TelnyxRun.All.Select(run => run.Mapping).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(TelnyxMapping.OfOperations);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Call_WithTheMappingsValues_IsMatchedOnceAndItsAnswerIsRead(string operation, string @case)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var run = TelnyxRun.Of(operation, @case);
        if (run.After is { } before) await scope.StubAsync(operation, before, Cancelled);
        var stub = await scope.StubAsync(operation, @case, Cancelled);

        var answer = await run.SendAsync(application.Client, scope, Cancelled);

        var request = await stub.GetSingleRequestAsync(Cancelled);
        request.Method.Should().Be(TelnyxOperation.Named(operation).Method);
        run.Check(answer, scope, request);
        (await server.GetUnmatchedRequestsAsync(scope.Key, Cancelled)).Should().BeEmpty();
    }

    [Fact]
    public async Task CommandId_NotGiven_DiffersFromCommandToCommand()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stub = await scope.StubAsync("hangup", "minimal", Cancelled);

        var first = await application.Client.HangupAsync(scope.Call, new HangupCommand(), Cancelled);
        var second = await application.Client.HangupAsync(scope.Call, new HangupCommand(), Cancelled);

        var sent = (await stub.GetRequestsAsync(Cancelled)).Select(request => request.Json().GetProperty("command_id").GetString());
        sent.Should().Equal(first.CommandId.Value, second.CommandId.Value);
        first.CommandId.Should().NotBe(second.CommandId);
    }

    [Fact]
    public async Task CommandId_OfACommandSentTwice_StaysTheSame()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var stubs = await scope.StubSequenceAsync("hangup", ["failure.500", "minimal"], Cancelled);
        var command = new HangupCommand();
        var send = () => application.Client.HangupAsync(scope.Call, command, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send();

        var first = (await stubs[0].GetSingleRequestAsync(Cancelled)).Json().GetProperty("command_id").GetString();
        first.Should().NotBeNullOrEmpty().And.Be((await stubs[1].GetSingleRequestAsync(Cancelled)).Json().GetProperty("command_id").GetString());
    }

    [Theory]
    [InlineData("v3:T02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ", "v3%3AT02llQxIyaRkhfRKxgAP8nY511EhFLizdvdUKJiSw8d6A9BborherQ")]
    [InlineData("v3:a-b_c=", "v3%3Aa-b_c%3D")]
    [InlineData("428c31b6-7af4-4bcb-b7f5-5013ef9657c1", "428c31b6-7af4-4bcb-b7f5-5013ef9657c1")]
    public async Task CallControlId_InThePath_IsEncodedOnce(string id, string segment)
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);

        var send = () => application.Client.GatherAsync(new CallId(id), new GatherCommand { GatherId = scope.Key }, Cancelled);

        // Nothing answers there: what counts is where it went.
        await send.Should().ThrowAsync<CallControlException>();
        var request = (await server.GetUnmatchedRequestsAsync(scope.Key, Cancelled)).Should().ContainSingle().Subject;
        request.Url.Should().Be($"/v2/calls/{segment}/actions/gather");
        await server.ForgetRequestsAsync(scope.Key, Cancelled);
    }

    [Fact]
    public async Task BaseUrl_WithASlashAtItsEnd_LeadsToTheSamePaths()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope, options => options.BaseUrl = new Uri(scope.BaseAddress.OriginalString + "/"));
        var stub = await scope.StubAsync("answer", "minimal", Cancelled);

        await application.Client.AnswerAsync(scope.Call, new AnswerCommand(), Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Url.Should().StartWith("/v2/calls/v3%3A").And.EndWith("/actions/answer");
    }

    [Fact]
    public async Task ListActiveCallsAsync_TwoPages_AsksForEachOnce()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);
        var first = await scope.StubAsync("list_active_calls", cancellationToken: Cancelled);
        var next = await scope.StubAsync("list_active_calls", "next", Cancelled);

        var pages = await application.Client.ListActiveCallsAsync(scope.ConnectionId, 2, Cancelled).ToListAsync(Cancelled);

        pages.SelectMany(page => page.Calls).Select(call => call.CallControlId.Value)
            .Should().Equal(scope.CallControlId, scope.OtherCallControlId, scope.CallControlId);
        await first.GetSingleRequestAsync(Cancelled);
        await next.GetSingleRequestAsync(Cancelled);
    }

    [Fact]
    public async Task Client_OfTheAdapter_IsTheRegisteredOne()
    {
        await using var scope = new TelnyxScope(server);
        await using var application = new TelnyxApplication(scope);

        application.Control.GetService(typeof(ITelnyxCallsClient)).Should().BeSameAs(application.Client);
        application.Control.Provider.Name.Should().Be(TelnyxApplication.Account);
    }
}
