using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CallControl.Testing.Tests.Callr;

/// <summary>An emulator, by default on manual time, the application's server of replies, and a bare HTTP client for JSON-RPC.</summary>
public sealed class CallrHarness : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private int _commandId;

    private CallrHarness(CallrEmulator emulator, RealTimeServer server, CallrEmulatorOptions options)
    {
        Emulator = emulator;
        Server = server;
        Options = options;
    }

    public CallrEmulator Emulator { get; }

    public RealTimeServer Server { get; }

    public CallrEmulatorOptions Options { get; }

    public ManualTimeProvider Clock => (ManualTimeProvider)Options.TimeProvider;

    private static CancellationToken Token => Deadline.Token;

    public static async Task<CallrHarness> StartAsync(CallrEmulatorOptions? options = null)
    {
        options ??= new CallrEmulatorOptions { TimeProvider = new ManualTimeProvider() };
        var server = await RealTimeServer.StartAsync();
        var emulator = await CallrEmulator.StartAsync(options, Token);
        emulator.RealTimeUrl = server.Url;
        return new CallrHarness(emulator, server, options);
    }

    public Task<RealTimePost> NextAsync(EmulatedParty party) => Server.NextAsync(party.SessionId);

    /// <summary>An incoming call that is answered, and whose next command the application owes.</summary>
    public async Task<EmulatedCaller> AnsweredCallAsync(string from = "+15550100001")
    {
        var caller = await Emulator.PlaceCallAsync(from, cancellationToken: Token);
        (await NextAsync(caller)).Reply("play", 0, """{"media_id":0}""");
        return caller;
    }

    /// <summary>Replies to the call's next POST, and waits until the command, which must not end at once, is under way.</summary>
    public async Task DoAsync(EmulatedParty party, string command, string parameters = "{}")
    {
        (await NextAsync(party)).Reply(command, ++_commandId, parameters);
        await Emulator.WaitForIdleAsync(Token);
    }

    /// <summary>The next POST of the call, which must report on the last command.</summary>
    public async Task<RealTimePost> ReportAsync(EmulatedParty party, string command)
    {
        var post = await NextAsync(party);
        post.Command.Should().Be(command);
        return post;
    }

    /// <summary>Moves the clock.</summary>
    public void Advance(double milliseconds) => Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>The result of a JSON-RPC method, which must not fail.</summary>
    public async Task<JsonElement> RpcAsync(string method, string parameters)
    {
        var answer = await PostRpcAsync($$"""{"jsonrpc":"2.0","id":7,"method":"{{method}}","params":{{parameters}}}""");
        answer.TryGetProperty("result", out var result).Should().BeTrue("{0} is well-formed: {1}", method, answer);
        answer.GetProperty("id").GetInt32().Should().Be(7);
        return result;
    }

    /// <summary>The message of a JSON-RPC method's error.</summary>
    public async Task<string> RpcErrorAsync(string method, string parameters) =>
        (await PostRpcAsync($$"""{"jsonrpc":"2.0","id":7,"method":"{{method}}","params":{{parameters}}}"""))
        .GetProperty("error").GetProperty("message").GetString()!;

    public async Task<JsonElement> PostRpcAsync(string body)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Options.Login}:{Options.Password}"));
        var (status, text) = await SendAsync(body, "Basic", credentials);
        status.Should().Be(200);
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<(int Status, string Text)> SendAsync(string body, string scheme, string credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator.BaseAddress);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, credentials);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json-rpc");
        using var response = await _http.SendAsync(request, Token);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
        await Server.DisposeAsync();
    }
}
