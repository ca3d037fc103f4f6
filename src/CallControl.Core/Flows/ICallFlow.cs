namespace CallControl;

/// <summary>What happens on an inbound call, from beginning to end.</summary>
/// <remarks>
/// Registered with <c>AddFlow</c>. Every call gets an instance of its own, from a dependency injection scope of its own. When the caller
/// hangs up, whatever the flow waits for ends with <see cref="CallEndedException"/> or is cancelled; both may leave <see cref="RunAsync"/>
/// and are no error. Any other exception is logged, and the call is hung up. A flow that returns leaves the call as it is, where that is possible:
/// at CALLR, whose calls live on commands, one that gets none any more is hung up.
/// </remarks>
public interface ICallFlow
{
    /// <summary>Conducts the call.</summary>
    /// <param name="call">The call, ringing, not answered yet.</param>
    /// <param name="callEnded">Cancelled when the call has ended, or the process stops.</param>
    Task RunAsync(Call call, CancellationToken callEnded);
}
