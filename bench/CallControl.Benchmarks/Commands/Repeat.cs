namespace CallControl.Benchmarks;

/// <summary>Runs commands one after the other.</summary>
internal static class Repeat
{
    public static async Task RunAsync(int count, Func<Task> command)
    {
        for (var i = 0; i < count; i++)
            await command();
    }
}
