namespace CallControl.Testing;

/// <summary>A webhook that was subscribed to at an emulated CALLR, which keeps it and sends nothing.</summary>
/// <param name="Hash">The vendor's id of it.</param>
/// <param name="Type">The kind of event.</param>
/// <param name="Endpoint">Where it would be sent. Left out of <see cref="ToString"/>.</param>
public sealed record CallrEmulatorSubscription(string Hash, string Type, Uri Endpoint)
{
    /// <summary>The hash and the kind.</summary>
    public override string ToString() => $"Subscription {Hash} to {Type}";
}
