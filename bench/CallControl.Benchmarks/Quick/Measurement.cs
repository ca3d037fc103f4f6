using System.Diagnostics;

namespace CallControl.Benchmarks;

/// <summary>What a comparison came to.</summary>
/// <param name="TimeRatio">The median of the rounds' ratios.</param>
/// <param name="FloorBytes">Allocated by one operation of the floor.</param>
/// <param name="PathBytes">Allocated by one operation of the SDK.</param>
internal sealed record Measurement(double TimeRatio, double FloorBytes, double PathBytes)
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);

    /// <summary>Measures floor and path by turns, so that a machine that is busy for a while is so for both.</summary>
    public static async Task<Measurement> TakeAsync(Comparison comparison)
    {
        await WarmUpAsync(comparison.Floor, comparison.Batch);
        await WarmUpAsync(comparison.Path, comparison.Batch);
        var ratios = new double[Rounds];
        var floorBytes = new double[Rounds];
        var pathBytes = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var floor = await RunAsync(comparison.Floor, comparison.Batch);
            var path = await RunAsync(comparison.Path, comparison.Batch);
            ratios[i] = path.Time / floor.Time;
            floorBytes[i] = floor.Bytes;
            pathBytes[i] = path.Bytes;
        }

        return new Measurement(Median(ratios), Median(floorBytes), Median(pathBytes));
    }

    private static async Task WarmUpAsync(Func<int, Task> run, int batch)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
            await run(batch);
    }

    private static async Task<(double Time, double Bytes)> RunAsync(Func<int, Task> run, int batch)
    {
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var start = Stopwatch.GetTimestamp();
        await run(batch);
        var time = Stopwatch.GetElapsedTime(start);
        return (time.TotalSeconds / batch, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)batch);
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}
