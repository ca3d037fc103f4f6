using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Commands to something that goes on.</summary>
internal static class Steering
{
    /// <summary>Sends one, unless the operation has ended.</summary>
    /// <remarks>
    /// The vendor answers 404 for a call that is gone, and perhaps for an operation that has just ended: neither is a fault of who steers it, and a call that lives must not be
    /// taken for one that is over. Unverified: what it answers for the latter.
    /// </remarks>
    /// <param name="pending">The operation.</param>
    /// <param name="send">Sends the command.</param>
    /// <param name="patience">How long to wait for the end of the operation from then on; null leaves that as it is.</param>
    /// <param name="grace">How long to wait for it where it is over already.</param>
    /// <param name="cancellationToken">Handed to <paramref name="send"/>.</param>
    public static async Task SteerAsync(
        this PendingOperation pending, Func<CancellationToken, Task> send, TimeSpan? patience, TimeSpan grace, CancellationToken cancellationToken)
    {
        if (pending.HasEnded)
            return;

        try
        {
            await send(cancellationToken).ConfigureAwait(false);
            if (patience is { } longest)
                pending.ExpectEndWithin(longest);
        }
        catch (CallEndedException)
        {
            pending.ExpectEndWithin(grace);
        }
    }
}
