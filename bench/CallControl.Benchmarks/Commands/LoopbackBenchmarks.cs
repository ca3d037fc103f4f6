using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>Commands over loopback, several at a time.</summary>
[MemoryDiagnoser]
public class LoopbackBenchmarks
{
    private const int Commands = 256;

    private LoopbackGateway _gateway = null!;
    private GatewayAccount _account = null!;
    private RawGateway _raw = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _gateway = await LoopbackGateway.StartAsync();
        _account = new GatewayAccount(_gateway.Address);
        _raw = new RawGateway(_gateway.Address, new SocketsHttpHandler());
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _raw.Dispose();
        await _account.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Commands)]
    public Task RawHangup() => Crowd.RunAsync(Commands, _raw.HangupAsync);

    [Benchmark(OperationsPerInvoke = Commands)]
    public Task Hangup() => Crowd.RunAsync(Commands, _account.HangupAsync);
}
