namespace CallControl.Callr;

/// <summary>How a conference ended for the call.</summary>
public sealed record ConferenceResult : RealTimeResult
{
    internal ConferenceResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>Why the call left the room.</summary>
    /// <value>Of an empty word where the vendor does not tell: in failure, and perhaps where the call ended in the room. Unverified for <see cref="SimpleConferenceCommand"/>.</value>
    public ConferenceOutcome Outcome => new(Answer);
}
