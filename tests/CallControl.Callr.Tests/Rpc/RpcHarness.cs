using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Callr.Tests;

/// <summary>A client whose requests end in memory.</summary>
internal sealed class RpcHarness : HttpMessageHandler, IHttpClientFactory
{
    public const string Provider = "callr-1";
    public const string Login = "a-login";
    public const string Password = "s3cr3t: é";

    private readonly Lock _gate = new();
    private readonly List<RpcSent> _requests = [];
    private Func<JsonNode, string> _answer = static _ => throw new InvalidOperationException("No answer was given.");

    public RpcHarness() => Client = new CallrClient(new CommandTransport(this, "client", new CallrDialect(Provider, () => Options), Time), Provider);

    public CallrOptions Options { get; } = new() { Login = Login, Password = Password };

    public ManualTimeProvider Time { get; } = new();

    public ICallrClient Client { get; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<RpcSent> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public RpcSent Request => Requests.Should().ContainSingle().Subject;

    /// <summary>The text of a fixture: <c>params</c> and <c>result</c>.</summary>
    public static JsonObject ReadFixture(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "rpc", name + ".json")))!.AsObject();

    /// <summary>Answers with a result, under the id of the request.</summary>
    public RpcHarness WithResult(string json) => Answering(HttpStatusCode.OK, id => $$"""{"jsonrpc":"2.0","result":{{json}},"id":{{id}}}""");

    /// <summary>Answers with an error, under the id of the request.</summary>
    public RpcHarness WithError(string json, HttpStatusCode status = HttpStatusCode.OK) => Answering(status, id => $$"""{"jsonrpc":"2.0","id":{{id}},"error":{{json}}}""");

    /// <summary>Answers with a body as it is.</summary>
    public RpcHarness WithBody(string body, HttpStatusCode status = HttpStatusCode.OK) => Answering(status, _ => body);

    /// <summary>Answers with what is made of the JSON of the request's id.</summary>
    public RpcHarness Answering(HttpStatusCode status, Func<string, string> answer)
    {
        Status = status;
        _answer = request => answer(request["id"]!.ToJsonString());
        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("https://api.example.com/json-rpc/v1.1/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        lock (_gate)
            _requests.Add(new RpcSent(request.Method, request.RequestUri!.AbsoluteUri, headers, body));

        var response = new HttpResponseMessage(Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(_answer(JsonNode.Parse(body)!))) };
        foreach (var (name, value) in Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
