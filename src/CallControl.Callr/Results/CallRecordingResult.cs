namespace CallControl.Callr;

/// <summary>A recording of a whole call.</summary>
public sealed record CallRecordingResult : RealTimeResult
{
    internal CallRecordingResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>The recording's hash.</summary>
    /// <value>Null where there is none.</value>
    public string? RecordingHash => Answer.Length == 0 ? null : Answer;
}
