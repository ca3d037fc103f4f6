using System.Net;
using System.Text;
using System.Text.Json;
using CallControl.Providers;

namespace CallControl.Core.Tests;

/// <summary>A body's buffer goes back to the pool only when nobody can read it any more.</summary>
public sealed class PooledJsonContentTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Dispose_WhileAWriteGoesOn_KeepsTheBytes()
    {
        var release = new TaskCompletionSource();
        var target = new SlowStream(release.Task);
        Task? reading = null;
        using var harness = new TransportHarness((request, cancellationToken) =>
        {
            // The answer is there before the body was read, as when a server refuses early.
            reading ??= request.Content!.CopyToAsync(target, cancellationToken);
            return Task.FromResult(TransportHarness.Answer(HttpStatusCode.OK, "{}"));
        });
        await harness.SendAsync(TransportHarness.Command(new Body { Text = "the first body" }));

        for (var i = 0; i < 200; i++)
            await harness.SendAsync(TransportHarness.Command(new Body { Text = new string('x', 100) }));

        release.SetResult();
        await reading!;
        Encoding.UTF8.GetString(target.ToArray()).Should().Be("""{"text":"the first body"}""");
    }

    [Fact]
    public async Task Dispose_BeforeTheBodyIsRead_GivesNobodyElsesBytes()
    {
        HttpContent? kept = null;
        using var harness = new TransportHarness((request, _) =>
        {
            kept ??= request.Content;
            return Task.FromResult(TransportHarness.Answer(HttpStatusCode.OK, "{}"));
        });
        await harness.SendAsync(TransportHarness.Command(new Body { Text = "mine" }));
        await harness.SendAsync(TransportHarness.Command(new Body { Text = "another's" }));

        await FluentActions.Awaiting(() => kept!.CopyToAsync(new MemoryStream(), Cancelled)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Dispose_AgainstAReaderThatComesLate_GivesItsOwnBytesOrNone()
    {
        const int Rounds = 10_000;
        var random = new Random(5);
        var outcomes = 0;
        var race = new PooledJsonContent?[1];
        using var over = new CancellationTokenSource();
        var disposer = Task.Run(
            () =>
            {
                var turn = default(SpinWait);
                while (!over.IsCancellationRequested)
                {
                    if (Interlocked.Exchange(ref race[0], null) is { } content)
                    {
                        content.Dispose();
                        turn.Reset();
                    }

                    turn.SpinOnce(sleep1Threshold: -1);
                }
            },
            Cancelled);
        try
        {
            for (var i = 0; i < Rounds; i++)
            {
                var text = new string((char)('a' + (i % 26)), 200);
                var content = PooledJsonContent.Create(new Body { Text = text }, TransportJson.Default.Body, null);
                Interlocked.Exchange(ref race[0], content)?.Dispose();
                Thread.SpinWait(random.Next(60));
                var read = await ReadAsync(content);
                (read ?? $$"""{"text":"{{text}}"}""").Should().Be($$"""{"text":"{{text}}"}""");
                outcomes++;
            }
        }
        finally
        {
            await over.CancelAsync();
            await disposer;
        }

        outcomes.Should().Be(Rounds);

        static async Task<string?> ReadAsync(PooledJsonContent content)
        {
            using var target = new MemoryStream();
            try
            {
                await content.CopyToAsync(target, Cancelled);
            }
            catch (Exception exception) when (exception is ObjectDisposedException or HttpRequestException { InnerException: ObjectDisposedException })
            {
                return null;
            }

            return Encoding.UTF8.GetString(target.ToArray());
        }
    }

    [Fact]
    public async Task SendAsync_InParallel_BodiesAndAnswersDoNotMix()
    {
        using var harness = new TransportHarness(async (request, cancellationToken) =>
        {
            using var received = new MemoryStream();
            await request.Content!.CopyToAsync(new YieldingStream(received), cancellationToken);
            var body = JsonSerializer.Deserialize(received.ToArray(), TransportJson.Default.Body)!;
            await Task.Yield();
            return TransportHarness.Answer(HttpStatusCode.OK, JsonSerializer.Serialize(new Reply { Id = body.Text }, TransportJson.Default.Reply));
        });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                var random = new Random(worker);
                for (var i = 0; i < 400; i++)
                {
                    var text = $"{worker}-{i}-" + new string((char)('a' + worker), random.Next(6_000));
                    (await harness.SendAsync(TransportHarness.Command(new Body { Text = text }))).Id.Should().Be(text);
                }
            },
            Cancelled)));
    }

    [Fact]
    public async Task SerializeToStreamAsync_Twice_GivesTheSameBytes()
    {
        // A handler that tries again sends the same content again.
        using var content = PooledJsonContent.Create(new Body { Text = "again" }, TransportJson.Default.Body, null);
        using var first = new MemoryStream();
        using var second = new MemoryStream();

        await content.CopyToAsync(first, Cancelled);
        await content.CopyToAsync(second, Cancelled);

        first.ToArray().Should().Equal(second.ToArray());
        content.Headers.ContentLength.Should().Be(first.Length);
    }

    [Fact]
    public void Headers_ChangedByAHandler_ChangeThatRequestOnly()
    {
        using var first = PooledJsonContent.Create(new Body { Text = "x" }, TransportJson.Default.Body, null);
        using var second = PooledJsonContent.Create(new Body { Text = "x" }, TransportJson.Default.Body, null);

        first.Headers.ContentType!.CharSet = "utf-8";

        second.Headers.ContentType!.ToString().Should().Be("application/json");
    }

    [Fact]
    public void Dispose_Twice_ReturnsTheBufferOnce()
    {
        var content = PooledJsonContent.Create(new Body { Text = "x" }, TransportJson.Default.Body, null);
        content.Dispose();
        var one = new PooledBuffer();
        content.Dispose();
        var other = new PooledBuffer();

        one.GetSpan()[0] = 1;
        other.GetSpan()[0] = 2;

        one.GetSpan()[0].Should().Be(1, "two owners would share one array");
    }

    [Fact]
    public void PooledBuffer_Growth_KeepsWhatWasWritten()
    {
        var buffer = new PooledBuffer();
        var random = new Random(9);
        var expected = new List<byte>();
        for (var i = 0; i < 500; i++)
        {
            var part = new byte[random.Next(300)];
            random.NextBytes(part);
            part.CopyTo(buffer.GetSpan(part.Length));
            buffer.Advance(part.Length);
            expected.AddRange(part);
        }

        buffer.Written.ToArray().Should().Equal(expected);
        buffer.Return();
        buffer.Return();
        buffer.Written.Length.Should().Be(0);
    }

    private sealed class SlowStream(Task release) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await release;
            Write(buffer.Span);
        }
    }

    private sealed class YieldingStream(Stream target) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            for (var i = 0; i < buffer.Length; i += 512)
            {
                await Task.Yield();
                target.Write(buffer.Span.Slice(i, Math.Min(512, buffer.Length - i)));
            }
        }
    }
}
