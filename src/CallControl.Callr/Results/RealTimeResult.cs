namespace CallControl.Callr;

/// <summary>What became of a command.</summary>
public abstract record RealTimeResult
{
    private protected RealTimeResult(RealTimeRequest report)
    {
        ArgumentNullException.ThrowIfNull(report);
        RawResult = report.CommandResult;
        Error = report.CommandError.Length == 0 ? null : report.CommandError;
        IsCallOver = report.IsTerminal;
    }

    /// <summary>The vendor's <c>command_result</c>, as text; empty when there is none.</summary>
    public string RawResult { get; }

    /// <summary>The vendor's <c>command_error</c>: why the command failed; null when it did not. The vendor publishes no list of them.</summary>
    public string? Error { get; }

    /// <summary>Whether the call ended during the command; unverified: whether the vendor fills in the result then.</summary>
    public bool IsCallOver { get; }

    /// <summary>The result as far as it counts: empty where the command failed.</summary>
    private protected string Answer => Error is null ? RawResult : "";

    /// <summary>The kind only: what a caller entered may be a PIN.</summary>
    public sealed override string ToString() => GetType().Name;
}
