using System.Collections.Concurrent;
using System.Net;
using CallControl.Testing;

namespace CallControl.Callr.Tests;

/// <summary>A fetcher on manual time whose requests end in memory, at a host that has one file until the test says otherwise.</summary>
internal sealed class AudioHost : HttpMessageHandler, IHttpClientFactory
{
    public const string Provider = "callr-1";
    public static readonly Uri Url = new("https://cdn.example.com/menu.wav");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public AudioHost()
    {
        Fetcher = new AudioFetcher(Provider, this, () => Options, Time);
    }

    public CallrOptions Options { get; } = new();

    public ManualTimeProvider Time { get; } = new();

    public AudioFetcher Fetcher { get; }

    public ConcurrentQueue<Uri> Requests { get; } = new();

    public ConcurrentQueue<string> ClientNames { get; } = new();

    public Func<Uri, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = static (_, _) => Task.FromResult(File(WaveBuilder.Of(8000, 1, 1, 2, 3)));

    public static HttpResponseMessage File(byte[] bytes) => new(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) };

    /// <summary>What was fetched, or a failed test in its place where it does not come about.</summary>
    public Task<byte[]> GetAsync(Uri? url = null) => Soon(Fetcher.GetAsync(url ?? Url, TestContext.Current.CancellationToken));

    /// <summary>The same for somebody who gives up.</summary>
    public Task<byte[]> GetAsync(CancellationToken cancellationToken) => Soon(Fetcher.GetAsync(Url, cancellationToken));

    public static Task<T> Soon<T>(Task<T> task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public static Task Soon(Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    public HttpClient CreateClient(string name)
    {
        ClientNames.Enqueue(name);
        return new HttpClient(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request.RequestUri!);
        return Answer(request.RequestUri!, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Fetcher.Dispose();

        base.Dispose(disposing);
    }
}
