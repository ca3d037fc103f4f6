namespace CallControl.Callr;

/// <summary>Whether the other party talked while something was played.</summary>
public sealed record TalkDetectResult : RealTimeResult
{
    internal TalkDetectResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether talk was heard, and the playback stopped.</summary>
    /// <value>False where it was played to its end, and where it failed.</value>
    public bool IsTalk => Answer == "TALK";
}
