namespace CallControl.Callr;

/// <summary>The end of a wait.</summary>
public sealed record WaitResult : RealTimeResult
{
    internal WaitResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether the time has passed.</summary>
    public bool IsDone => Answer == "0";
}
