using CallControl.Media.Buffers;

namespace CallControl.Media.Tests.Buffers;

/// <summary>A frame that shows when it is given back.</summary>
internal readonly record struct TestFrame(int Number, int[]? Returns) : IPooledFrame
{
    public void Return()
    {
        if (Returns is not null)
            Interlocked.Increment(ref Returns[Number]);
    }
}
