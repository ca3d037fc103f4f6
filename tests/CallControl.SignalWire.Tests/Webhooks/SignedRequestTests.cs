using System.Net;
using System.Text;
using CallControl.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallControl.SignalWire.Tests;

/// <summary>Signed requests through a real server and <c>MapCallControl</c>: what arrives is what was signed.</summary>
public sealed class SignedRequestTests
{
    private const string Key = "PSK-one-key";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"call":{"call_id":"c-1","headers":["Grüße"]}}""");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("swml")]
    [InlineData("swml?tenant=a%2Fb&x=%7e&&y=+%20&q='(!)'")]
    [InlineData("swml/answered?a=b?c")]
    [InlineData("")]
    [InlineData("?a=b")]
    [InlineData("a%20b/%C3%A9")]
    public async Task Post_WithoutProxy_VerifiesAgainstWhatTheHostSaw(string rest)
    {
        await using var host = await HostAsync();

        (await host.PostAsync(rest, host.Seen(rest))).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync(rest, host.Seen(rest) + "x")).Should().Be(HttpStatusCode.Unauthorized);
        (await host.PostAsync(rest, null)).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("swml?tenant=a%2Fb&x=%7e&&y=+%20")]
    [InlineData("swml/")]
    [InlineData("")]
    [InlineData("a%2Fb/c")]
    public async Task Post_WithPublicBaseUrl_VerifiesAgainstThat(string rest)
    {
        await using var host = await HostAsync(publicBaseUrl: new Uri("https://ivr.example.com/prefix/calls"));

        (await host.PostAsync(rest, $"https://ivr.example.com/prefix/calls/signalwire/{rest}")).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync(rest, host.Seen(rest))).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_WithForwardedHeadersThatNobodyHeeds_IsRefused()
    {
        await using var host = await HostAsync();

        (await host.PostAsync("swml", "https://ivr.example.com/calls/signalwire/swml", AsProxy)).Should().Be(HttpStatusCode.Unauthorized);
        (await host.PostAsync("swml", host.Seen("swml"), AsProxy)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_WithForwardedHeadersOfAProxyThatTheHostKnows_VerifiesAgainstThem()
    {
        await using var host = await HostAsync(middleware: app => app.UseForwardedHeaders(new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto,
            AllowedHosts = ["ivr.example.com"],
        }));

        (await host.PostAsync("swml?a=b", "https://ivr.example.com/calls/signalwire/swml?a=b", AsProxy)).Should().Be(HttpStatusCode.OK);
        (await host.PostAsync("swml?a=b", host.Seen("swml?a=b"), AsProxy)).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_WithForwardedHeadersOfAProxyThatTheHostDoesNotKnow_IsRefused()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Add(IPAddress.Parse("192.0.2.1"));
        await using var host = await HostAsync(middleware: app => app.UseForwardedHeaders(options));

        (await host.PostAsync("swml", "https://ivr.example.com/calls/signalwire/swml", AsProxy)).Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_WithTheSignatureTwice_IsRefused()
    {
        await using var host = await HostAsync();
        var signature = RequestSigner.Sha256(Key, host.Seen("swml"), Body);

        (await host.PostAsync("swml", host.Seen("swml"), request => request.Headers.Add("x-signalwire-sha256-signature", signature)))
            .Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_WithHeaderNamesInCapitals_IsAccepted()
    {
        await using var host = await HostAsync();
        var signature = RequestSigner.Sha1(Key, host.Seen("swml"), Body).ToUpperInvariant();

        (await host.PostAsync("swml", null, request => request.Headers.Add("X-SIGNALWIRE-SIGNATURE", signature))).Should().Be(HttpStatusCode.OK);
    }

    private static void AsProxy(HttpRequestMessage request)
    {
        request.Headers.Add("X-Forwarded-Host", "ivr.example.com");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
    }

    private static async Task<VerifyingHost> HostAsync(Uri? publicBaseUrl = null, Action<WebApplication>? middleware = null)
    {
        var options = new SignalWireOptions { SigningKeys = [Key] };
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddCallControl(calls => calls.AddProvider(
            "signalwire",
            _ => throw new NotSupportedException("Nobody sends commands here."),
            _ => new VerifyingHandler(new SignalWireRequestVerifier("signalwire", () => options, () => publicBaseUrl))));
        var app = builder.Build();
        middleware?.Invoke(app);
        app.MapCallControl();
        await app.StartAsync(Cancelled);
        return new VerifyingHost(app);
    }

    private sealed class VerifyingHandler(SignalWireRequestVerifier verifier) : IInboundHandler
    {
        public int MaxBodyBytes => 1024;

        public ValueTask<InboundResponse> HandleAsync(InboundRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(verifier.IsFromVendor(request, isDocumentFetch: true, out var problem) ? InboundResponse.Accepted : InboundResponse.Untrusted(problem));
    }

    private sealed class VerifyingHost(WebApplication app) : IAsyncDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };

        public string Seen(string rest) => $"{app.Urls.First()}/calls/signalwire/{rest}";

        /// <summary>Posts the body, signed as if the vendor had called an address; unsigned where that is null.</summary>
        public async Task<HttpStatusCode> PostAsync(string rest, string? signedUrl, Action<HttpRequestMessage>? change = null)
        {
            var options = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Seen(rest), options)) { Content = new ByteArrayContent(Body) };
            if (signedUrl is not null)
                request.Headers.Add("X-SignalWire-SHA256-Signature", RequestSigner.Sha256(Key, signedUrl, Body));

            change?.Invoke(request);
            using var answer = await _client.SendAsync(request, Cancelled);
            return answer.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await app.DisposeAsync();
        }
    }
}
