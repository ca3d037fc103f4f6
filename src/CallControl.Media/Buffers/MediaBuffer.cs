namespace CallControl.Media.Buffers;

/// <summary>A buffer that is lent out again and again. Who has it knows the number of the lease: one that ended reads nothing of the next.</summary>
internal sealed class MediaBuffer(MediaBufferPool? pool, int length)
{
    private int _lease;

    public byte[] Bytes { get; } = GC.AllocateUninitializedArray<byte>(length);

    public int Lease => Volatile.Read(ref _lease);

    /// <exception cref="InvalidOperationException">The lease has ended.</exception>
    public ReadOnlyMemory<byte> Read(int lease, int offset, int count) =>
        lease == Lease
            ? Bytes.AsMemory(offset, count)
            : throw new InvalidOperationException("The audio's buffer was given back: it is good until the next one is asked for. Copy what is needed longer.");

    public void Return(int lease)
    {
        if (Interlocked.CompareExchange(ref _lease, lease + 1, lease) == lease)
            pool?.Return(this);
    }
}
