using CallControl.Providers;
using Microsoft.Extensions.Logging;

namespace CallControl.AspNetCore.Tests;

/// <summary>A refusal is told to the host's log, without what was in the request.</summary>
public sealed class LogTests
{
    private const string Path = "path-secret";
    private const string Query = "query-secret";
    private const string Header = "header-secret";
    private const string Body = "body-secret +15550100123";

    public static TheoryData<InboundResponse, string> Refusals => new()
    {
        { InboundResponse.Malformed("The body is not JSON."), "fake: a request was refused with 400: The body is not JSON.." },
        { InboundResponse.Unauthorized, "fake: a request was refused with 401: no further detail." },
        { InboundResponse.Unauthenticated("Basic realm=\"calls\"", "The password is wrong"), "fake: a request was refused with 401: The password is wrong." },
        { InboundResponse.MethodNotAllowed, "fake: a request was refused with 405: no further detail." },
        { InboundResponse.UnsupportedMediaType, "fake: a request was refused with 415: no further detail." },
        { InboundResponse.Busy, "fake: a request was refused with 503: no further detail." },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task Refusal_OfTheHandler_IsLoggedWithStatusAndProblemOnly(InboundResponse response, string expected)
    {
        await using var host = await EdgeHost.StartAsync(ScriptedHandler.Answering(response));

        await SendAsync(host);

        var line = host.Log.OfEdge.Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Id.Should().Be(1300);
        line.Text.Should().Be(expected);
        line.Exception.Should().BeNull();
    }

    [Fact]
    public async Task Refusal_ForSize_IsLoggedWithTheLimitOnly()
    {
        await using var host = await EdgeHost.StartAsync(new ScriptedHandler { MaxBodyBytes = 5 });

        await SendAsync(host);

        var line = host.Log.OfEdge.Should().ContainSingle().Which;
        line.Level.Should().Be(LogLevel.Warning);
        line.Id.Should().Be(1301);
        line.Text.Should().Be("fake: a request with more than 5 bytes was refused.");
    }

    [Fact]
    public async Task Refusal_OfABrokenBody_IsLoggedWithoutTheBody()
    {
        await using var host = await EdgeHost.StartAsync(new ScriptedHandler());
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"POST /calls/fake/{Path} HTTP/1.1\r\nHost: h\r\nX-Key: {Header}\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{Body}");

        (await connection.ReadStatusAsync()).Should().Be(400);
        var line = host.Log.OfEdge.Should().ContainSingle().Which;
        line.Id.Should().Be(1300);
        line.Text.Should().StartWith("fake: a request was refused with 400: ").And.NotContain("secret");
    }

    [Fact]
    public async Task Acceptance_OfARequest_IsNotLogged()
    {
        await using var host = await EdgeHost.StartAsync(new ScriptedHandler());

        await SendAsync(host);

        host.Log.OfEdge.Should().BeEmpty();
    }

    private static async Task SendAsync(EdgeHost host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/calls/fake/{Path}?q={Query}") { Content = new StringContent(Body) };
        request.Headers.TryAddWithoutValidation("X-Key", Header);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        host.Log.OfEdge.Should().NotContain(line => line.Text.Contains("secret", StringComparison.Ordinal) || line.Text.Contains("555", StringComparison.Ordinal));
    }
}
