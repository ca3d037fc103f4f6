namespace CallControl;

/// <summary>Sees every event of every call, also those that no flow waits for: room events, events of an ended call, unknown ones.</summary>
/// <remarks>
/// Registered with <c>AddEventObserver</c>. Called for one event of a call at a time and in order; for different calls at the same time. The
/// next event of the call waits for it, so it should be quick. An exception is logged and changes nothing else.
/// </remarks>
public interface ICallEventObserver
{
    /// <summary>Looks at an event, after operations and flows were told.</summary>
    /// <param name="callEvent">The event.</param>
    /// <param name="cancellationToken">Cancelled when the process stops.</param>
    ValueTask HandleAsync(CallEvent callEvent, CancellationToken cancellationToken);
}
