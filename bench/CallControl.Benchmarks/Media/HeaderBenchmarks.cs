using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>The headers of forked audio, beside reads that check nothing.</summary>
[MemoryDiagnoser]
public class HeaderBenchmarks
{
    private const int Reads = 10_000;

    private readonly HeaderReads _reads = new();

    [Benchmark(OperationsPerInvoke = Reads)]
    public long StrepUnchecked() => _reads.ReadStrepUnchecked(Reads);

    [Benchmark(OperationsPerInvoke = Reads)]
    public long Strep() => _reads.ReadStrep(Reads);

    [Benchmark(OperationsPerInvoke = Reads)]
    public long RtpUnchecked() => _reads.ReadRtpUnchecked(Reads);

    [Benchmark(OperationsPerInvoke = Reads)]
    public long Rtp() => _reads.ReadRtp(Reads);

    [Benchmark(OperationsPerInvoke = Reads)]
    public long FullRtpUnchecked() => _reads.ReadFullRtpUnchecked(Reads);

    [Benchmark(OperationsPerInvoke = Reads)]
    public long FullRtp() => _reads.ReadFullRtp(Reads);
}
