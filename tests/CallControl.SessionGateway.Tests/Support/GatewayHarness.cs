using System.Net;
using System.Text;
using CallControl.Providers;

namespace CallControl.SessionGateway.Tests;

/// <summary>A client whose requests end in memory.</summary>
internal sealed class GatewayHarness : HttpMessageHandler, IHttpClientFactory
{
    public const string Provider = "gateway-1";
    public const string AppId = "app_one-1";
    public const string ApiKey = "key-of-the-application-5193";
    public const string AdminKey = "key-of-the-operator-8821";
    public const string Accepted = """{"operation_id": "f47ac10b-58cc-4372-a567-0e02b2c3d479", "status": "in_progress", "timeout_ms": 2000}""";

    public static readonly CallId Session = new("acW68-f47ac10b-58cc-4372-a567-0e02b2c3d479");
    public const string Room = "acW68-room-550e8400-e29b-41d4-a716-446655440000";

    private readonly Lock _gate = new();
    private readonly List<SentRequest> _requests = [];

    public GatewayHarness()
    {
        var dialect = new SessionGatewayDialect(Provider, () => Options);
        Client = new SessionGatewayClient(new CommandTransport(this, "client", dialect, Time), new CooldownPacer(Time), Provider);
    }

    public SessionGatewayOptions Options { get; } = new()
    {
        BaseUrl = new Uri("https://gateway.example.com/"),
        AppId = AppId,
        ApiKey = ApiKey,
        AdminApiKey = AdminKey,
    };

    public ManualTime Time { get; } = new();

    public ISessionGatewayClient Client { get; }

    public HttpStatusCode Status { get; set; } = HttpStatusCode.Accepted;

    public byte[] Answer { get; set; } = Encoding.UTF8.GetBytes(Accepted);

    public Exception? Failure { get; set; }

    public bool NeverAnswers { get; set; }

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public SentRequest Request => Requests.Should().ContainSingle().Subject;

    public GatewayHarness Answering(HttpStatusCode status, string body)
    {
        Status = status;
        Answer = Encoding.UTF8.GetBytes(body);
        return this;
    }

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false) { BaseAddress = Options.BaseUrl };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        lock (_gate)
            _requests.Add(new SentRequest(request.Method, request.RequestUri!.PathAndQuery, request.Content?.Headers.ContentType?.ToString(), body, headers));

        if (NeverAnswers)
            await Task.Delay(Timeout.InfiniteTimeSpan, Time, cancellationToken);

        if (Failure is not null)
            throw Failure;

        return new HttpResponseMessage(Status) { Content = new ByteArrayContent(Answer) };
    }
}
