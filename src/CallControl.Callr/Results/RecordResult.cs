namespace CallControl.Callr;

/// <summary>What the caller said.</summary>
public sealed record RecordResult : RealTimeResult
{
    internal RecordResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>The recording's temporary file, for <see cref="PlayRecordCommand"/>.</summary>
    /// <value>Null where there is none. Unverified: how long the vendor keeps it.</value>
    public string? MediaFile => Answer.Length == 0 ? null : Answer;
}
