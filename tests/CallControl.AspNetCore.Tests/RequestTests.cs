using System.Net;
using System.Net.Http.Headers;
using CallControl.Providers;

namespace CallControl.AspNetCore.Tests;

/// <summary>What of a request reaches the provider's handler.</summary>
public sealed class RequestTests
{
    [Theory]
    [InlineData("/calls/fake", "")]
    [InlineData("/calls/fake/", "")]
    [InlineData("/calls/fake?secret=query", "")]
    [InlineData("/calls/fake/secret", "secret")]
    [InlineData("/CALLS/FAKE/Secret", "Secret")]
    [InlineData("/calls/fake/secret/", "secret/")]
    [InlineData("/calls/fake/a/b/c", "a/b/c")]
    [InlineData("/calls/fake/a%20b", "a b")]
    [InlineData("/calls/fake/%C3%A9t%C3%A9", "été")]
    [InlineData("/calls/fake/a+b", "a+b")]
    [InlineData("/calls/fake/a%2Bb%3Fc%23d%25", "a+b?c#d%")]
    [InlineData("/calls/fake/a%2Fb", "a%2Fb")]
    [InlineData("/calls/fake/a/../b", "b")]
    public async Task Path_BehindTheProvider_IsPassedDecoded(string target, string expected)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"POST {target} HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        (await connection.ReadStatusAsync()).Should().Be(200);
        handler.Requests.Should().ContainSingle().Which.Path.Should().Be(expected);
    }

    [Fact]
    public async Task Path_ThatWalksOutOfTheProvider_IsNotFound()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync("POST /calls/fake/../../other HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        (await connection.ReadStatusAsync()).Should().Be(404);
        handler.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Method_OfAnyKind_IsPassed(string method)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var request = new HttpRequestMessage(new HttpMethod(method), "/calls/fake");

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.Method.Should().Be(method);
    }

    [Fact]
    public async Task Url_OfTheRequest_IsWhatTheHostSaw()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);

        using var answer = await host.PostAsync("/calls/fake/a%20b?c=d%26e", []);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.Url.AbsoluteUri.Should().Be($"{host.Address.AbsoluteUri}calls/fake/a%20b?c=d%26e");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain;x=\"y; z\"")]
    [InlineData(null)]
    public async Task ContentType_WithItsParameters_IsPassedAsWritten(string? contentType)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);

        using var answer = await host.PostAsync("/calls/fake", [1], contentType);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.ContentType.Should().Be(contentType);
    }

    [Fact]
    public async Task Header_ByAnyLetterCase_IsFoundWithAllItsValues()
    {
        var seen = new Dictionary<string, string?>(StringComparer.Ordinal);
        var handler = new ScriptedHandler
        {
            Answer = (request, _) =>
            {
                foreach (var name in new[] { "X-Signature", "x-signature", "X-SIGNATURE", "x-many", "x-empty", "x-absent", "content-type" })
                    seen[name] = request.Header(name);

                return ValueTask.FromResult(InboundResponse.Accepted);
            },
        };
        await using var host = await EdgeHost.StartAsync(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/calls/fake") { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("X-Signature", "t=1,v1=abc");
        request.Headers.TryAddWithoutValidation("X-Many", ["one", "two"]);
        request.Headers.TryAddWithoutValidation("X-Empty", "");

        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        seen["X-Signature"].Should().Be("t=1,v1=abc");
        seen["x-signature"].Should().Be("t=1,v1=abc");
        seen["X-SIGNATURE"].Should().Be("t=1,v1=abc");
        seen["x-many"]!.Replace(" ", "", StringComparison.Ordinal).Should().Be("one,two");
        seen["x-empty"].Should().BeEmpty();
        seen["x-absent"].Should().BeNull();
        seen["content-type"].Should().Be("application/json");
    }

    [Fact]
    public async Task Header_OnTwoLines_IsJoinedWithACommaInOrder()
    {
        string? seen = null;
        var handler = new ScriptedHandler
        {
            Answer = (request, _) =>
            {
                seen = request.Header("X-Many");
                return ValueTask.FromResult(InboundResponse.Accepted);
            },
        };
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync("POST /calls/fake HTTP/1.1\r\nHost: h\r\nX-Many: one\r\nx-many: two\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        (await connection.ReadStatusAsync()).Should().Be(200);
        seen.Should().Be("one,two");
    }

    [Theory]
    [InlineData("Host:")]
    [InlineData("Host: example.com:99999")]
    [InlineData("Host: [::1")]
    [InlineData("Host: a..b")]
    [InlineData("Host: -")]
    public async Task Host_ThatMakesNoAddress_IsRefusedWithoutAFault(string header)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"POST /calls/fake HTTP/1.1\r\n{header}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");

        // Whether a name is one is for the address to say: what matters is that nothing breaks.
        (await connection.ReadStatusAsync()).Should().Be(handler.Requests.Count == 1 ? 200 : 400);
        host.Log.Faults.Should().BeEmpty();
    }
}
