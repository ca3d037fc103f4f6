namespace CallControl.Testing.Tests;

/// <summary>Ends waits that will never end, so that a defect fails its test instead of hanging the run.</summary>
internal static class Deadline
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>The running test's token, cancelled after twenty seconds of real time at the latest.</summary>
    public static CancellationToken Token => CancellationTokenSource.CreateLinkedTokenSource(
        TestContext.Current.CancellationToken, new CancellationTokenSource(Limit, TimeProvider.System).Token).Token;
}
