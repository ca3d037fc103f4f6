namespace CallControl.Providers;

/// <summary>A vendor's request that waits for an answer: see <see cref="ReplySlots{TReply}"/>.</summary>
/// <typeparam name="TReply">What the vendor is answered.</typeparam>
/// <remarks>Thread-safe.</remarks>
public sealed class ReplySlot<TReply>
    where TReply : class
{
    private readonly TaskCompletionSource<TReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ReplySlot(CallId call, long openedAt)
    {
        Call = call;
        OpenedAt = openedAt;
    }

    /// <summary>The call that the vendor asks about.</summary>
    public CallId Call { get; }

    /// <summary>Whether it was decided what the vendor is answered.</summary>
    public bool IsFilled => _reply.Task.IsCompleted;

    internal long OpenedAt { get; }

    /// <summary>Decides what the vendor is answered, unless that has been decided.</summary>
    /// <param name="reply">The answer.</param>
    /// <returns>False when the slot was filled already.</returns>
    public bool TryFill(TReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return _reply.TrySetResult(reply);
    }

    /// <summary>Waits for the answer; when nobody has decided in time, or the vendor has hung up on us, decides for the fallback.</summary>
    /// <param name="patience">How long to wait at most: less than the vendor does.</param>
    /// <param name="fallback">Makes the answer that does no harm.</param>
    /// <param name="time">Measures <paramref name="patience"/>.</param>
    /// <param name="cancellationToken">Cancelled when the vendor waits no longer.</param>
    public async Task<TReply> WaitAsync(TimeSpan patience, Func<TReply> fallback, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        try
        {
            return await _reply.Task.WaitAsync(patience, time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // A decision that came at the same time counts.
            TryFill(fallback());
            return await _reply.Task.ConfigureAwait(false);
        }
    }
}
