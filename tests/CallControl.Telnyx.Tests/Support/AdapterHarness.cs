using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Telnyx.Tests;

/// <summary>The adapter in the real engine, on manual time: commands end in memory, events come as bodies of webhooks.</summary>
internal sealed class AdapterHarness : IAsyncDisposable
{
    public const string Provider = "telnyx-1";
    public const string Application = "1684641123236054244";

    public static readonly CallId One = new("v3:one");
    public static readonly CallId Two = new("v3:two");

    private readonly ServiceProvider _services;
    private readonly IInboundHandler _inbound;
    private readonly Recorder _recorder = new();
    private readonly Vendor _vendor = new();
    private readonly HashSet<string> _posted = [];

    public AdapterHarness()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton<ICallEventObserver>(_recorder);
        services.AddCallControl(builder => builder.AddTelnyx(Provider, options =>
        {
            options.ApiKey = "KEY0190";
            options.ConnectionId = Application;
            options.AllowUnsignedWebhooks = true;
        }));
        services.AddHttpClient(CallControlBuilder.TransportName(Provider)).ConfigurePrimaryHttpMessageHandler(() => _vendor);
        _services = services.BuildServiceProvider();
        Control = _services.GetRequiredKeyedService<ICallControl>(Provider);
        Operations = _services.GetRequiredService<IOperationRegistry>();
        Legs = _services.GetRequiredKeyedService<TelnyxLegs>(Provider);
        _inbound = _services.GetRequiredKeyedService<IInboundHandler>(Provider);
    }

    public ManualTimeProvider Time { get; } = new(NativeEvent.Start);

    public ICallControl Control { get; }

    public IOperationRegistry Operations { get; }

    public TelnyxLegs Legs { get; }

    /// <summary>What was sent, oldest first.</summary>
    public IReadOnlyList<SentCommand> Sent => [.. _vendor.Sent];

    /// <summary>The names of the commands that were sent: the last part of their addresses.</summary>
    public IEnumerable<string> Actions => Sent.Select(sent => sent.Url[(sent.Url.LastIndexOf('/') + 1)..]);

    /// <summary>Every event that was handled, in that order.</summary>
    public IReadOnlyList<CallEvent> Seen => _recorder.Events;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The next command is refused.</summary>
    public void Refuse(int status = 422, string code = "10015") =>
        _vendor.Answers.Enqueue(() => Answer(status, $$"""{"errors": [{"code": "{{code}}", "title": "No"}]}"""));

    /// <summary>The next command is accepted.</summary>
    public void Accept() => _vendor.Answers.Enqueue(Ok);

    /// <summary>The next command may have reached the vendor or not.</summary>
    public void LoseAnswer() => _vendor.Answers.Enqueue(() => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost."));

    /// <summary>What happens while a command is under way, before it is answered.</summary>
    public void WhileSending(Func<Task> action) => _vendor.WhileSending = action;

    /// <summary>The command that was sent last, as JSON.</summary>
    public JsonObject LastCommand() => JsonNode.Parse(Sent[^1].Body!)!.AsObject();

    /// <summary>Delivers webhooks one after the other, and waits until each was handled.</summary>
    public async Task PostAsync(params IEnumerable<NativeEvent> events)
    {
        foreach (var native in events)
        {
            var answer = await _inbound.HandleAsync(
                new InboundRequest
                {
                    Method = "POST",
                    Path = "",
                    Url = new Uri("https://example.com/calls/telnyx"),
                    ContentType = "application/json",
                    Header = _ => null,
                    Body = native.Body,
                },
                Cancelled);
            answer.Should().BeSameAs(InboundResponse.Accepted);
            if (_posted.Add(native.Id))
                await _recorder.WaitForAsync(native.Id);
        }
    }

    public Task PostAsync(string name, CallId call, params (string Name, JsonNode? Value)[] members) => PostAsync(NativeEvent.Of(name, call, 0, members));

    public Task<PlaybackOperation> PlayAsync(params MediaSource[] sources) =>
        Control.StartPlaybackAsync(One, new PlaybackRequest { Sources = sources }, Cancelled);

    public Task<GatherOperation> GatherAsync(GatherRequest? request = null) => Control.StartGatherAsync(One, request ?? new GatherRequest(), Cancelled);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static HttpResponseMessage Ok() => Answer(200, CallsHarness.Ok);

    private static HttpResponseMessage Answer(int status, string body) =>
        new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class Recorder : ICallEventObserver
    {
        private readonly ConcurrentQueue<CallEvent> _events = new();
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _handled = new();

        public IReadOnlyList<CallEvent> Events => [.. _events];

        public Task WaitForAsync(string id) => Handled(id).Task.Soon();

        public ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken)
        {
            _events.Enqueue(callEvent);
            if (callEvent.Id is { } id)
                Handled(id.Value).TrySetResult();

            return ValueTask.CompletedTask;
        }

        private TaskCompletionSource Handled(string id) =>
            _handled.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class Vendor : HttpMessageHandler
    {
        public ConcurrentQueue<SentCommand> Sent { get; } = new();

        public ConcurrentQueue<Func<HttpResponseMessage>> Answers { get; } = new();

        public Func<Task>? WhileSending { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Sent.Enqueue(new SentCommand(request.Method, request.RequestUri!.AbsoluteUri, request.Content?.Headers.ContentType?.ToString(), body, null));
            if (WhileSending is { } action)
            {
                WhileSending = null;
                await action();
            }

            return Answers.TryDequeue(out var answer) ? answer() : Ok();
        }
    }
}
