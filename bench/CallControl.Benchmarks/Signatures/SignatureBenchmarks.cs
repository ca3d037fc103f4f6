using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>The signature of a webhook, beside OpenSSL, which must be there.</summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private SignedWebhook _webhook = null!;

    [GlobalSetup]
    public void Set() => _webhook = new SignedWebhook();

    [GlobalCleanup]
    public void Clean() => _webhook.Dispose();

    [Benchmark(Baseline = true)]
    public bool OpenSsl() => _webhook.RawVerify();

    [Benchmark]
    public bool Verify() => _webhook.Verify();
}
