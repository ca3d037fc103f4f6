namespace CallControl.Core.Tests;

internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The task, or a failed test in its place where it does not come about.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>Lets others run until a condition holds, for so long.</summary>
    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (!condition())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (patience.IsCancellationRequested)
                throw new TimeoutException("The condition did not come to hold.");

            await Task.Yield();
        }
    }
}
