namespace CallControl.Providers;

/// <summary>Asks the vendor to end an operation, once: a second stop would reach what comes next.</summary>
/// <remarks>Thread-safe. Whoever stops while a stop is under way waits for that one. One that failed, or of which no answer came, can be sent again.</remarks>
/// <param name="pending">The operation.</param>
/// <param name="patience">How long to wait for the end, once the command was accepted.</param>
public sealed class OperationStop(PendingOperation pending, TimeSpan patience)
{
    private readonly Lock _gate = new();
    private Task? _sent;

    /// <summary>Sends the command, unless the operation has ended or one was sent.</summary>
    /// <param name="send">Sends it; the same command each time, so that the vendor knows a repetition. Not called by two at once.</param>
    /// <param name="cancellationToken">Handed to <paramref name="send"/>.</param>
    public Task SendAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        lock (_gate)
        {
            if (pending.HasEnded)
                return Task.CompletedTask;

            return _sent is null or { IsFaulted: true } or { IsCanceled: true } ? _sent = SendOnceAsync(send, cancellationToken) : _sent;
        }
    }

    private async Task SendOnceAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        var wasCutShort = pending.IsCutShort;
        pending.IsCutShort = true;
        try
        {
            await send(cancellationToken).ConfigureAwait(false);
            pending.ExpectEndWithin(patience);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the operation as well; where it is not told, nothing else will.
            pending.ExpectEndWithin(patience);
        }
        catch (CallControlException) when (pending.HasEnded)
        {
            // It ended by itself while the command was on its way.
        }
        catch (CallControlException exception) when (exception.Effect != CommandEffect.Unknown)
        {
            pending.IsCutShort = wasCutShort;
            throw;
        }
    }
}
