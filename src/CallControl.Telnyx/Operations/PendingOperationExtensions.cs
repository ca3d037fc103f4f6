using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What operations of this vendor have in common.</summary>
internal static class PendingOperationExtensions
{
    /// <summary>Asks the vendor to end an operation, and takes note that its end is no natural one.</summary>
    /// <param name="pending">The operation; nothing is sent when it has ended, or its end was asked for: a second stop would reach what comes next.</param>
    /// <param name="send">Sends the command.</param>
    /// <param name="patience">How long to wait for the end, once the command was accepted.</param>
    public static async Task StopAsync(this PendingOperation pending, Func<Task> send, TimeSpan patience)
    {
        if (pending.HasEnded || pending.IsCutShort)
            return;

        pending.IsCutShort = true;
        try
        {
            await send().ConfigureAwait(false);
            pending.ExpectEndWithin(patience);
        }
        catch (CallEndedException)
        {
            // The end of the call ends the operation as well.
        }
        catch (CallControlException exception) when (exception.Effect != CommandEffect.Unknown)
        {
            pending.IsCutShort = false;
            throw;
        }
    }
}
