namespace CallControl;

/// <summary>A fork ended.</summary>
public sealed record ForkStopped : CallEvent
{
    /// <summary>What is known of it.</summary>
    public ForkResult Result { get; init; } = new();
}
