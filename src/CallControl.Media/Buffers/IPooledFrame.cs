namespace CallControl.Media.Buffers;

/// <summary>Something whose bytes lie in a buffer that goes back to its pool.</summary>
internal interface IPooledFrame
{
    /// <summary>Gives the buffer back; again, it does nothing.</summary>
    void Return();
}
