using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CallControl.Testing.Tests.SignalWire;

/// <summary>
/// An emulator, by default on manual time, the application's receiver of callbacks, which also serves documents by path, and a bare HTTP
/// client for commands.
/// </summary>
public sealed class SignalWireHarness : IAsyncDisposable
{
    public const string KeepAlive = """{"sections":{"main":[{"answer":{}},{"sleep":-1}]}}""";
    public const string File = "https://cdn.example.com/file.mp3";

    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly ConcurrentDictionary<string, string> _documents = new(StringComparer.Ordinal);

    private SignalWireHarness(SignalWireEmulator emulator, WebhookReceiver receiver, SignalWireEmulatorOptions options)
    {
        Emulator = emulator;
        Receiver = receiver;
        Options = options;
    }

    public SignalWireEmulator Emulator { get; }

    public WebhookReceiver Receiver { get; }

    public SignalWireEmulatorOptions Options { get; }

    public ManualTimeProvider Clock => (ManualTimeProvider)Options.TimeProvider;

    private static CancellationToken Token => Deadline.Token;

    public static async Task<SignalWireHarness> StartAsync(SignalWireEmulatorOptions? options = null)
    {
        options ??= new SignalWireEmulatorOptions { TimeProvider = new ManualTimeProvider() };
        var receiver = await WebhookReceiver.StartAsync();
        var emulator = await SignalWireEmulator.StartAsync(options, Token);
        var harness = new SignalWireHarness(emulator, receiver, options);
        receiver.Reply = webhook => harness._documents.GetValueOrDefault(webhook.Path);
        emulator.SwmlUrl = harness.Url("/swml");
        emulator.StatusUrl = harness.Url("/states");
        return harness;
    }

    public Uri Url(string path) => new(Receiver.Url, path);

    /// <summary>What the application answers to the fetch of a document at a path.</summary>
    public void Serve(string path, string document) => _documents[path] = document;

    /// <summary>Serves the document of the incoming call; only its main section is given.</summary>
    public void ServeMain(string steps) => Serve("/swml", $$$"""{"sections":{"main":{{{steps}}}}}""");

    /// <summary>An incoming call, once its first document has been fetched and taken up.</summary>
    public async Task<EmulatedCaller> PlaceCallAsync(string steps, string from = "+15550100001")
    {
        ServeMain(steps);
        var caller = await Emulator.PlaceCallAsync(from, cancellationToken: Token);
        await Emulator.WaitForIdleAsync(Token);
        return caller;
    }

    /// <summary>A call that is answered and lasts.</summary>
    public async Task<EmulatedCaller> AnsweredCallAsync(string from = "+15550100001")
    {
        var caller = await PlaceCallAsync("""[{"answer":{}},{"sleep":-1}]""", from);
        await caller.WaitForAnswerAsync(Token);
        return caller;
    }

    public async Task<SignalWireAnswer> CommandAsync(string? id, string command, string parameters = "{}") => await PostAsync(
        $$"""{"command":"{{command}}",{{(id is null ? "" : $"\"id\":\"{id}\",")}}"params":{{parameters}}}""");

    /// <summary>Sends a command that must be accepted; in its parameters, <c>STATUS</c> is the address of callbacks.</summary>
    public async Task<JsonElement> DoAsync(string? id, string command, string parameters = "{}")
    {
        var answer = await CommandAsync(id, command, parameters.Replace("STATUS", Url("/callbacks").AbsoluteUri, StringComparison.Ordinal));
        answer.Status.Should().Be(200, "{0} {1} is well-formed: {2}", command, parameters, answer.Text);
        return answer.Json;
    }

    public Task<SignalWireAnswer> PostAsync(string body) => SendAsync(HttpMethod.Post, "/api/calling/calls", body);

    public async Task<SignalWireAnswer> SendAsync(HttpMethod method, string path, string? body = null, string? credentials = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Emulator.BaseAddress, path));
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials ?? $"{Options.ProjectId}:{Options.ApiToken}")));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, Token);
        return new SignalWireAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token))
        {
            RetryAfter = response.Headers.RetryAfter?.Delta,
        };
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(double milliseconds) => Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>All callbacks taken so far at a path, after the last one raised was delivered.</summary>
    public async Task<IReadOnlyList<SignalWireCallback>> CallbacksAsync(string path = "/callbacks")
    {
        await Emulator.WaitForIdleAsync(Token);
        return [.. Receiver.Received.Where(webhook => webhook.Path == path).Select(webhook => new SignalWireCallback(webhook))];
    }

    /// <summary>The states told at a path: of <c>state</c>, <c>call_state</c>, <c>connect_state</c>, or <c>status</c>.</summary>
    public async Task<IReadOnlyList<string?>> StatesAsync(string path = "/callbacks") =>
        [.. (await CallbacksAsync(path)).Select(callback => callback.State)];

    public async Task<SignalWireCallback> LastAsync(string path = "/callbacks") => (await CallbacksAsync(path))[^1];

    /// <summary>The fetches of documents so far.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> FetchesAsync(string path = "/swml")
    {
        await Emulator.WaitForIdleAsync(Token);
        return [.. Receiver.Received.Where(webhook => webhook.Path == path)];
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

public sealed record SignalWireAnswer(int Status, string Text)
{
    public TimeSpan? RetryAfter { get; init; }

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    public JsonElement Error => Json.GetProperty("errors")[0];

    public string Code => Error.GetProperty("code").GetString()!;

    public string? Attribute => Error.TryGetProperty("attribute", out var attribute) ? attribute.GetString() : null;
}

public sealed record SignalWireCallback(ReceivedWebhook Raw)
{
    private static readonly string[] StateFields = ["state", "call_state", "connect_state", "status"];

    public JsonElement Json { get; } = JsonDocument.Parse(Raw.Body).RootElement;

    public string Event => Json.GetProperty("event_type").GetString()!;

    public JsonElement Params => Json.TryGetProperty("params", out var parameters) ? parameters : Json;

    public string? State => StateFields.Select(Text).FirstOrDefault(static state => state is not null);

    public string? Text(string field) =>
        Params.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    public JsonElement Get(string path) => path.Split('.').Aggregate(Params, static (element, name) => element.GetProperty(name));
}
