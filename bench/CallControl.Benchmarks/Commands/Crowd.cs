namespace CallControl.Benchmarks;

/// <summary>Runs commands several at a time.</summary>
internal static class Crowd
{
    private const int Workers = 8;

    public static Task RunAsync(int count, Func<Task> command)
    {
        var workers = new Task[Workers];
        for (var i = 0; i < Workers; i++)
            workers[i] = Task.Run(() => Repeat.RunAsync(count / Workers, command));

        return Task.WhenAll(workers);
    }
}
