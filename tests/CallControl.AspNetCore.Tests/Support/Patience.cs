namespace CallControl.AspNetCore.Tests;

/// <summary>Bounds every wait for what another thread does.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    public static Task<T> For<T>(Task<T> task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    public static Task For(Task task) => task.WaitAsync(Limit, TestContext.Current.CancellationToken);

    /// <summary>Lets others run until a condition holds.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (limit.IsCancellationRequested)
                throw new TimeoutException("The condition did not come to hold.");

            await Task.Yield();
        }
    }
}
