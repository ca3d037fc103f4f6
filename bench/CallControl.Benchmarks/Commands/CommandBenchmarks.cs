using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>A command through <see cref="ICallControl"/> without a network, beside the same bytes written by hand.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class CommandBenchmarks
{
    private static readonly Uri Nowhere = new("https://gateway.example.com/");

    private GatewayAccount _account = null!;
    private RawGateway _raw = null!;

    [GlobalSetup]
    public void Setup()
    {
        _account = new GatewayAccount(Nowhere, new CannedGateway());
        _raw = new RawGateway(Nowhere, new CannedGateway());
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _raw.Dispose();
        await _account.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Hangup")]
    public Task RawHangup() => _raw.HangupAsync();

    [Benchmark]
    [BenchmarkCategory("Hangup")]
    public Task Hangup() => _account.HangupAsync();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Playback")]
    public Task RawPlayback() => _raw.PlayAsync();

    [Benchmark]
    [BenchmarkCategory("Playback")]
    public Task PlaybackAndItsEnd() => _account.PlayAsync();
}
