namespace CallControl;

/// <summary>Input was collected, or was not in time.</summary>
public sealed record GatherEnded : CallEvent
{
    /// <summary>What was entered.</summary>
    public required GatherResult Result { get; init; }
}
