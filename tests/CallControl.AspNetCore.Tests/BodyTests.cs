using System.Net;
using System.Security.Cryptography;

namespace CallControl.AspNetCore.Tests;

/// <summary>The body reaches the handler byte for byte, or not at all.</summary>
public sealed class BodyTests
{
    private const int Limit = 10_000;

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(4095, true)]
    [InlineData(4096, true)]
    [InlineData(4097, true)]
    [InlineData(Limit - 1, true)]
    [InlineData(Limit, false)]
    [InlineData(Limit, true)]
    public async Task Body_UpToTheLimit_IsPassedByteForByte(int length, bool chunked)
    {
        var handler = new ScriptedHandler { MaxBodyBytes = Limit };
        await using var host = await EdgeHost.StartAsync(handler);
        var body = RandomNumberGenerator.GetBytes(length);

        using var answer = await SendAsync(host, body, chunked);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.Body.ToArray().Should().Equal(body);
    }

    [Theory]
    [InlineData(1024 * 1024, false)]
    [InlineData(1024 * 1024, true)]
    [InlineData(5 * 1024 * 1024, true)]
    public async Task Body_OfMegabytes_IsPassedByteForByte(int length, bool chunked)
    {
        var handler = new ScriptedHandler { MaxBodyBytes = length };
        await using var host = await EdgeHost.StartAsync(handler);
        var body = RandomNumberGenerator.GetBytes(length);

        using var answer = await SendAsync(host, body, chunked);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        handler.Requests.Should().ContainSingle().Which.Body.Span.SequenceEqual(body).Should().BeTrue();
    }

    [Theory]
    [InlineData(Limit + 1, false)]
    [InlineData(Limit + 1, true)]
    [InlineData(3 * Limit, true)]
    public async Task Body_OverTheLimit_Is413AndTheHandlerIsNotCalled(int length, bool chunked)
    {
        var handler = new ScriptedHandler { MaxBodyBytes = Limit };
        await using var host = await EdgeHost.StartAsync(handler);

        using var answer = await SendAsync(host, RandomNumberGenerator.GetBytes(length), chunked);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        handler.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Body_DeclaredOverTheLimit_IsRefusedBeforeItIsSent()
    {
        var handler = new ScriptedHandler { MaxBodyBytes = Limit };
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"POST /calls/fake HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: {Limit + 1}\r\n\r\n");

        (await connection.ReadStatusAsync()).Should().Be(413);
        handler.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OverTheServersOwnLimit_Is413(bool chunked)
    {
        var handler = new ScriptedHandler { MaxBodyBytes = Limit };
        await using var host = await EdgeHost.StartAsync(handler, server => server.Limits.MaxRequestBodySize = 100);

        using var answer = await SendAsync(host, new byte[101], chunked);

        answer.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        handler.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Body_LongerThanDeclared_EndsWhereItWasDeclaredToEnd()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync("POST /calls/fake HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 3\r\n\r\nabcdef");

        (await connection.ReadStatusAsync()).Should().Be(200);
        handler.Requests.Should().ContainSingle().Which.Body.ToArray().Should().Equal("abc"u8.ToArray());
    }

    [Fact]
    public async Task Body_ShorterThanDeclared_IsRefusedAndNotPassed()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync("POST /calls/fake HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 6\r\n\r\nabc");
        connection.FinishSending();

        (await connection.ReadStatusAsync()).Should().BeOneOf(0, 400);
        await host.DisposeAsync();
        handler.Requests.Should().BeEmpty();
        host.Log.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("zz\r\nabc\r\n0\r\n\r\n", 400)]
    [InlineData("3\r\nabcdef\r\n0\r\n\r\n", 400)]
    [InlineData("fffffffffffff\r\nabc", 0)]
    public async Task Body_InBrokenChunks_IsRefusedAndNotPassed(string chunks, int expected)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();

        await connection.SendAsync($"POST /calls/fake HTTP/1.1\r\nHost: h\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");

        (await connection.ReadStatusAsync()).Should().Be(expected);
        handler.Requests.Should().BeEmpty();
        host.Log.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Content-Length: 20000\r\n\r\nabc")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n")]
    public async Task Body_OfAClientThatBreaksOff_IsNotPassedAndNoFault(string rest)
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        using var connection = await host.ConnectAsync();
        await connection.SendAsync($"POST /calls/fake HTTP/1.1\r\nHost: h\r\n{rest}");
        await Patience.UntilAsync(() => host.Log.Lines.Any(line => line.Text.StartsWith("Executing endpoint", StringComparison.Ordinal)));

        connection.Reset();

        await Patience.UntilAsync(() => host.Log.Lines.Any(line => line.Text.StartsWith("Request finished", StringComparison.Ordinal)));
        handler.Requests.Should().BeEmpty();
        host.Log.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Body_ThatWasPassed_StaysAsItWas()
    {
        var handler = new ScriptedHandler();
        await using var host = await EdgeHost.StartAsync(handler);
        var bodies = Enumerable.Range(1, 20).Select(number => RandomNumberGenerator.GetBytes(number * 500)).ToArray();

        foreach (var body in bodies)
        {
            using var answer = await host.PostAsync("/calls/fake", body);
            answer.StatusCode.Should().Be(HttpStatusCode.OK);
        }

        handler.Requests.Should().HaveCount(bodies.Length);
        for (var i = 0; i < bodies.Length; i++)
            handler.Requests[i].Body.ToArray().Should().Equal(bodies[i]);
    }

    [Fact]
    public async Task Bodies_OfTwoHundredRequestsAtOnce_AreNotMixed()
    {
        const int Count = 200;
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var arrived = 0;
        var handler = new ScriptedHandler
        {
            Answer = async (request, cancellationToken) =>
            {
                if (Interlocked.Increment(ref arrived) == Count)
                    gate.SetResult();

                // All of them hold their bodies at the same time.
                await gate.Task.WaitAsync(cancellationToken);
                return Providers.InboundResponse.WithJson(SHA256.HashData(request.Body.Span));
            },
        };
        await using var host = await EdgeHost.StartAsync(handler);
        using var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(30) };

        var answers = Enumerable.Range(0, Count).Select(async number =>
        {
            var body = RandomNumberGenerator.GetBytes(100 + (number * 97));
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/calls/fake/{number}") { Content = new ByteArrayContent(body) };
            request.Headers.TransferEncodingChunked = number % 2 == 0;
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var hash = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            return hash.AsSpan().SequenceEqual(SHA256.HashData(body));
        });

        (await Task.WhenAll(answers)).Should().OnlyContain(isRight => isRight).And.HaveCount(Count);
        handler.Requests.Select(request => request.Path).Should().OnlyHaveUniqueItems();
    }

    private static async Task<HttpResponseMessage> SendAsync(EdgeHost host, byte[] body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/calls/fake") { Content = new ByteArrayContent(body) };
        request.Headers.TransferEncodingChunked = chunked;
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
