using System.Collections.Concurrent;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire.Tests;

/// <summary>The adapter in the real engine, on manual time: commands end in memory, reports and requests come as they travel.</summary>
internal sealed class AdapterHarness : IAsyncDisposable
{
    public const string Provider = "signalwire-1";
    public const string ProjectId = "5c0b1ad4-8a6e-4a4e-9f5b-0d9c1f7d3a11";
    public const string ApiToken = "PT-token-of-the-project";
    public const string Host = "https://ivr.example.com/calls";
    public const string Account = $"{Host}/{Provider}";
    public const string StatusUrl = $"{Account}/status";

    public static readonly CallId One = new("3c5b0d1e-6a72-4f0d-9b1e-2f4a6c8d0e11");
    public static readonly CallId Two = new("4d6c1e2f-7b83-4a1e-8c2f-3a5b7d9e1f22");
    public static readonly CallId Three = new("5e7d2f30-8c94-4b2f-9d30-4b6c8eaf2033");

    private readonly ServiceProvider _services;
    private readonly IInboundHandler _inbound;
    private readonly Recorder _recorder = new();
    private readonly Vendor _vendor = new();
    private readonly LogRecorder _logs = new();
    private readonly ConcurrentDictionary<string, bool> _posted = [];

    public AdapterHarness(Action<SignalWireOptions>? configure = null, string? publicBaseUrl = Host)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICallEventObserver>(_recorder);
        services.AddCallControl(builder => builder
            .Configure(options => options.PublicBaseUrl = publicBaseUrl is null ? null : new Uri(publicBaseUrl))
            .AddSignalWire(Provider, options =>
            {
                options.SpaceUrl = new Uri("https://example.signalwire.com");
                options.ProjectId = ProjectId;
                options.ApiToken = ApiToken;
                options.AllowUnsignedRequests = true;
                configure?.Invoke(options);
            }));
        services.AddHttpClient(CallControlBuilder.TransportName(Provider)).ConfigurePrimaryHttpMessageHandler(() => _vendor);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        _services = services.BuildServiceProvider();
        Control = _services.GetRequiredKeyedService<ICallControl>(Provider);
        Operations = _services.GetRequiredService<IOperationRegistry>();
        _inbound = _services.GetRequiredKeyedService<IInboundHandler>(Provider);
    }

    public ManualTimeProvider Time { get; } = new(NativeEvent.Start);

    public ICallControl Control { get; }

    public IOperationRegistry Operations { get; }

    /// <summary>Cancelled when the vendor waits no longer for answers.</summary>
    public CancellationToken Patience { get; set; } = Cancelled;

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<VendorCommand> Sent => _vendor.Sent;

    /// <summary>The names of the commands that were sent.</summary>
    public IEnumerable<string> Names => Sent.Select(command => command.Name);

    /// <summary>Every event that was handled, in that order.</summary>
    public IReadOnlyList<CallEvent> Seen => _recorder.Events;

    /// <summary>What was logged.</summary>
    public IReadOnlyList<string> Logged => _logs.Lines;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The next command of this name is refused.</summary>
    public void Refuse(string name, string code = "invalid_parameter") => _vendor.Expect(name, () => Refusal(code, "No."));

    /// <summary>The next command of this name is refused in these words.</summary>
    public void RefuseWith(string name, string message) => _vendor.Expect(name, () => Refusal("not_routable", message));

    /// <summary>The next command of this name finds neither call nor operation.</summary>
    public void RefuseAsGone(string name) => _vendor.Expect(name, () => Answer(404, """{"error": "Not Found"}"""));

    /// <summary>The next command of this name is accepted.</summary>
    public void LetPass(string name) => _vendor.Expect(name, null);

    /// <summary>The next command of this name may have reached the vendor or not.</summary>
    public void LoseAnswer(string name) => _vendor.Expect(name, () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost."));

    /// <summary>What happens while the next command of this name is under way, before it is answered.</summary>
    public void WhileSending(string name, Func<Task> action) => _vendor.Meanwhile(name, action);

    /// <summary>Waits until as many commands of this name were sent; the last of them.</summary>
    public Task<VendorCommand> SentAsync(string name, int count = 1) => _vendor.WaitForAsync(name, count).Soon();

    /// <summary>Lets everything run that goes on in the background and waits for nothing.</summary>
    public static async Task SettleAsync()
    {
        for (var round = 0; round < 200; round++)
        {
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            ThreadPool.UnsafeQueueUserWorkItem(static each => each.SetResult(), turn, preferLocal: false);
            await turn.Task.Soon();
        }
    }

    /// <summary>Delivers one request, and tells the answer.</summary>
    public async Task<InboundResponse> SendAsync(NativeEvent native) => await _inbound.HandleAsync(
        new InboundRequest
        {
            Method = "POST",
            Path = native.Path,
            Url = new Uri($"{Account}/{native.Path}"),
            ContentType = "application/json",
            Header = _ => null,
            Body = native.Body,
        },
        Patience);

    /// <summary>Delivers reports one after the other, and waits until each was handled.</summary>
    public async Task PostAsync(params IEnumerable<NativeEvent> events)
    {
        foreach (var native in events)
        {
            var answer = await SendAsync(native);
            answer.StatusCode.Should().Be(200, "of '{0}'", answer.Problem);
            await HandledAsync(native);
        }
    }

    /// <summary>Waits until a request that was delivered was handled, unless it was a second delivery.</summary>
    public Task HandledAsync(NativeEvent native) => _posted.TryAdd(native.Identity, true) ? _recorder.WaitForAsync(native.Body) : Task.CompletedTask;

    /// <summary>The vendor asks what to do with a call; the answer comes when that is decided.</summary>
    public async Task<Task<InboundResponse>> RingAsync(CallId? call = null)
    {
        var fetch = NativeEvent.Fetch(call ?? One);
        var answer = SendAsync(fetch);
        await HandledAsync(fetch);
        return answer;
    }

    public Task<PlaybackOperation> PlayAsync(params MediaSource[] sources) => PlayAsync(new PlaybackRequest { Sources = sources });

    public Task<PlaybackOperation> PlayAsync(PlaybackRequest request) => Control.StartPlaybackAsync(One, request, Cancelled);

    public Task<GatherOperation> GatherAsync(GatherRequest? request = null) => Control.StartGatherAsync(One, request ?? new GatherRequest(), Cancelled);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>The steps of a document.</summary>
    public static string Steps(InboundResponse response) => Steps(JsonNode.Parse(response.Body.Span)!.AsObject());

    /// <inheritdoc cref="Steps(InboundResponse)"/>
    public static string Steps(JsonObject document) => document["sections"]!["main"]!.ToJsonString();

    private static HttpResponseMessage Refusal(string code, string message) => Answer(
        422, $$"""{"errors": [{"type": "validation_error", "code": "{{code}}", "message": "{{message}}", "attribute": "to", "url": "https://developer.signalwire.com"}]}""");

    private static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Recorder : ICallEventObserver
    {
        private readonly ConcurrentQueue<CallEvent> _events = new();
        private readonly ConcurrentDictionary<byte[], TaskCompletionSource> _handled = new(ReferenceEqualityComparer.Instance);

        public IReadOnlyList<CallEvent> Events => [.. _events];

        public Task WaitForAsync(byte[] body) => Handled(body).Task.Soon();

        public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
        {
            _events.Enqueue(callEvent);
            if (MemoryMarshal.TryGetArray(callEvent.RawJson, out var body) && body.Count > 0)
                Handled(body.Array!).TrySetResult();

            return ValueTask.CompletedTask;
        }

        private TaskCompletionSource Handled(byte[] body) =>
            _handled.GetOrAdd(body, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Vendor : HttpMessageHandler
    {
        private readonly Lock _gate = new();
        private readonly List<VendorCommand> _sent = [];
        private readonly List<(string Name, int Count, TaskCompletionSource<VendorCommand> Source)> _waiting = [];
        private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpResponseMessage>?>> _answers = new();
        private readonly ConcurrentDictionary<string, Func<Task>> _meanwhile = new();

        public IReadOnlyList<VendorCommand> Sent
        {
            get
            {
                lock (_gate)
                    return [.. _sent];
            }
        }

        public void Expect(string name, Func<HttpResponseMessage>? answer) => _answers.GetOrAdd(name, _ => []).Enqueue(answer);

        public void Meanwhile(string name, Func<Task> action) => _meanwhile[name] = action;

        public Task<VendorCommand> WaitForAsync(string name, int count)
        {
            var source = new TaskCompletionSource<VendorCommand>(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (_gate)
            {
                _waiting.Add((name, count, source));
                TellWaiting();
            }

            return source.Task;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Method.Should().Be(HttpMethod.Post);
            request.RequestUri!.AbsoluteUri.Should().Be("https://example.signalwire.com/api/calling/calls");
            var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            var command = new VendorCommand((string)body["command"]!, (string?)body["id"], body["params"]!.AsObject());
            lock (_gate)
            {
                _sent.Add(command);
                TellWaiting();
            }

            if (_meanwhile.TryRemove(command.Name, out var action))
                await action();

            return _answers.TryGetValue(command.Name, out var answers) && answers.TryDequeue(out var answer) && answer is not null
                ? answer()
                : Answer(200, $$"""{"id": "{{command.Call ?? Three.Value}}", "status": "queued", "type": "relay_pstn_call"}""");
        }

        // Under the gate.
        private void TellWaiting()
        {
            foreach (var (name, count, source) in _waiting)
            {
                var found = _sent.Where(command => command.Name == name).Skip(count - 1).FirstOrDefault();
                if (found is not null)
                    source.TrySetResult(found);
            }
        }
    }
}
