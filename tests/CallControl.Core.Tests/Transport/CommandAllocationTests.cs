using System.Net;
using System.Net.Http.Json;
using CallControl.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace CallControl.Core.Tests;

/// <summary>What a command costs above the same request sent by hand, over the same in-memory handler, in bytes: these do not vary.</summary>
public sealed class CommandAllocationTests(ITestOutputHelper output)
{
    private const int Rounds = 2_000;
#if DEBUG
    // Without optimisation every async method costs an object more.
    private const int Budget = 1_600;
#else
    private const int Budget = 1_200;
#endif

    private static readonly byte[] Answer = """{"id":"1"}"""u8.ToArray();

    [Fact]
    public async Task SendAsync_Allocations_StayWithinTheBudget()
    {
        var services = new ServiceCollection();
        services.AddCallControl(builder => builder
            .AddTransport("main", _ => new Uri("https://api.example.com/v2/"))
            .ConfigurePrimaryHttpMessageHandler(_ => new TransportHarness.StubHandler(Handle)));
        await using var provider = services.BuildServiceProvider();
        var clients = provider.GetRequiredService<IHttpClientFactory>();
        var transport = new CommandTransport(clients, CallControlBuilder.TransportName("main"), new Dialect(), TimeProvider.System);
        using var client = clients.CreateClient(CallControlBuilder.TransportName("main"));
        var body = new Body { Text = "https://cdn.example.com/menu.wav", Count = 3 };

        var floor = await MeasureAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "calls/c1/play") { Content = JsonContent.Create(body, TransportJson.Default.Body) };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer key");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
            await response.Content.ReadFromJsonAsync(TransportJson.Default.Reply, TestContext.Current.CancellationToken);
        });
        var command = await MeasureAsync(() => transport.SendAsync(
            new HttpCommand<Body> { Name = "play", Path = "calls/c1/play", Body = body, BodyType = TransportJson.Default.Body, Call = HubHarness.Id() },
            TransportJson.Default.Reply,
            TestContext.Current.CancellationToken));

        output.WriteLine($"floor {floor} B, command {command} B, above the floor {command - floor} B");
        (command - floor).Should().BeLessThanOrEqualTo(Budget);
    }

    private static async Task<HttpResponseMessage> Handle(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Answer) { Headers = { ContentType = new("application/json") } } };
    }

    // Everything completes at once, on this thread.
    private static async Task<long> MeasureAsync(Func<Task> send)
    {
        for (var i = 0; i < 200; i++)
            await send();

        var thread = Environment.CurrentManagedThreadId;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
            await send();

        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
        Environment.CurrentManagedThreadId.Should().Be(thread);
        return bytes;
    }

    private sealed class Dialect : ProviderDialect
    {
        public override string Provider => "main";

        public override TimeSpan Timeout => TimeSpan.FromSeconds(10);

        public override void Authorize(HttpRequestMessage request, string? credentialScope) =>
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer key");

        public override ProviderError ReadError(int statusCode, ReadOnlySpan<byte> body) => new();
    }
}
