namespace CallControl.Providers;

/// <summary>Remembers which events were handed in.</summary>
/// <remarks>The default remembers in memory, for one process. Replicas that share webhooks register one that they share. Thread-safe.</remarks>
public interface IDuplicateStore
{
    /// <summary>Remembers an event, unless it is remembered already.</summary>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="id">The event's identity.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when it is new; false when it is a duplicate.</returns>
    ValueTask<bool> TryAddAsync(string provider, CallEventId id, CancellationToken cancellationToken = default);
}
