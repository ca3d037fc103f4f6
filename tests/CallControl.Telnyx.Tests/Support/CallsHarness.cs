using System.Net;
using System.Text;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Telnyx.Tests;

/// <summary>A client whose requests end in memory.</summary>
internal sealed class CallsHarness : HttpMessageHandler, IHttpClientFactory
{
    public const string Provider = "telnyx-1";
    public const string ApiKey = "KEY0190-of-the-account";
    public const string Ok = """{"data": {"result": "ok"}}""";

    public static readonly CallId Call = new("v3:abc_-=");

    private readonly Lock _gate = new();
    private readonly List<SentCommand> _requests = [];
    private readonly Queue<string> _answers = new();

    public CallsHarness() =>
        Client = new TelnyxCallsClient(new CommandTransport(this, "client", new TelnyxDialect(Provider, () => Options), Time), Provider);

    public TelnyxOptions Options { get; } = new() { ApiKey = ApiKey };

    public ManualTimeProvider Time { get; } = new();

    public ITelnyxCallsClient Client { get; }

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
    public CallsHarness Answering(HttpStatusCode status, params string[] bodies)
    {
        Status = status;
        foreach (var body in bodies)
            _answers.Enqueue(body);

        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = new Uri("https://api.telnyx.com/v2/") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        string answer;
        lock (_gate)
        {
            _requests.Add(new SentCommand(
                request.Method, request.RequestUri!.AbsoluteUri, request.Content?.Headers.ContentType?.ToString(), body, request.Headers.Authorization?.ToString()));
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.TryPeek(out var last) ? last : Ok;
        }

        var response = new HttpResponseMessage(Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(answer)) };
        foreach (var (name, value) in Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
