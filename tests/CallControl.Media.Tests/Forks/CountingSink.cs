using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media.Tests.Forks;

/// <summary>Counts packets, and gives them back.</summary>
internal sealed class CountingSink : IForkSink
{
    private long _delivered;

    public long Delivered => Interlocked.Read(ref _delivered);

    public void Deliver(in MediaPacket packet)
    {
        Interlocked.Increment(ref _delivered);
        Return(packet);
    }

    private static void Return<T>(in T frame)
        where T : struct, IPooledFrame =>
        frame.Return();
}
