using System.Buffers;

namespace CallControl.Callr;

/// <summary>Which keys the caller pressed.</summary>
public sealed record ReadResult : RealTimeResult
{
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789ABCD*#");

    internal ReadResult(RealTimeRequest report)
        : base(report)
    {
    }

    /// <summary>The keys, without the <c>#</c> that ended them.</summary>
    /// <value>
    /// Null where there are none: in time-out, and where the command failed or the call ended before the first. Empty where the caller pressed <c>#</c> at once (unverified).
    /// </value>
    public string? Digits => IsTimeout || Error is not null || (IsCallOver && RawResult.Length == 0) || RawResult.AsSpan().ContainsAnyExcept(Keys) ? null : RawResult;

    /// <summary>Whether the time was over before enough keys were pressed.</summary>
    public bool IsTimeout => Answer == "TIMEOUT";
}
