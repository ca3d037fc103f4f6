using System.Diagnostics;
using System.Reflection;
using System.Text;
using CallControl.Testing;

namespace CallControl.Media.Tests;

/// <summary>What a frame costs: at most 100 bytes, in and out, in an optimized build.</summary>
[Collection(LoadCollection.Name)]
public sealed class SessionAllocationTests
{
    private const int Frames = 10_000;
    private const int Batch = 25;

    // Without optimization the compiler makes an object of each asynchronous call, even if it never waits.
    private static readonly int Budget =
        typeof(MediaStreamSession).Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true } ? 500 : 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task ReadAudioAsync_TenThousandFrames_AllocatesLittle()
    {
        await using var stream = await OpenStream.StartAsync(time: new ManualTimeProvider());
        var batches = Enumerable.Range(0, (Frames / Batch) + 1).Select(batch => BatchOf(1 + (Batch * batch))).ToArray();
        var heard = new StrongBox();
        var reading = Task.Run(() => CountAsync(stream.Session, heard), Token);
        await SendAsync(stream, heard, batches[0], Batch);

        var allocated = await MeasureAsync(async () =>
        {
            for (var i = 1; i < batches.Length; i++)
                await SendAsync(stream, heard, batches[i], Batch * (i + 1)).ConfigureAwait(false);
        });

        (allocated / (double)Frames).Should().BeLessThan(Budget);
        stream.Session.Statistics.FramesReceived.Should().Be(Frames + Batch);
        (stream.Session.Statistics.FramesLost, stream.Session.Statistics.FramesDropped).Should().Be((0, 0));
        await stream.Session.DisposeAsync();
        await reading;
        TestContext.Current.SendDiagnosticMessage("In: {0:0.0} bytes a frame", allocated / (double)Frames);
    }

    [Fact(Timeout = OpenStream.TestMilliseconds)]
    public async Task SendAsync_TenThousandFrames_AllocatesLittle()
    {
        await using var stream = await OpenStream.StartAsync(TelnyxWire.Start, time: new FastTime(1000), peer: await StreamPeer.ConnectAsync(reads: false));
        var drain = Task.Run(stream.Peer.DrainAsync, Token);
        var frame = new byte[160];
        await stream.Session.SendAsync(frame, Token);
        await OpenStream.UntilAsync(() => stream.Session.Statistics.FramesSent == 1);

        var allocated = await MeasureAsync(async () =>
        {
            for (var i = 0; i < Frames; i++)
                await stream.Session.SendAsync(frame, Token).ConfigureAwait(false);

            while (stream.Session.Statistics.FramesSent < Frames + 1)
                Thread.Yield();
        });

        (allocated / (double)Frames).Should().BeLessThan(Budget);
        stream.Session.Statistics.BytesSent.Should().Be(160 * (Frames + 1));
        TestContext.Current.SendDiagnosticMessage("Out: {0:0.0} bytes a frame", allocated / (double)Frames);
        stream.Peer.Cut();
        await drain;
    }

    // Not faster than they are read: what waits would be made for it.
    private static async Task SendAsync(OpenStream stream, StrongBox heard, byte[] batch, int total)
    {
        await stream.Peer.TrySendRawAsync(batch).ConfigureAwait(false);
        while (Volatile.Read(ref heard.Value) < total)
            Thread.Yield();
    }

    // Away from the test's own context: that one makes something for each step.
    private static Task<long> MeasureAsync(Func<Task> work) => Task.Run(async () =>
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await work().ConfigureAwait(false);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    });

    private static async Task CountAsync(MediaStreamSession session, StrongBox heard)
    {
        await foreach (var frame in session.ReadAudioAsync(CancellationToken.None))
        {
            if (frame.Payload.Length == 160)
                Interlocked.Increment(ref heard.Value);
        }
    }

    private static byte[] BatchOf(int first) =>
        [.. Enumerable.Range(first, Batch).SelectMany(chunk => Encoding.UTF8.GetBytes(TelnyxWire.Media(chunk, new byte[160])) is var message ? StreamPeer.FrameHead(message.Length).Concat(message) : [])];

    private sealed class StrongBox
    {
        public int Value;
    }
}
