using System.Text;
using System.Text.Json;

namespace CallControl.Testing.Tests.Telnyx;

/// <summary>An emulator, by default on manual time, the application's webhook receiver, and a bare HTTP client for its commands.</summary>
public sealed class TelnyxHarness : IAsyncDisposable
{
    public const string File = "https://cdn.example.com/file.mp3";

    private readonly HttpClient _http = new(new SocketsHttpHandler());

    private TelnyxHarness(TelnyxEmulator emulator, WebhookReceiver receiver, TelnyxEmulatorOptions options)
    {
        Emulator = emulator;
        Receiver = receiver;
        Options = options;
    }

    public TelnyxEmulator Emulator { get; }

    public WebhookReceiver Receiver { get; }

    public TelnyxEmulatorOptions Options { get; }

    public ManualTimeProvider Clock => (ManualTimeProvider)Options.TimeProvider;

    private static CancellationToken Token => Deadline.Token;

    public static async Task<TelnyxHarness> StartAsync(TelnyxEmulatorOptions? options = null)
    {
        options ??= new TelnyxEmulatorOptions { TimeProvider = new ManualTimeProvider() };
        var receiver = await WebhookReceiver.StartAsync();
        var emulator = await TelnyxEmulator.StartAsync(options, Token);
        emulator.WebhookUrl = receiver.Url;
        return new TelnyxHarness(emulator, receiver, options);
    }

    public Task<EmulatedCaller> PlaceCallAsync() => Emulator.PlaceCallAsync(cancellationToken: Token);

    /// <summary>A call that the application has answered.</summary>
    public async Task<EmulatedCaller> AnsweredCallAsync()
    {
        var caller = await PlaceCallAsync();
        await DoAsync(caller.SessionId, "answer");
        return caller;
    }

    /// <summary>A call of the application to a person, who decides what to do.</summary>
    public async Task<EmulatedCallee> DialAsync(string more = "", string to = "+15550100003")
    {
        Emulator.Callees.Set(to, CalleeBehavior.Manual);
        (await TryDialAsync($"\"to\":\"{to}\"{more}")).Status.Should().Be(200);
        return await Emulator.WaitForDialAsync(to, Token);
    }

    public Task<TelnyxAnswer> TryDialAsync(string fields) => SendAsync(
        HttpMethod.Post, "/calls", $$"""{"connection_id":"{{Options.ConnectionId}}","from":"+15550100009",{{fields}}}""");

    public Task<TelnyxAnswer> CommandAsync(string callControlId, string command, string body = "{}") => SendAsync(
        command == "client_state_update" ? HttpMethod.Put : HttpMethod.Post,
        $"/calls/{Uri.EscapeDataString(callControlId)}/actions/{command}", body);

    /// <summary>Sends a command that must be accepted.</summary>
    public async Task<JsonElement> DoAsync(string callControlId, string command, string body = "{}")
    {
        var answer = await CommandAsync(callControlId, command, body);
        answer.Status.Should().Be(200, "{0} {1} is well-formed: {2}", command, body, answer.Text);
        return answer.Json.GetProperty("data");
    }

    public async Task<TelnyxAnswer> SendAsync(HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, Emulator.BaseAddress + path);
        request.Headers.TryAddWithoutValidation("Authorization", key ?? $"Bearer {Options.ApiKey}");
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, Token);
        return new TelnyxAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token))
        {
            Headers = response.Headers.ToDictionary(
                header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(double milliseconds) => Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>All webhooks taken so far, after the last one raised was delivered; of one leg if one is named.</summary>
    public async Task<IReadOnlyList<TelnyxWebhook>> WebhooksAsync(string? callControlId = null)
    {
        await Emulator.WaitForIdleAsync(Token);
        return
        [
            .. Receiver.Received.Select(webhook => new TelnyxWebhook(webhook))
                .Where(webhook => callControlId is null || webhook.Text("call_control_id") == callControlId),
        ];
    }

    public async Task<IReadOnlyList<string>> EventsAsync(string? callControlId = null) =>
        [.. (await WebhooksAsync(callControlId)).Select(webhook => webhook.Event)];

    public async Task<TelnyxWebhook> SingleAsync(string name, string? callControlId = null) =>
        (await WebhooksAsync(callControlId)).Single(webhook => webhook.Event == name);

    public async Task<IReadOnlyList<TelnyxWebhook>> AllAsync(string name) =>
        [.. (await WebhooksAsync()).Where(webhook => webhook.Event == name)];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}

public sealed record TelnyxAnswer(int Status, string Text)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public JsonElement Error => Json.GetProperty("errors")[0];

    public string Code => Error.GetProperty("code").GetString()!;

    public string Where => Error.GetProperty("source").GetProperty("pointer").GetString()!;
}

public sealed record TelnyxWebhook(ReceivedWebhook Raw)
{
    public JsonElement Json { get; } = JsonDocument.Parse(Raw.Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string Event => Data.GetProperty("event_type").GetString()!;

    public JsonElement Payload => Data.GetProperty("payload");

    public bool Has(string field) => Payload.TryGetProperty(field, out _);

    public string? Text(string field) => Payload.GetProperty(field).GetString();

    public int Number(string field) => Payload.GetProperty(field).GetInt32();
}
