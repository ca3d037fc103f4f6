using System.Diagnostics;

namespace CallControl.Benchmarks;

/// <summary>What a comparison came to.</summary>
/// <param name="TimeRatio">The quickest round of the SDK to the quickest of the floor: what others do on the machine only ever adds.</param>
/// <param name="FloorBytes">Allocated by one operation of the floor.</param>
/// <param name="PathBytes">Allocated by one operation of the SDK.</param>
internal sealed record Measurement(double TimeRatio, double FloorBytes, double PathBytes)
{
    private const int Rounds = 21;
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(300);

    /// <summary>Measures floor and path by turns, so that a machine that is busy for a while is so for both.</summary>
    public static async Task<Measurement> TakeAsync(Comparison comparison)
    {
        var floorTime = double.MaxValue;
        var pathTime = double.MaxValue;
        var floorBytes = new double[Rounds];
        var pathBytes = new double[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            var floor = await RunAsync(comparison.Floor, comparison.Batch);
            var path = await RunAsync(comparison.Path, comparison.Batch);
            floorTime = Math.Min(floorTime, floor.Time);
            pathTime = Math.Min(pathTime, path.Time);
            floorBytes[i] = floor.Bytes;
            pathBytes[i] = path.Bytes;
        }

        return new Measurement(pathTime / floorTime, Median(floorBytes), Median(pathBytes));
    }

    /// <summary>Runs floor and path for a while, so that they are compiled for good when they are measured.</summary>
    public static async Task WarmUpAsync(Comparison comparison)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            await comparison.Floor(comparison.Batch / 10);
            await comparison.Path(comparison.Batch / 10);
        }
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
