namespace CallControl.Providers;

/// <summary>What became of an event that was handed in.</summary>
public enum EventReceipt
{
    /// <summary>It will be handled, in its turn.</summary>
    Accepted,

    /// <summary>It was handed in before; dropped.</summary>
    Duplicate,

    /// <summary>There is no room for it now. It was not taken, and not marked as seen: hand it in again later.</summary>
    Busy,
}
