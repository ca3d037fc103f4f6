namespace CallControl.Callr;

/// <summary>What became of a hang-up.</summary>
/// <remarks>The vendor documents no result: that the call has ended is told by its next request.</remarks>
public sealed record HangupResult : RealTimeResult
{
    internal HangupResult(RealTimeRequest report)
        : base(report)
    {
    }
}
