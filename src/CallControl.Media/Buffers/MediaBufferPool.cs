namespace CallControl.Media.Buffers;

/// <summary>Buffers of one size, made when needed and kept when given back.</summary>
/// <param name="length">The size of a buffer.</param>
/// <param name="kept">How many are kept at most, besides the one that was given back last.</param>
internal sealed class MediaBufferPool(int length, int kept)
{
    private readonly Lock _gate = new();
    private MediaBuffer[] _free = new MediaBuffer[Math.Min(kept, 16)];
    private int _count;

    // The one given back last, at hand without the lock: often it is the next that is asked for.
    private MediaBuffer? _last;

    /// <summary>A buffer of at least so many bytes; one too large for the pool is made for this once.</summary>
    public MediaBuffer Rent(int atLeast)
    {
        if (atLeast > length)
            return new MediaBuffer(pool: null, atLeast);

        if (Interlocked.Exchange(ref _last, null) is { } last)
            return last;

        lock (_gate)
        {
            if (_count > 0)
                return _free[--_count];
        }

        return new MediaBuffer(this, length);
    }

    public void Return(MediaBuffer buffer)
    {
        if (Interlocked.CompareExchange(ref _last, buffer, null) is null)
            return;

        lock (_gate)
        {
            if (_count == _free.Length && _count < kept)
                Array.Resize(ref _free, Math.Min(kept, 2 * _count));

            if (_count < _free.Length)
                _free[_count++] = buffer;
        }
    }
}
