using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SignalWire;

/// <summary>
/// SignalWire as one test sees it: a project and a call that no other test has, and the stubs that answer to them. Stubs of different scopes
/// cannot answer each other's requests: every mapping asks for the scope's own <see cref="Credentials"/>.
/// </summary>
public sealed class SignalWireScope(WireMockServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<WireMockStub> _stubs = [];

    /// <summary>The address of the space, to give to the client under test: <c>@@SPACE@@</c>.</summary>
    public Uri SpaceUrl => server.BaseAddress;

    /// <summary>The project: <c>@@PROJECT@@</c>.</summary>
    public string ProjectId { get; } = NewId();

    /// <summary>The token.</summary>
    public string ApiToken { get; } = "PT" + NewId();

    /// <summary>Project and token as Basic authentication writes them (RFC 7617): <c>@@CREDENTIALS@@</c>.</summary>
    public string Credentials => Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ProjectId}:{ApiToken}"));

    /// <summary>A text that occurs in the requests of this scope and nowhere else.</summary>
    public string Key => Credentials.TrimEnd('=');

    /// <summary>The call: <c>@@CALL@@</c>.</summary>
    public string CallId { get; } = NewId();

    /// <summary>The call, as the client is told of it.</summary>
    public CallId Call => new(CallId);

    /// <summary>Another call: <c>@@OTHER@@</c>.</summary>
    public string OtherCallId { get; } = NewId();

    /// <summary>Places the mapping <c>&lt;operation&gt;.&lt;case&gt;</c>, or one that fits any operation bent to this one.</summary>
    /// <param name="operation">A name of <see cref="SignalWireOperation.All"/>.</param>
    /// <param name="case">For instance <c>success</c>, <c>minimal</c> or <c>failure.404</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public Task<WireMockStub> StubAsync(string operation, string @case = "success", CancellationToken cancellationToken = default) =>
        PlaceAsync(Fill(operation, @case), cancellationToken);

    /// <summary>Places the mapping of a command, answered with another of the vendor's shapes.</summary>
    /// <param name="operation">A name of <see cref="SignalWireOperation.Commands"/>.</param>
    /// <param name="answer">A name of <see cref="SignalWireMapping.Answers"/>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public Task<WireMockStub> StubAnswerAsync(string operation, string answer, CancellationToken cancellationToken = default) =>
        PlaceAsync(Fill(operation, "success", answer), cancellationToken);

    /// <summary>Has an operation refused with status 422.</summary>
    /// <param name="operation">A name of <see cref="SignalWireOperation.All"/>.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    internal Task<WireMockStub> StubRefusalAsync(string operation, SignalWireRefusal refusal, CancellationToken cancellationToken = default) =>
        PlaceAsync(Fill(operation, "failure.422", refusal: refusal), cancellationToken);

    /// <summary>Places mappings that answer one request each, in this order; the last one answers all further requests too.</summary>
    /// <param name="operation">A name of <see cref="SignalWireOperation.All"/>.</param>
    /// <param name="cases">For instance <c>failure.503</c>, then <c>success</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<IReadOnlyList<WireMockStub>> StubSequenceAsync(
        string operation, IReadOnlyList<string> cases, CancellationToken cancellationToken = default)
    {
        var scenario = NewId();
        var stubs = new List<WireMockStub>(cases.Count);
        for (var index = 0; index < cases.Count; index++)
        {
            var mapping = JsonNode.Parse(Fill(operation, cases[index]))!.AsObject();
            mapping["scenarioName"] = scenario;
            mapping["requiredScenarioState"] = State(index);
            if (index + 1 < cases.Count) mapping["newScenarioState"] = State(index + 1);
            stubs.Add(await PlaceAsync(mapping.ToJsonString(), cancellationToken));
        }

        return stubs;

        // "Started" is WireMock's name for the state in which every scenario begins.
        static string State(int index) => index == 0 ? "Started" : $"after {index}";
    }

    /// <summary>Answers 404 to whatever no mapping of this scope matches; faster than WireMock, which looks for the nearest stub first.</summary>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task StubTheRestAsync(CancellationToken cancellationToken = default)
    {
        string[] requests =
        [
            $$"""{"urlPattern": ".*{{CallId}}.*"}""",
            $$"""{"urlPattern": ".*", "headers": {"Authorization": {"contains": "{{Key}}"} } }""",
            $$"""{"urlPattern": ".*", "bodyPatterns": [{"contains": "{{CallId}}"}] }""",
        ];
        foreach (var request in requests)
            await PlaceAsync($$"""{"name": "the rest", "priority": 10, "request": {{request}}, "response": {"status": 404} }""", cancellationToken);
    }

    /// <summary>Waits until a stub has answered a number of requests.</summary>
    /// <exception cref="InvalidOperationException">They did not come; the message lists what no stub matched.</exception>
    public async Task<IReadOnlyList<WireMockRequest>> WaitForRequestsAsync(WireMockStub stub, int count, CancellationToken cancellationToken = default)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            var requests = await stub.GetRequestsAsync(cancellationToken);
            if (requests.Count >= count) return requests;
            if (patience.IsCancellationRequested)
                throw new InvalidOperationException($"'{stub.Name}' answered {requests.Count} requests, not {count}.{Environment.NewLine}{await DescribeUnmatchedAsync(cancellationToken)}");
        }
    }

    /// <summary>Says which of this scope's requests no stub matched, and what the nearest stub expects.</summary>
    public Task<string> DescribeUnmatchedAsync(CancellationToken cancellationToken = default) =>
        server.DescribeUnmatchedAsync(Key, cancellationToken);

    /// <summary>Withdraws the stubs and their record; what no stub matched goes to the test's output.</summary>
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestOutputHelper is { } output && (await server.GetUnmatchedRequestsAsync(Key)).Count > 0)
            output.WriteLine(await DescribeUnmatchedAsync());
        foreach (var stub in _stubs) await server.RemoveStubAsync(stub.Id);
        await server.ForgetRequestsAsync(Key);
        await server.ForgetRequestsAsync(CallId);
    }

    internal string Fill(string operation, string @case, string answer = "call-leg", SignalWireRefusal? refusal = null)
    {
        var target = SignalWireOperation.Named(operation);
        refusal ??= SignalWireRefusal.Of(operation);
        var name = SignalWireMapping.IsGeneral(@case) ? @case : $"{operation}.{@case}";
        var mapping = SignalWireMapping.Read(name);
        var fixture = JsonNode.Parse(mapping)!["metadata"]!["fixture"]?.GetValue<string>();
        // The parts first, and method and path: they bring placeholders of their own.
        (string Placeholder, string Value)[] values =
        [
            ("\"@@BODY@@\"", fixture is null ? "" : SignalWireMapping.ReadFixture(fixture)),
            ("\"@@ANSWER@@\"", SignalWireMapping.ReadAnswer(answer)),
            ("\"@@WHICH@@\"", Which(target)),
            ("@@OPERATION@@", operation), ("@@METHOD@@", target.Method), ("@@PATH@@", target.Path),
            (SignalWireMapping.FixtureCall, CallId), ("@@CALL@@", CallId), ("@@OTHER@@", OtherCallId),
            ("@@PROJECT@@", ProjectId), ("@@CREDENTIALS@@", Credentials), ("@@SPACE@@", SpaceUrl.AbsoluteUri),
            ("@@CODE@@", refusal.Code), ("@@MESSAGE@@", refusal.Message), ("\"@@ATTRIBUTE@@\"", JsonSerializer.Serialize(refusal.Attribute)),
        ];
        var text = values.Aggregate(mapping, static (text, value) => text.Replace(value.Placeholder, value.Value, StringComparison.Ordinal));
        return text.Contains("@@", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The mapping '{name}' holds a placeholder that the harness does not know.")
            : text;
    }

    private static string NewId() => Guid.NewGuid().ToString();

    // All commands go to one address: which one it is the body tells.
    private static string Which(SignalWireOperation operation) => operation.IsCommand
        ? $$$"""[{"matchesJsonPath": {"expression": "$.command", "equalTo": "{{{operation.Name}}}"}}]"""
        : """[{"absent": true}]""";

    private async Task<WireMockStub> PlaceAsync(string mapping, CancellationToken cancellationToken)
    {
        var stub = await server.AddStubAsync(mapping, Key, cancellationToken);
        _stubs.Add(stub);
        return stub;
    }
}
