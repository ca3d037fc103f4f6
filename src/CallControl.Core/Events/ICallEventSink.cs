namespace CallControl.Providers;

/// <summary>Takes the events of all calls: the way into the event hub.</summary>
/// <remarks>
/// The seam between those who receive events (webhook endpoints, a message broker's consumer) and the one process that owns the call. The
/// default is this process's hub; a registration of another sink sends events elsewhere, and nothing behind the hub notices. Thread-safe.
/// </remarks>
public interface ICallEventSink
{
    /// <summary>Hands an event in. Returns once it is safe here, before it was handled.</summary>
    /// <param name="callEvent">The event.</param>
    /// <param name="cancellationToken">Gives up; the event may have been taken.</param>
    ValueTask<EventReceipt> AcceptAsync(CallEvent callEvent, CancellationToken cancellationToken = default);
}
