namespace CallControl.Callr;

/// <summary>What became of tones.</summary>
public sealed record SendDtmfResult : RealTimeResult
{
    internal SendDtmfResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether they were sent.</summary>
    public bool IsSent => Answer == "0";
}
