namespace CallControl.Media.Tests;

/// <summary>Waits for what only a counter tells, such as one of the kernel.</summary>
internal static class Poll
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Comes back when the condition holds, or after 20 seconds: the caller asserts.</summary>
    public static async Task UntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Period);
        var start = TimeProvider.System.GetTimestamp();
        while (!condition() && TimeProvider.System.GetElapsedTime(start) < Patience)
            await timer.WaitForNextTickAsync(cancellationToken);
    }
}
