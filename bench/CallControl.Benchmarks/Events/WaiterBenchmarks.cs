using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>An event to the operation that waits for it, among few and among many.</summary>
[MemoryDiagnoser]
public class WaiterBenchmarks
{
    private GatewayAccount _fewAccount = null!;
    private GatewayAccount _manyAccount = null!;
    private WaitingCalls _few = null!;
    private WaitingCalls _many = null!;

    [GlobalSetup]
    public void Setup()
    {
        var nowhere = new Uri("https://gateway.example.com/");
        _fewAccount = new GatewayAccount(nowhere, eventBacklog: WaitingCalls.EventBacklog);
        _manyAccount = new GatewayAccount(nowhere, eventBacklog: WaitingCalls.EventBacklog);
        _few = new WaitingCalls(_fewAccount.Hub, 10);
        _many = new WaitingCalls(_manyAccount.Hub, 10_000);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _fewAccount.DisposeAsync();
        await _manyAccount.DisposeAsync();
    }

    [Benchmark(Baseline = true)]
    public Task OneOfTen() => _few.EndAnyAsync();

    [Benchmark]
    public Task OneOfTenAmongTenThousand() => _many.EndOneOfTenAsync();

    [Benchmark]
    public Task AnyOfTenThousand() => _many.EndAnyAsync();
}
