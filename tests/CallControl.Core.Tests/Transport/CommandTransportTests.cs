using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CallControl.Providers;

namespace CallControl.Core.Tests;

public sealed class CommandTransportTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SendAsync_Body_IsWrittenExactly()
    {
        var seen = new List<string>();
        using var harness = Recording(seen);

        var reply = await harness.SendAsync(TransportHarness.Command(new Body { Text = "a\"b", Count = 3 }));

        reply.Id.Should().Be("1");
        seen.Should().Equal(
            "POST https://api.example.com/v2/calls/c1/play", "application/json", "29", """{"text":"a\u0022b","count":3}""", "Bearer " + TransportHarness.Secret);
    }

    [Fact]
    public async Task SendAsync_SerializerWithItsOwnEncoder_IsHonoured()
    {
        var seen = new List<string>();
        using var harness = Recording(seen);
        var json = new TransportJson(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var command = TransportHarness.Command(new Body { Text = "+33 é" }, type: json.Body);
        var extended = TransportHarness.Command(new Body { Text = "+33 é" }, new JsonObject { ["to"] = "+33" }, type: json.Body);

        await harness.SendAsync(command);
        await harness.SendAsync(extended);

        seen[3].Should().Be("""{"text":"+33 é"}""");
        seen[8].Should().Be("""{"text":"+33 é","to":"+33"}""");
    }

    [Fact]
    public async Task SendAsync_AdditionalProperties_ReplaceAndExtend()
    {
        var seen = new List<string>();
        using var harness = Recording(seen);
        var additional = new JsonObject { ["count"] = 9, ["extra"] = new JsonObject { ["a"] = new JsonArray(1, null) }, ["none"] = null };

        await harness.SendAsync(TransportHarness.Command(new Body { Text = "x", Count = 1 }, additional));
        await harness.SendAsync(TransportHarness.Command(new Body { Text = "y" }, additional));

        seen[3].Should().Be("""{"text":"x","count":9,"extra":{"a":[1,null]},"none":null}""");
        seen[8].Should().Be("""{"text":"y","count":9,"extra":{"a":[1,null]},"none":null}""");
        additional.ToJsonString().Should().Be("""{"count":9,"extra":{"a":[1,null]},"none":null}""");
    }

    [Fact]
    public async Task SendAsync_AdditionalPropertiesWithoutBody_AreTheBody()
    {
        var seen = new List<string>();
        using var harness = Recording(seen);

        await harness.SendAsync(TransportHarness.Command(additional: new JsonObject { ["a"] = 1 }));
        await harness.SendAsync(TransportHarness.Command(additional: []));

        seen[3].Should().Be("""{"a":1}""");
        seen[8].Should().Be("no body");
    }

    [Theory]
    [InlineData("c1", "https://api.example.com/v2/calls/c1/play")]
    [InlineData("v3:a/b?c#d%2Fe é", "https://api.example.com/v2/calls/v3%3Aa%2Fb%3Fc%23d%252Fe%20%C3%A9/play")]
    [InlineData("...", "https://api.example.com/v2/calls/.../play")]
    [InlineData("%2e%2e", "https://api.example.com/v2/calls/%252e%252e/play")]
    [InlineData("\\..\\", "https://api.example.com/v2/calls/%5C..%5C/play")]
    public async Task SendAsync_Identifier_IsOneSegmentEncodedOnce(string identifier, string expected)
    {
        var seen = new List<string>();
        using var harness = Recording(seen);

        await harness.SendAsync(TransportHarness.Command(new Body { Text = "x" }, path: $"calls/{RequestPath.Segment(identifier)}/play"));

        seen[0].Should().Be("POST " + expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(null)]
    public void Segment_NoIdentifier_IsRefused(string? identifier) =>
        FluentActions.Invoking(() => RequestPath.Segment(identifier!)).Should().Throw<ArgumentException>();

    [Fact]
    public void Segment_AnyText_StaysBelowItsPath()
    {
        var random = new Random(3986);
        const string Alphabet = "./\\%?#:@a2eE\u00e9\ud83d\ude00 \t\r\n\0;&=+";
        for (var i = 0; i < 20_000; i++)
        {
            var identifier = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            if (identifier is "." or "..")
                continue;

            var address = new Uri(new Uri("https://api.example.com/v2/"), $"calls/{RequestPath.Segment(identifier)}/play");

            address.AbsoluteUri.Should().StartWith("https://api.example.com/v2/calls/").And.EndWith("/play");
            address.Segments.Should().HaveCount(5, $"'{identifier}' is one segment");
        }
    }

    [Theory]
    [InlineData(400, typeof(CommandRejectedException), CommandEffect.NotApplied, false)]
    [InlineData(401, typeof(AuthenticationFailedException), CommandEffect.NotApplied, false)]
    [InlineData(403, typeof(AuthenticationFailedException), CommandEffect.NotApplied, false)]
    [InlineData(404, typeof(CallEndedException), CommandEffect.NotApplied, false)]
    [InlineData(408, typeof(ProviderUnavailableException), CommandEffect.Unknown, true)]
    [InlineData(409, typeof(CommandRejectedException), CommandEffect.NotApplied, false)]
    [InlineData(422, typeof(CommandRejectedException), CommandEffect.NotApplied, false)]
    [InlineData(429, typeof(RateLimitedException), CommandEffect.NotApplied, true)]
    [InlineData(500, typeof(ProviderUnavailableException), CommandEffect.Unknown, true)]
    [InlineData(503, typeof(ProviderUnavailableException), CommandEffect.Unknown, true)]
    [InlineData(302, typeof(ProviderProtocolException), CommandEffect.Unknown, false)]
    [InlineData(304, typeof(ProviderProtocolException), CommandEffect.Unknown, false)]
    public async Task SendAsync_ErrorStatus_IsATypedException(int status, Type expected, CommandEffect effect, bool isTransient)
    {
        using var harness = Answering((HttpStatusCode)status, """{"detail":"not to +33612345678"}""");

        var thrown = await ThrownAsync<CallControlException>(harness);

        thrown.Should().BeOfType(expected);
        thrown.Effect.Should().Be(effect);
        thrown.IsTransient.Should().Be(isTransient);
        thrown.Provider.Should().Be("main");
        thrown.Call.Should().Be(HubHarness.Id());
        thrown.Operation.Should().Be(new OperationId("o1"));
        thrown.Error!.StatusCode.Should().Be(status);
        thrown.Error.Body.Should().Be("""{"detail":"not to +33612345678"}""");
        thrown.Message.Should().Contain($"HTTP {status}");
        thrown.ToString().Should().NotContain("33612345678").And.NotContain(TransportHarness.Secret);
    }

    [Fact]
    public async Task SendAsync_NotFoundWithoutCall_IsARejection()
    {
        using var harness = Answering(HttpStatusCode.NotFound, "");
        var command = new HttpCommand<Body> { Name = "room", Path = "rooms/r1" };

        await FluentActions.Awaiting(() => harness.SendAsync(command)).Should().ThrowAsync<CommandRejectedException>();
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Thu, 01 Jan 2026 00:01:30 GMT", 90)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [InlineData("-5", null)]
    [InlineData(null, null)]
    public async Task SendAsync_TooManyRequests_SaysWhenToComeBack(string? header, int? seconds)
    {
        using var harness = new TransportHarness((_, _) =>
        {
            var answer = TransportHarness.Answer(HttpStatusCode.TooManyRequests, "");
            if (header is not null)
                answer.Headers.TryAddWithoutValidation("Retry-After", header);

            return Task.FromResult(answer);
        });

        var thrown = await ThrownAsync<RateLimitedException>(harness);

        thrown.RetryAfter.Should().Be(seconds is { } number ? TimeSpan.FromSeconds(number) : null);
    }

    [Theory]
    [InlineData(100, 100)]
    [InlineData(8 * 1024, 8 * 1024)]
    [InlineData(100_000, 8 * 1024)]
    public async Task SendAsync_ErrorBody_IsBounded(int length, int kept)
    {
        using var harness = Answering(HttpStatusCode.BadRequest, new string('x', length));

        (await ThrownAsync<CommandRejectedException>(harness)).Error!.Body.Should().HaveLength(kept);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task SendAsync_LargeAnswer_IsBounded(int over, bool isRead)
    {
        var answer = """{"id":"1","padding":""";
        answer += "\"" + new string('x', CommandTransport.MaxAnswerBytes + over - answer.Length - 3) + "\"}";
        answer.Should().HaveLength(CommandTransport.MaxAnswerBytes + over);
        using var harness = Answering(HttpStatusCode.OK, answer);

        if (isRead)
            (await harness.SendAsync()).Id.Should().Be("1");
        else
            (await ThrownAsync<ProviderProtocolException>(harness)).Message.Should().Contain("larger than 1048576 bytes");
    }

    [Theory]
    [InlineData("""{"id":"1" """)]
    [InlineData("<html>gone</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"id":{}}""")]
    [InlineData(" ")]
    public async Task SendAsync_AnswerIsNotWhatItShouldBe_IsAProtocolError(string body)
    {
        using var harness = Answering(HttpStatusCode.OK, body);

        var thrown = await ThrownAsync<ProviderProtocolException>(harness);

        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeFalse();
        thrown.Error!.StatusCode.Should().Be(200);
        thrown.Message.Should().Contain("'play'").And.Contain("HTTP 200");
    }

    [Fact]
    public async Task SendAsync_EmptyAnswer_IsAnObjectWithoutMembers()
    {
        using var harness = new TransportHarness((_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent)));

        (await harness.SendAsync()).Id.Should().BeNull();
        await FluentActions.Awaiting(() => harness.Transport.SendAsync(TransportHarness.Command(), TransportJson.Default.StrictReply, Cancelled))
            .Should().ThrowAsync<ProviderProtocolException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_NoAnswerInTime_IsUnavailableWithUnknownEffect(bool hasBegun)
    {
        using var harness = new TransportHarness((_, cancellationToken) => hasBegun
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new NeverStream()) })
            : Never(cancellationToken));
        var sending = harness.SendAsync();
        await harness.Time.WaitForTimersAsync(1, Cancelled);

        harness.Time.Advance(TransportHarness.Timeout - TimeSpan.FromTicks(1));
        sending.IsCompleted.Should().BeFalse();
        harness.Time.Advance(TimeSpan.FromTicks(1));

        var thrown = (await FluentActions.Awaiting(() => sending).Should().ThrowAsync<ProviderUnavailableException>()).Which;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
        thrown.Message.Should().Contain("within 10 s");
        harness.Time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task SendAsync_Answered_LeavesNoTimer()
    {
        using var harness = Answering(HttpStatusCode.OK, "{}");

        await harness.SendAsync();

        harness.Time.PendingTimers.Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SendAsync_CallerCancels_ThrowsWithTheCallersToken(bool hasBegun)
    {
        using var harness = new TransportHarness((_, cancellationToken) => hasBegun
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new NeverStream()) })
            : Never(cancellationToken));
        using var cancel = new CancellationTokenSource();
        var sending = harness.SendAsync(cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        var thrown = await FluentActions.Awaiting(() => sending).Should().ThrowAsync<OperationCanceledException>();
        thrown.Which.CancellationToken.Should().Be(cancel.Token);
        harness.Time.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task SendAsync_ConnectionRefused_WasNotSent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var harness = Loopback(port);

        var thrown = await ThrownAsync<ProviderUnavailableException>(harness);

        thrown.Effect.Should().Be(CommandEffect.NotSent);
        thrown.IsTransient.Should().BeTrue();
        thrown.Message.Should().NotContain(TransportHarness.Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 20")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n")]
    [InlineData("not http at all\r\n\r\n")]
    public async Task SendAsync_ConnectionBreaksOff_EffectIsUnknown(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = Task.Run(
            async () =>
            {
                using var connection = await listener.AcceptSocketAsync(Cancelled);
                var request = new byte[4096];
                var text = "";
                while (!text.EndsWith('}'))
                    text += Encoding.ASCII.GetString(request, 0, await connection.ReceiveAsync(request, Cancelled));

                await connection.SendAsync(Encoding.ASCII.GetBytes(answer), Cancelled);
                connection.LingerState = new LingerOption(answer.Length % 2 == 0, 0);
            },
            Cancelled);
        using var harness = Loopback(((IPEndPoint)listener.LocalEndpoint).Port);

        var thrown = await ThrownAsync<ProviderUnavailableException>(harness);

        await serving;
        thrown.Effect.Should().Be(CommandEffect.Unknown);
        thrown.IsTransient.Should().BeTrue();
    }

    private static TransportHarness Answering(HttpStatusCode status, string body) =>
        new((_, _) => Task.FromResult(TransportHarness.Answer(status, body)));

    private static TransportHarness Recording(List<string> seen) => new(async (request, cancellationToken) =>
    {
        seen.Add($"{request.Method} {request.RequestUri!.AbsoluteUri}");
        seen.Add(request.Content?.Headers.ContentType?.ToString() ?? "no type");
        seen.Add(request.Content?.Headers.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "no length");
        seen.Add(request.Content is null ? "no body" : Encoding.UTF8.GetString(await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        seen.Add(request.Headers.GetValues("Authorization").Single());
        return TransportHarness.Answer(HttpStatusCode.Accepted, """{"id":"1","unknown":[1]}""");
    });

    private static TransportHarness Loopback(int port) => new(new SocketsHttpHandler(), new Uri($"http://127.0.0.1:{port}/"));

    private static async Task<TException> ThrownAsync<TException>(TransportHarness harness)
        where TException : Exception => (await FluentActions.Awaiting(() => harness.SendAsync()).Should().ThrowAsync<TException>()).Which;

    private static async Task<HttpResponseMessage> Never(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        throw new InvalidOperationException("Never is over.");
    }

    private sealed class NeverStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }
}
