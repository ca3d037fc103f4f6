namespace CallControl.Callr;

/// <summary>What became of calls to others.</summary>
public sealed record DialoutResult : RealTimeResult
{
    internal DialoutResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether nobody answered. Where somebody did, the call ends with the connection: <see cref="RealTimeResult.IsCallOver"/>.</summary>
    public bool IsNoAnswer => Answer == "NOANSWER";
}
