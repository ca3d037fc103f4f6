using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Telnyx;

/// <summary>
/// Telnyx as one test sees it: identifiers and a key that no other test has, and the stubs that answer to them. Stubs of different scopes
/// cannot answer each other's requests: every mapping, also one of a failure, asks for the scope's own <see cref="ApiKey"/>.
/// </summary>
public sealed class TelnyxScope(WireMockServer server) : IAsyncDisposable
{
    private readonly List<WireMockStub> _stubs = [];

    /// <summary>A text that occurs in the key, the call control ids and the command id of this scope and nowhere else.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    /// <summary>The address to give to the client under test: WireMock with the version that the vendor's own address ends in.</summary>
    public Uri BaseAddress => new(server.BaseAddress, "v2");

    /// <summary>The call, as the vendor writes ids: <c>@@CALL_ID@@</c>; <c>@@CALL@@</c> where it is part of a path.</summary>
    public string CallControlId => $"v3:T02llQxIyaRk-{Key}_w";

    /// <summary>The call, as the client is told of it.</summary>
    public CallId Call => new(CallControlId);

    /// <summary>Another call, of a second leg or a participant: <c>@@OTHER@@</c>.</summary>
    public string OtherCallControlId => $"v3:MdI91X4lWFEs-{Key}_Q";

    /// <summary>The leg of the answers: <c>@@LEG@@</c>.</summary>
    public string CallLegId { get; } = Guid.NewGuid().ToString();

    /// <summary>The session of the answers: <c>@@SESSION@@</c>.</summary>
    public string CallSessionId { get; } = Guid.NewGuid().ToString();

    /// <summary>The application, a number too large for a JSON reader that takes it for one: <c>@@CONNECTION@@</c>.</summary>
    public string ConnectionId { get; } = Random19Digits();

    /// <summary>The recording: <c>@@RECORDING@@</c>.</summary>
    public string RecordingId { get; } = Guid.NewGuid().ToString();

    /// <summary>The conversation of an assistant or a relay: <c>@@CONVERSATION@@</c>.</summary>
    public string ConversationId { get; } = Guid.NewGuid().ToString();

    /// <summary>The <c>command_id</c> that a caller chooses: <c>@@COMMAND@@</c>.</summary>
    public string CommandId => "own-" + Key;

    /// <summary>The API key: <c>@@API_KEY@@</c>.</summary>
    public string ApiKey => "fictional-key-" + Key;

    /// <summary>When the limit of requests is lifted, where a mapping tells a time, not a wait: <c>@@RESET_EPOCH@@</c>, in seconds since 1970.</summary>
    public DateTimeOffset ResetsAt { get; } = TimeProvider.System.GetUtcNow() + TimeSpan.FromHours(1);

    /// <summary>Places the mapping <c>&lt;operation&gt;.&lt;case&gt;</c>, or <c>failure.&lt;case&gt;</c> bent to the operation's method and path.</summary>
    /// <param name="operation">A name of <see cref="TelnyxOperation.All"/>.</param>
    /// <param name="case">For instance <c>success</c>, <c>minimal</c> or <c>failure.429-epoch</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<WireMockStub> StubAsync(string operation, string @case = "success", CancellationToken cancellationToken = default) =>
        await PlaceAsync(Fill(operation, @case), cancellationToken);

    /// <summary>Places mappings that answer one request each, in this order; the last one answers all further requests too.</summary>
    /// <param name="operation">A name of <see cref="TelnyxOperation.All"/>.</param>
    /// <param name="cases">For instance <c>failure.503</c>, then <c>success</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<IReadOnlyList<WireMockStub>> StubSequenceAsync(
        string operation, IReadOnlyList<string> cases, CancellationToken cancellationToken = default)
    {
        var scenario = Guid.NewGuid().ToString();
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
            $$"""{"urlPattern": ".*{{Key}}.*"}""",
            $$"""{"urlPattern": ".*", "headers": {"Authorization": {"contains": "{{Key}}"} } }""",
            $$"""{"urlPattern": ".*", "bodyPatterns": [{"contains": "{{Key}}"}] }""",
        ];
        foreach (var request in requests)
            await PlaceAsync($$"""{"name": "the rest", "priority": 10, "request": {{request}}, "response": {"status": 404} }""", cancellationToken);
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
    }

    internal string Fill(string operation, string @case)
    {
        var target = TelnyxOperation.Named(operation);
        var refusal = TelnyxRefusal.Of(operation);
        var name = TelnyxMapping.IsFailure(@case) ? @case : $"{operation}.{@case}";
        // Method and path first: the path brings placeholders of its own.
        (string Placeholder, string Value)[] values =
        [
            ("METHOD", target.Method), ("PATH", target.Path),
            ("CALL", CallControlId.Replace(":", "%3A", StringComparison.Ordinal)), ("CALL_ID", CallControlId), ("OTHER", OtherCallControlId),
            ("LEG", CallLegId), ("SESSION", CallSessionId), ("CONNECTION", ConnectionId), ("RECORDING", RecordingId),
            ("CONVERSATION", ConversationId), ("COMMAND", CommandId), ("API_KEY", ApiKey),
            ("RESET_EPOCH", ResetsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("CODE", refusal.Code), ("TITLE", refusal.Title), ("DETAIL", refusal.Detail), ("SOURCE_KIND", refusal.SourceKind), ("SOURCE", refusal.Source),
        ];
        var text = values.Aggregate(TelnyxMapping.Read(name), static (text, value) =>
            text.Replace($"@@{value.Placeholder}@@", value.Value, StringComparison.Ordinal));
        return text.Contains("@@", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The mapping '{name}' holds a placeholder that the harness does not know.")
            : text;
    }

    private static string Random19Digits() =>
        (1_000_000_000_000_000_000 + (BitConverter.ToInt64(Guid.NewGuid().ToByteArray()) & 0x0FFF_FFFF_FFFF_FFFF)).ToString(CultureInfo.InvariantCulture);

    private async Task<WireMockStub> PlaceAsync(string mapping, CancellationToken cancellationToken)
    {
        var stub = await server.AddStubAsync(mapping, Key, cancellationToken);
        _stubs.Add(stub);
        return stub;
    }
}
