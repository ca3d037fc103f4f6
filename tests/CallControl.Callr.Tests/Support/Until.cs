namespace CallControl.Callr.Tests;

internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The task, or a failed test in its place where it does not come about.</summary>
    public static Task Soon(this Task task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="Soon(Task)"/>
    public static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);
}
