using System.Text;
using System.Text.Json;

namespace CallControl.Testing.Tests.SessionGateway;

/// <summary>An emulator, by default on manual time, the application's webhook receiver, and a bare HTTP client for its commands.</summary>
public sealed class GatewayHarness : IAsyncDisposable
{
    private readonly HttpClient _http;

    private GatewayHarness(SessionGatewayEmulator emulator, WebhookReceiver receiver, SessionGatewayEmulatorOptions options)
    {
        Emulator = emulator;
        Receiver = receiver;
        Options = options;
        _http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = emulator.BaseAddress };
    }

    public SessionGatewayEmulator Emulator { get; }

    public WebhookReceiver Receiver { get; }

    public SessionGatewayEmulatorOptions Options { get; }

    public ManualTimeProvider Clock => (ManualTimeProvider)Options.TimeProvider;

    private static CancellationToken Token => Deadline.Token;

    public static async Task<GatewayHarness> StartAsync(SessionGatewayEmulatorOptions? options = null)
    {
        options ??= new SessionGatewayEmulatorOptions { TimeProvider = new ManualTimeProvider(), EnforceCooldowns = false };
        var receiver = await WebhookReceiver.StartAsync();
        var emulator = await SessionGatewayEmulator.StartAsync(options, Token);
        emulator.WebhookUrl = receiver.Url;
        return new GatewayHarness(emulator, receiver, options);
    }

    public Task<EmulatedCaller> PlaceCallAsync() => Emulator.PlaceCallAsync(cancellationToken: Token);

    /// <summary>Sends a command of the call, with right credentials unless others are given.</summary>
    public Task<GatewayAnswer> CommandAsync(EmulatedCaller caller, string command, string body = "{}") =>
        SendAsync(HttpMethod.Post, $"/api/v1/sessions/{caller.SessionId}/commands/{command}", body);

    /// <summary>Sends a command that must be accepted.</summary>
    public async Task DoAsync(EmulatedCaller caller, string command, string body = "{}") =>
        (await CommandAsync(caller, command, body)).Status.Should().Be(202, "{0} {1} is well-formed", command, body);

    /// <summary>Creates a room named "team".</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateRoomAsync() =>
        (await SendAsync(HttpMethod.Post, "/api/v1/conferences", """{"name":"team"}""")).Json.GetProperty("room_id").GetString()!;

    public Task<GatewayAnswer> SendAsync(
        HttpMethod method, string path, string? body = null, string? appId = null, string? apiKey = null) => SendAsync(
        method, path, body, ("X-App-ID", appId ?? Options.AppId), ("X-API-Key", apiKey ?? Options.ApiKey));

    public async Task<GatewayAnswer> SendAsync(HttpMethod method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request, Token);
        return new GatewayAnswer(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(double milliseconds) => Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>All webhooks taken so far, after the last one raised was delivered.</summary>
    public async Task<IReadOnlyList<ReceivedWebhook>> WebhooksAsync()
    {
        await Emulator.WaitForIdleAsync(Token);
        return Receiver.Received;
    }

    public async Task<IReadOnlyList<string>> EventsAsync() => [.. (await WebhooksAsync()).Select(webhook => webhook.Event)];

    public async Task<ReceivedWebhook> SingleAsync(string name) => (await WebhooksAsync()).Single(webhook => webhook.Event == name);

    /// <summary>The results of one command, as told so far.</summary>
    public async Task<IReadOnlyList<bool>> ResultsAsync(string commandUid) =>
    [
        .. (await WebhooksAsync())
            .Where(webhook => webhook.Event == "command.result" && webhook.Text("command_uid") == commandUid)
            .Select(webhook => webhook.Flag("success")),
    ];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

public sealed record GatewayAnswer(int Status, string Text, TimeSpan? RetryAfter)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Error => Json.GetProperty("error").GetString()!;

}
