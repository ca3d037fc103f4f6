namespace CallControl;

/// <summary>A call that was sent on.</summary>
public sealed record TransferResult
{
    /// <summary>The new leg to the destination; null where the provider does not name it.</summary>
    public CallId? NewCall { get; init; }
}
