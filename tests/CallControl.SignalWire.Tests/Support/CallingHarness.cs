using System.Net;
using System.Text;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.SignalWire.Tests;

/// <summary>A client whose requests end in memory.</summary>
internal sealed class CallingHarness : HttpMessageHandler, IHttpClientFactory
{
    public const string Provider = "signalwire-1";
    public const string ProjectId = "5c0b1ad4-8a6e-4a4e-9f5b-0d9c1f7d3a11";
    public const string ApiToken = "PT-token-of-the-project";

    /// <summary>The call of the fixtures.</summary>
    public static readonly CallId Call = new("e3c0fa8d-6f2b-4d1a-9a1e-5b8c7d2f1a34");

    private readonly Lock _gate = new();
    private readonly List<SentCommand> _requests = [];
    private readonly Queue<string> _answers = new();

    public CallingHarness() =>
        Client = new SignalWireCallingClient(
            new CommandTransport(this, "client", new SignalWireDialect(Provider, () => Options), Time), Provider, () => Options);

    public SignalWireOptions Options { get; } = new() { SpaceUrl = new Uri("https://example.signalwire.com"), ProjectId = ProjectId, ApiToken = ApiToken };

    public ManualTimeProvider Time { get; } = new();

    public ISignalWireCallingClient Client { get; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    public Dictionary<string, string> Headers { get; } = [];

    public IReadOnlyList<SentCommand> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public SentCommand Request => Requests.Should().ContainSingle().Subject;

    /// <summary>Answers with these bodies, the last one from then on.</summary>
    public CallingHarness Answering(HttpStatusCode status, params string[] bodies)
    {
        Status = status;
        foreach (var body in bodies)
            _answers.Enqueue(body);

        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("https://example.signalwire.com/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        string answer;
        lock (_gate)
        {
            _requests.Add(new SentCommand(
                request.Method, request.RequestUri!.AbsoluteUri, request.Content?.Headers.ContentType?.ToString(), body, request.Headers.Authorization?.ToString()));
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.TryPeek(out var last) ? last : $$"""{"id": "{{Call}}"}""";
        }

        var response = new HttpResponseMessage(Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) };
        foreach (var (name, value) in Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
