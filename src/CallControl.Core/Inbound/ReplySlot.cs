using System.Diagnostics.CodeAnalysis;

namespace CallControl.Providers;

/// <summary>A vendor's request that waits for an answer: see <see cref="ReplySlots{TReply}"/>.</summary>
/// <typeparam name="TReply">What the vendor is answered.</typeparam>
/// <remarks>Thread-safe.</remarks>
public sealed class ReplySlot<TReply>
    where TReply : class
{
    private readonly TaskCompletionSource<TReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly TimeSpan _patience;
    private volatile TReply? _fallback;

    /// <summary>Opens a slot by itself, for who keeps slots in a way of his own.</summary>
    /// <param name="call">The call that the vendor asks about.</param>
    /// <param name="patience">How long it waits: less than the vendor does.</param>
    /// <param name="time">By which it waits.</param>
    public ReplySlot(CallId call, TimeSpan patience, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        Call = call;
        OpenedAt = time.GetTimestamp();
        _patience = patience;
        _time = time;
    }

    /// <summary>The call that the vendor asks about.</summary>
    public CallId Call { get; }

    /// <summary>Whether it can be decided what the vendor is answered: nobody has, and the time for it is not over.</summary>
    public bool IsOpen => !_reply.Task.IsCompleted && Remaining > TimeSpan.Zero;

    /// <summary>Whether nobody decided in time, so that the vendor was given the fallback.</summary>
    public bool IsGivenUp => _reply.Task.IsCompletedSuccessfully && ReferenceEquals(_reply.Task.Result, _fallback);

    internal long OpenedAt { get; }

    // What is left of the vendor's patience, which began when it asked first.
    private TimeSpan Remaining => _patience - _time.GetElapsedTime(OpenedAt);

    /// <summary>Decides what the vendor is answered, unless that has been decided or the time for it is over.</summary>
    /// <param name="reply">The answer.</param>
    /// <returns>False when it was too late.</returns>
    public bool TryFill(TReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return Remaining > TimeSpan.Zero && _reply.TrySetResult(reply);
    }

    /// <summary>What was decided, if anything was.</summary>
    /// <param name="reply">The answer; null while nobody has decided.</param>
    public bool TryGetReply([NotNullWhen(true)] out TReply? reply)
    {
        reply = _reply.Task.IsCompletedSuccessfully ? _reply.Task.Result : null;
        return reply is not null;
    }

    /// <summary>Waits for the answer; when nobody has decided in time, decides for the fallback.</summary>
    /// <param name="fallback">Makes the answer that does no harm. Called only where it is needed.</param>
    /// <param name="cancellationToken">Cancelled when the vendor waits no longer for this request; it may ask again.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; the slot stays as it is.</exception>
    public async Task<TReply> WaitAsync(Func<TReply> fallback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fallback);
        try
        {
            var remaining = Remaining;
            return await _reply.Task.WaitAsync(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A decision that came at the same time counts.
            if (!_reply.Task.IsCompleted)
            {
                // Told before it is decided: whoever finds it decided is to know by whom.
                var instead = fallback();
                _fallback = instead;
                _reply.TrySetResult(instead);
            }

            return await _reply.Task.ConfigureAwait(false);
        }
    }
}
