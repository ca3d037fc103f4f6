namespace CallControl.Callr;

/// <summary>Whether the other party fell silent.</summary>
public sealed record WaitForSilenceResult : RealTimeResult
{
    internal WaitForSilenceResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether there was silence.</summary>
    public bool IsSilence => Answer == "SILENCE";

    /// <summary>Whether the time was over first.</summary>
    public bool IsTimeout => Answer == "TIMEOUT";
}
