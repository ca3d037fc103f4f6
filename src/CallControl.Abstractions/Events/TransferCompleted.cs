namespace CallControl;

/// <summary>The call was sent on.</summary>
public sealed record TransferCompleted : CallEvent
{
    /// <summary>What is known of it.</summary>
    public TransferResult Result { get; init; } = new();
}
