namespace CallControl.Core.Tests;

internal static class Until
{
    /// <summary>Lets others run until a condition holds; the test's own time limit ends it.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested)
                throw new TimeoutException("The condition did not come to hold.");

            await Task.Yield();
        }
    }
}
