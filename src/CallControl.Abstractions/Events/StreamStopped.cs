namespace CallControl;

/// <summary>A stream ended.</summary>
public sealed record StreamStopped : CallEvent
{
    /// <summary>What is known of it.</summary>
    public StreamResult Result { get; init; } = new();
}
