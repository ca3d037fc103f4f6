namespace CallControl.Callr;

/// <summary>What became of something that was to be played.</summary>
/// <remarks>The vendor tells of a failure by the result <c>1</c>, not by an error.</remarks>
public sealed record PlayResult : RealTimeResult
{
    internal PlayResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Whether it was played to its end.</summary>
    public bool IsPlayed => Answer == "0";
}
