using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Providers;
using CallControl.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.Callr.Tests.RealTime;

/// <summary>The vendor's side of one call, by hand, on manual time; the application's side is the real one, without a web server.</summary>
internal sealed class Vendor : IAsyncDisposable
{
    public const string App = "4346423A";
    public const string Login = "callr";
    public const string Password = "secret-of-the-app";

    private readonly ServiceProvider _services;

    private Vendor(ServiceProvider services, ManualTimeProvider time)
    {
        _services = services;
        Time = time;
    }

    public ManualTimeProvider Time { get; }

    /// <summary>The vendor's number of the call.</summary>
    public ulong VendorCallId { get; init; } = 421889;

    /// <summary>What the vendor has named an outbound call; null for an inbound one.</summary>
    public string? RequestHash { get; init; }

    /// <summary>The call in neutral words.</summary>
    public CallId Call => new(RequestHash ?? VendorCallId.ToString(CultureInfo.InvariantCulture));

    /// <summary>What came back with the last answer, and is sent again.</summary>
    public JsonNode? Variables { get; set; } = new JsonObject();

    public ICallControl Control => _services.GetRequiredService<ICallControl>();

    public ICallrRealTimeClient RealTime => Control.GetService<ICallrRealTimeClient>()!;

    public ICalls Calls => _services.GetRequiredService<ICalls>();

    public EventList Events => _services.GetRequiredService<EventList>();

    public IOperationRegistry Operations => _services.GetRequiredService<IOperationRegistry>();

    /// <summary>The vendor's JSON-RPC interface.</summary>
    public RpcServer Rpc => _services.GetRequiredService<RpcServer>();

    /// <summary>Where audio is fetched from.</summary>
    public AudioSite Audio => _services.GetRequiredService<AudioSite>();

    public LogRecorder Logs => _services.GetRequiredService<LogRecorder>();

    private IInboundHandler Handler => _services.GetRequiredKeyedService<IInboundHandler>("callr");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static Vendor Start(
        Func<Call, CancellationToken, Task>? flow, Action<CallrOptions>? configure = null, Action<CallControlBuilder>? register = null, Action<CallControlOptions>? engine = null)
    {
        var time = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<LogRecorder>();
        services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<LogRecorder>());
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        services.AddSingleton<RpcServer>();
        services.AddSingleton<AudioSite>();
        services.AddSingleton<EventList>();
        services.AddSingleton<ICallEventObserver>(provider => provider.GetRequiredService<EventList>());
        services.AddCallControl(calls =>
        {
            calls.Configure(engine ?? (_ => { }));
            calls.AddCallr(account =>
            {
                account.DefaultVoice = "TTS_EN-GB_SERENA";
                account.Credentials.Add(new CallrAppCredentials { Login = Login, Password = Password });
                configure?.Invoke(account);
            });
            register?.Invoke(calls);
            if (flow is not null)
            {
                calls.Services.AddSingleton(flow);
                calls.AddFlow<ScriptedFlow>();
            }
        });
        services.AddHttpClient(CallControlBuilder.TransportName("callr")).ConfigurePrimaryHttpMessageHandler<RpcServer>();
        services.AddHttpClient(CallrBuilderExtensions.AudioClientName()).ConfigurePrimaryHttpMessageHandler<AudioSite>();
        return new Vendor(services.BuildServiceProvider(), time);
    }

    /// <summary>Another call of the same application's.</summary>
    public Vendor Beside(ulong vendorCallId, string? requestHash = null) => new(_services, Time) { VendorCallId = vendorCallId, RequestHash = requestHash };

    /// <summary>Waits until the call's flow has returned, as far as the engine can tell.</summary>
    public async Task FlowHasReturnedAsync()
    {
        var monitor = _services.GetRequiredService<IFlowMonitor>();
        while (!monitor.HasFlowReturned("callr", Call))
        {
            Cancelled.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A request on this call.</summary>
    public JsonObject Report(string status, string command = "", JsonNode? id = null, string result = "", string error = "", string? requestHash = null, string app = App) => new()
    {
        ["app"] = app,
        ["callid"] = VendorCallId,
        ["request_hash"] = requestHash ?? RequestHash,
        ["cli_name"] = "",
        ["cli_number"] = "+33611111111",
        ["date_started"] = "2012-01-09 17:27:55",
        ["number"] = "+33199000000",
        ["command"] = command,
        ["command_id"] = id ?? 0,
        ["command_result"] = result,
        ["command_error"] = error,
        ["call_status"] = status,
        ["cdr_field"] = "",
        ["variables"] = Variables?.DeepClone(),
    };

    /// <summary>Reports that the last command is over.</summary>
    public Task<Answer> DoneAsync(Answer last, string result = "", string error = "", string status = "UP") =>
        PostAsync(Report(status, last.Command, last.Id.DeepClone(), result, error));

    public async Task<Answer> PostAsync(JsonObject body, string? authorization = null, CancellationToken? aborted = null)
    {
        var began = Time.GetUtcNow();
        var response = await PostRawAsync(body.ToJsonString(), authorization, aborted);
        response.StatusCode.Should().Be(200, response.Problem);
        var answer = new Answer(response.Body.IsEmpty ? null : JsonNode.Parse(response.Body.Span)!.AsObject(), Time.GetUtcNow() - began);
        if (answer.Body?["variables"] is JsonObject variables)
            Variables = variables.DeepClone();

        return answer;
    }

    public async Task<InboundResponse> PostRawAsync(string body, string? authorization = null, CancellationToken? aborted = null, string contentType = "application/json")
    {
        authorization ??= "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Login}:{Password}"));
        return await Handler.HandleAsync(
            new InboundRequest
            {
                Method = "POST",
                Path = "",
                Url = new Uri("https://app.example.com/calls/callr"),
                ContentType = contentType,
                Header = name => name == "Authorization" && authorization.Length > 0 ? authorization : null,
                Body = Encoding.UTF8.GetBytes(body),
            },
            aborted ?? Cancelled);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>What the vendor was answered.</summary>
    /// <param name="Body">The command; null for none.</param>
    /// <param name="Took">How long it took, on the vendor's clock.</param>
    internal sealed record Answer(JsonObject? Body, TimeSpan Took)
    {
        public string Command => (string)Body!["command"]!;

        public JsonNode Id => Body!["command_id"]!;

        public JsonObject Parameters => Body!["params"]!.AsObject();
    }

    internal sealed class ScriptedFlow(Func<Call, CancellationToken, Task> script) : ICallFlow
    {
        public Task RunAsync(Call call, CancellationToken callEnded) => script(call, callEnded);
    }
}
