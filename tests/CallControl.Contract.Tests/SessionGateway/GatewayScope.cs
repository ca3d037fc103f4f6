using System.Text.Json.Nodes;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.SessionGateway;

/// <summary>
/// The session gateway as one test sees it: identifiers and keys that no other test has, and the stubs that answer to them. Stubs of
/// different scopes cannot answer each other's requests: the paths differ by <see cref="Key"/>, and where a path has no room for it
/// (<c>conference_create</c>, <c>conference_list</c>, <c>health</c>) only one scope at a time gets to place stubs.
/// </summary>
public sealed class GatewayScope(WireMockServer server) : IAsyncDisposable
{
    private static readonly SemaphoreSlim SharedPaths = new(1, 1);
    private static readonly TimeSpan SharedPathsLimit = TimeSpan.FromMinutes(2);

    private readonly List<WireMockStub> _stubs = [];
    private bool _holdsSharedPaths;

    /// <summary>A text that occurs in every identifier of this scope and nowhere else.</summary>
    public string Key { get; } = Guid.NewGuid().ToString();

    /// <summary>The address to give to the client under test.</summary>
    public Uri BaseAddress => server.BaseAddress;

    /// <summary>The call: <c>@@SESSION@@</c>.</summary>
    public string SessionId => "acW68-" + Key;

    /// <summary>The conference room: <c>@@ROOM@@</c>.</summary>
    public string RoomId => "acW68-room-" + Key;

    /// <summary>The name under which the room is created: <c>@@CONFERENCE@@</c>.</summary>
    public string ConferenceName => "standup-" + Key;

    /// <summary>The value of <c>X-App-ID</c>, and the app that the admin endpoint changes: <c>@@APP@@</c>.</summary>
    public string AppId => "app_" + Key;

    /// <summary>The value of <c>X-API-Key</c>: <c>@@API_KEY@@</c>.</summary>
    public string ApiKey => "fictional-app-key-" + Key;

    /// <summary>The value of <c>X-Admin-API-Key</c>: <c>@@ADMIN_KEY@@</c>.</summary>
    public string AdminApiKey => "fictional-admin-key-" + Key;

    /// <summary>The <c>operation_id</c> of every accepted command: <c>@@OPERATION@@</c>.</summary>
    public string OperationId => Key;

    /// <summary>Places the mapping <c>&lt;endpoint&gt;.&lt;case&gt;</c>, or <c>failure.&lt;case&gt;</c> bent to the endpoint's method and path.</summary>
    /// <param name="endpoint">A name of <see cref="GatewayEndpoint.All"/>.</param>
    /// <param name="case">For instance <c>success</c>, <c>minimal</c> or <c>failure.429-retry-after</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<WireMockStub> StubAsync(
        string endpoint, string @case = "success", CancellationToken cancellationToken = default) =>
        await PlaceAsync(endpoint, Fill(endpoint, @case), cancellationToken);

    /// <summary>Places mappings that answer one request each, in this order; the last one answers all further requests too.</summary>
    /// <param name="endpoint">A name of <see cref="GatewayEndpoint.All"/>.</param>
    /// <param name="cases">For instance <c>failure.503</c>, then <c>success</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<IReadOnlyList<WireMockStub>> StubSequenceAsync(
        string endpoint, IReadOnlyList<string> cases, CancellationToken cancellationToken = default)
    {
        var scenario = Guid.NewGuid().ToString();
        var stubs = new List<WireMockStub>(cases.Count);
        for (var index = 0; index < cases.Count; index++)
        {
            var mapping = JsonNode.Parse(Fill(endpoint, cases[index]))!.AsObject();
            mapping["scenarioName"] = scenario;
            mapping["requiredScenarioState"] = State(index);
            if (index + 1 < cases.Count) mapping["newScenarioState"] = State(index + 1);
            stubs.Add(await PlaceAsync(endpoint, mapping.ToJsonString(), cancellationToken));
        }

        return stubs;

        // "Started" is WireMock's name for the state in which every scenario begins.
        static string State(int index) => index == 0 ? "Started" : $"after {index}";
    }

    /// <summary>Says which of this scope's requests no stub matched, and what the nearest stub expects.</summary>
    public Task<string> DescribeUnmatchedAsync(CancellationToken cancellationToken = default) =>
        server.DescribeUnmatchedAsync(Key, cancellationToken);

    /// <summary>Withdraws the stubs and their record; what no stub matched goes to the test's output.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (TestContext.Current.TestOutputHelper is { } output && (await server.GetUnmatchedRequestsAsync(Key)).Count > 0)
                output.WriteLine(await DescribeUnmatchedAsync());
            foreach (var stub in _stubs) await server.RemoveStubAsync(stub.Id);
            await server.ForgetRequestsAsync(Key);
        }
        finally
        {
            if (_holdsSharedPaths) SharedPaths.Release();
            _holdsSharedPaths = false;
        }
    }

    internal string Fill(string endpoint, string @case)
    {
        var target = GatewayEndpoint.Named(endpoint);
        var name = @case.StartsWith(GatewayMapping.FailurePrefix, StringComparison.Ordinal) ? @case : $"{endpoint}.{@case}";
        // Method and path first: the path brings placeholders of its own.
        var text = Replace(Replace(GatewayMapping.Read(name), "METHOD", target.Method), "PATH", target.Path);
        text = Replace(Replace(Replace(text, "SESSION", SessionId), "ROOM", RoomId), "CONFERENCE", ConferenceName);
        text = Replace(Replace(Replace(text, "APP", AppId), "API_KEY", ApiKey), "ADMIN_KEY", AdminApiKey);
        text = Replace(text, "OPERATION", OperationId);
        return text.Contains("@@", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The mapping '{name}' holds a placeholder that the harness does not know.")
            : text;

        static string Replace(string text, string placeholder, string value) =>
            text.Replace($"@@{placeholder}@@", value, StringComparison.Ordinal);
    }

    private async Task<WireMockStub> PlaceAsync(string endpoint, string mapping, CancellationToken cancellationToken)
    {
        if (!GatewayEndpoint.Named(endpoint).Path.Contains("@@", StringComparison.Ordinal)) await EnterSharedPathsAsync(cancellationToken);
        var stub = await server.AddStubAsync(mapping, Key, cancellationToken);
        _stubs.Add(stub);
        return stub;
    }

    private async Task EnterSharedPathsAsync(CancellationToken cancellationToken)
    {
        if (_holdsSharedPaths) return;
        if (!await SharedPaths.WaitAsync(SharedPathsLimit, cancellationToken))
            throw new TimeoutException("Another test holds the shared paths of the gateway: it does not dispose of its GatewayScope.");
        _holdsSharedPaths = true;
    }
}
