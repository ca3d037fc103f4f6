namespace CallControl.Callr;

/// <summary>What a report says of its command.</summary>
internal static class ReportExtensions
{
    // Commands that play tell a failure as their result, not as an error.
    private const string PlaybackFailed = "1";

    public static bool HasFailed(this RealTimeRequest report) =>
        report.CommandError.Length > 0
        || (report is { Command: RealTimeCommandNames.Play or RealTimeCommandNames.PlayRecord or RealTimeCommandNames.PlayWavData, CommandResult: PlaybackFailed });

    public static OperationFailure ToFailure(this RealTimeRequest report) => report.CommandError.Length > 0
        ? new OperationFailure { Message = $"The vendor could not carry out '{report.Command}'.", Code = report.CommandError }
        : new OperationFailure { Message = "The audio could not be played." };
}
