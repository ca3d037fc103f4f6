using CallControl.Contract.Tests.WireMock;
using CallControl.SignalWire;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>Every operation in every documented case: the client's request is the one that the mapping expects, and its answer is read.</summary>
public sealed class SignalWireContractTests(WireMockServer server)
{
    public static TheoryData<string, string> Runs
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var run in SignalWireRun.All) data.Add(run.Operation, run.Case);
            return data;
        }
    }

    public static TheoryData<string, string> CommandsAndAnswers
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var command in SignalWireOperation.Commands)
            {
                foreach (var answer in SignalWireMapping.Answers) data.Add(command.Name, answer);
            }

            return data;
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Runs_OfTheTable_CoverEveryMapping()
    {
        SignalWireRun.All.Select(run => run.Mapping).Should().OnlyHaveUniqueItems().And.BeEquivalentTo(SignalWireMapping.OfOperations);
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Call_WithTheMappingsValues_IsMatchedOnceAndItsAnswerIsRead(string operation, string @case)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var run = SignalWireRun.Of(operation, @case);
        if (run.After is { } before) await scope.StubAsync(operation, before, Cancelled);
        var stub = await scope.StubAsync(operation, @case, Cancelled);

        var answer = await run.SendAsync(application.Client, scope, Cancelled);

        run.Check(answer, scope, await stub.GetSingleRequestAsync(Cancelled));
        (await server.GetUnmatchedRequestsAsync(scope.Key, Cancelled)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(CommandsAndAnswers))]
    public async Task Command_AnsweredInAnyShape_ReturnsTheLegWithItsControlId(string operation, string answer)
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAnswerAsync(operation, answer, Cancelled);

        var leg = (SignalWireCallLeg)await SignalWireRun.Of(operation).SendAsync(application.Client, scope, Cancelled);

        var sent = SignalWireRun.ControlIdOf(await stub.GetSingleRequestAsync(Cancelled));
        (sent is not null).Should().Be(SignalWireOperation.Named(operation).HasControlId);
        SignalWireAnswers.Check(answer, leg, scope, sent);
    }

    [Fact]
    public async Task ControlId_NotGiven_DiffersFromCommandToCommand()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stub = await scope.StubAsync("calling.transcribe", "minimal", Cancelled);

        var first = await application.Client.TranscribeAsync(scope.Call, new TranscribeCommand(), Cancelled);
        var second = await application.Client.TranscribeAsync(scope.Call, new TranscribeCommand(), Cancelled);

        var sent = (await stub.GetRequestsAsync(Cancelled)).Select(SignalWireRun.ControlIdOf);
        sent.Should().Equal(first.ControlId, second.ControlId);
        first.ControlId.Should().NotBeNull().And.NotBe(second.ControlId);
    }

    [Fact]
    public async Task ControlId_OfACommandSentTwice_StaysTheSame()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var stubs = await scope.StubSequenceAsync("calling.transcribe", ["failure.500", "minimal"], Cancelled);
        var command = new TranscribeCommand();
        var send = () => application.Client.TranscribeAsync(scope.Call, command, Cancelled);

        await send.Should().ThrowAsync<ProviderUnavailableException>();
        await send();

        SignalWireRun.ControlIdOf(await stubs[0].GetSingleRequestAsync(Cancelled))
            .Should().Be(command.ControlId).And.Be(SignalWireRun.ControlIdOf(await stubs[1].GetSingleRequestAsync(Cancelled)));
    }

    [Fact]
    public async Task SpaceUrl_WithoutASlashAtItsEnd_LeadsToTheSamePath()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope, options => options.SpaceUrl = new Uri(scope.SpaceUrl.OriginalString.TrimEnd('/')));
        var stub = await scope.StubAsync("calling.end", "minimal", Cancelled);

        await application.Client.EndAsync(scope.Call, new EndCommand(), Cancelled);

        (await stub.GetSingleRequestAsync(Cancelled)).Url.Should().Be("/api/calling/calls");
    }

    [Fact]
    public async Task ListCallLogsAsync_TwoPages_AsksForEachOnce()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);
        var first = await scope.StubAsync("list_logs", cancellationToken: Cancelled);
        var next = await scope.StubAsync("list_logs", "next", Cancelled);
        var query = new CallLogQuery
        {
            CreatedBefore = new DateOnly(2026, 5, 8),
            CreatedOn = new DateOnly(2026, 5, 6),
            CreatedAfter = new DateOnly(2026, 5, 1),
            IncludeDeleted = true,
            PageSize = 2,
        };

        var pages = await application.Client.ListCallLogsAsync(query, Cancelled).ToListAsync(Cancelled);

        pages.SelectMany(page => page.Logs).Select(log => log.Type).Should().Equal(CallLegType.Sip, null, CallLegType.FabricDevice);
        await first.GetSingleRequestAsync(Cancelled);
        await next.GetSingleRequestAsync(Cancelled);
    }

    [Fact]
    public async Task Client_OfTheAdapter_IsTheRegisteredOne()
    {
        await using var scope = new SignalWireScope(server);
        await using var application = new SignalWireApplication(scope);

        application.Control.GetService(typeof(ISignalWireCallingClient)).Should().BeSameAs(application.Client);
        application.Control.Provider.Name.Should().Be(SignalWireApplication.Account);
    }
}
