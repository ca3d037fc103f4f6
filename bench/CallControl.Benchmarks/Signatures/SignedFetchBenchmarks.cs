using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>The signature of a request for a document, beside one HMAC of the framework.</summary>
[MemoryDiagnoser]
public class SignedFetchBenchmarks
{
    private readonly SignedFetch _fetch = new();

    [Benchmark(Baseline = true)]
    public bool Hmac() => _fetch.RawVerify();

    [Benchmark]
    public bool Verify() => _fetch.Verify();
}
