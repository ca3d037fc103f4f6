using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Callr.Tests;
using CallControl.Contract.Tests.WireMock;

namespace CallControl.Contract.Tests.Callr;

/// <summary>
/// CALLR as one test sees it: an address and a login that no other test has, and the stubs that answer to them. Stubs of different scopes
/// cannot answer each other's requests: every mapping asks for the scope's own <see cref="Path"/>.
/// </summary>
public sealed class CallrScope(WireMockServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly List<WireMockStub> _stubs = [];

    /// <summary>The address of the interface, to give to the client under test.</summary>
    public Uri BaseUrl => new(server.BaseAddress, Path);

    /// <summary>The path of the interface: <c>@@PATH@@</c>.</summary>
    public string Path => $"/{Key}/json-rpc/v1.1/";

    /// <summary>A text that occurs in the requests of this scope and nowhere else.</summary>
    public string Key { get; } = NewId();

    /// <summary>The login.</summary>
    public string Login { get; } = "login-" + NewId();

    /// <summary>The password.</summary>
    public string Password { get; } = "password-" + NewId();

    /// <summary>Login and password as Basic authentication writes them (RFC 7617): <c>@@AUTHORIZATION@@</c>.</summary>
    public string Authorization => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{Login}:{Password}"));

    /// <summary>Places the mapping <c>&lt;method&gt;.&lt;case&gt;</c>, or a failure bent to this method.</summary>
    /// <param name="method">A name of <see cref="CallrMethod.All"/>.</param>
    /// <param name="case">For instance <c>success</c>, <c>minimal</c> or <c>failure.forbidden</c>.</param>
    /// <param name="change">Something else that it expects.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public Task<WireMockStub> StubAsync(string method, string @case = "success", Action<JsonObject>? change = null, CancellationToken cancellationToken = default)
    {
        var mapping = Fill(method, @case);
        change?.Invoke(mapping);
        return PlaceAsync(mapping, cancellationToken);
    }

    /// <summary>Places mappings that answer one request each, in this order; the last one answers all further requests too.</summary>
    /// <param name="method">A name of <see cref="CallrMethod.All"/>.</param>
    /// <param name="cases">For instance <c>failure.503</c>, then <c>success</c>.</param>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public async Task<IReadOnlyList<WireMockStub>> StubSequenceAsync(string method, IReadOnlyList<string> cases, CancellationToken cancellationToken = default)
    {
        var scenario = NewId();
        var stubs = new List<WireMockStub>(cases.Count);
        for (var index = 0; index < cases.Count; index++)
        {
            var mapping = Fill(method, cases[index]);
            mapping["scenarioName"] = scenario;
            mapping["requiredScenarioState"] = State(index);
            if (index + 1 < cases.Count) mapping["newScenarioState"] = State(index + 1);
            stubs.Add(await PlaceAsync(mapping, cancellationToken));
        }

        return stubs;

        // "Started" is WireMock's name for the state in which every scenario begins.
        static string State(int index) => index == 0 ? "Started" : $"after {index}";
    }

    /// <summary>Answers 404 to whatever no mapping of this scope matches; faster than WireMock, which looks for the nearest stub first.</summary>
    /// <param name="cancellationToken">Ends the wait for WireMock.</param>
    public Task StubTheRestAsync(CancellationToken cancellationToken = default)
    {
        var rest = JsonNode.Parse($$"""{"name": "the rest", "priority": 10, "request": {"urlPattern": ".*{{Key}}.*"}, "response": {"status": 404} }""")!;
        return PlaceAsync(rest.AsObject(), cancellationToken);
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
    public Task<string> DescribeUnmatchedAsync(CancellationToken cancellationToken = default) => server.DescribeUnmatchedAsync(Key, cancellationToken);

    /// <summary>Withdraws the stubs and their record; what no stub matched goes to the test's output.</summary>
    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestOutputHelper is { } output && (await server.GetUnmatchedRequestsAsync(Key)).Count > 0)
            output.WriteLine(await DescribeUnmatchedAsync());
        foreach (var stub in _stubs) await server.RemoveStubAsync(stub.Id);
        await server.ForgetRequestsAsync(Key);
    }

    /// <summary>A mapping with its placeholders replaced, but for the answer's id.</summary>
    internal JsonObject Fill(string method, string @case)
    {
        var name = CallrMapping.IsFailure(@case) ? @case : RpcSample.NameOf(method, @case);
        var text = CallrMapping.Read(name);
        var fixture = JsonNode.Parse(text)!["metadata"]!["fixture"] is { } file ? CallrMapping.ReadFixture(file.GetValue<string>()) : null;
        (string Placeholder, string Value)[] values =
        [
            ("\"@@PARAMS@@\"", Json(fixture?["params"])),
            ("\"@@RESULT@@\"", Json(fixture?["result"])),
            ("@@OPERATION@@", method), ("@@PATH@@", Path), ("@@AUTHORIZATION@@", Authorization), ("@@FILLING@@", new string('a', 20_000)),
        ];
        text = values.Aggregate(text, static (text, value) => text.Replace(value.Placeholder, value.Value, StringComparison.Ordinal));
        return text.Replace("@@ID@@", "", StringComparison.Ordinal).Contains("@@", StringComparison.Ordinal)
            ? throw new InvalidOperationException($"The mapping '{name}' holds a placeholder that the harness does not know.")
            : JsonNode.Parse(text)!.AsObject();
    }

    private static string NewId() => Guid.NewGuid().ToString();

    private static string Json(JsonNode? node) => node?.ToJsonString() ?? "null";

    // An answer has the id of its request: the body becomes a template that takes it from there.
    private static JsonObject WithIdOfTheRequest(JsonObject mapping)
    {
        var response = mapping["response"]!.AsObject();
        if (response["jsonBody"] is not { } body) return mapping;
        response.Remove("jsonBody");
        response["body"] = body.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .Replace("\"@@ID@@\"", "{{{jsonPath request.body '$.id'}}} ", StringComparison.Ordinal);
        response["transformers"] = new JsonArray("response-template");
        return mapping;
    }

    private async Task<WireMockStub> PlaceAsync(JsonObject mapping, CancellationToken cancellationToken)
    {
        var stub = await server.AddStubAsync(WithIdOfTheRequest(mapping).ToJsonString(), Key, cancellationToken);
        _stubs.Add(stub);
        return stub;
    }
}
