using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CallControl.Providers;
using CallControl.Testing;

namespace CallControl.Core.Tests;

/// <summary>A transport on manual time over a handler that the test writes.</summary>
internal sealed class TransportHarness : IHttpClientFactory, IDisposable
{
    public const string Secret = "s3cr3t-k3y";
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly HttpMessageHandler _handler;
    private readonly Uri _baseAddress;

    public TransportHarness(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle)
        : this(new StubHandler(handle), new Uri("https://api.example.com/v2/"))
    {
    }

    public TransportHarness(HttpMessageHandler handler, Uri baseAddress)
    {
        _handler = handler;
        _baseAddress = baseAddress;
        Transport = new CommandTransport(this, "client", new Dialect(), Time);
    }

    public ManualTimeProvider Time { get; } = new();

    public CommandTransport Transport { get; }

    public static HttpResponseMessage Answer(HttpStatusCode status, string body) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpCommand<Body> Command(Body? body = null, JsonObject? additional = null, string path = "calls/c1/play", JsonTypeInfo<Body>? type = null) => new()
    {
        Name = "play",
        Path = path,
        Body = body,
        BodyType = type ?? TransportJson.Default.Body,
        AdditionalProperties = additional,
        Call = HubHarness.Id(),
        Operation = new OperationId("o1"),
    };

    public Task<Reply> SendAsync(HttpCommand<Body>? command = null, CancellationToken? cancellationToken = null) =>
        Transport.SendAsync(command ?? Command(new Body { Text = "hello" }), TransportJson.Default.Reply, cancellationToken ?? TestContext.Current.CancellationToken);

    public HttpClient CreateClient(string name) =>
        new(_handler, disposeHandler: false) { BaseAddress = _baseAddress, Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    public void Dispose() => _handler.Dispose();

    internal sealed class StubHandler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> handle) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            handle(request, cancellationToken);
    }

    private sealed class Dialect : ProviderDialect
    {
        public override string Provider => "main";

        public override TimeSpan Timeout => TransportHarness.Timeout;

        public override void Authorize(HttpRequestMessage request, string? credentialScope) =>
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + Secret + credentialScope);

        public override bool IsRefusal(ReadOnlySpan<byte> answer) => answer.StartsWith("""{"refused":"""u8);

        public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body)
        {
            try
            {
                var reader = new Utf8JsonReader(body);
                return new ProviderError { Detail = JsonNode.Parse(ref reader)?["detail"]?.GetValue<string>() };
            }
            catch (JsonException)
            {
                return new ProviderError();
            }
        }
    }
}

internal sealed record Body
{
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    [JsonPropertyName("count")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Count { get; init; }
}

internal sealed record Reply
{
    [JsonPropertyName("id")]
    public string? Id { get; init; }
}

internal sealed record StrictReply
{
    [JsonPropertyName("id")]
    public required string Id { get; init; }
}

[JsonSerializable(typeof(Body))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(StrictReply))]
internal sealed partial class TransportJson : JsonSerializerContext;
