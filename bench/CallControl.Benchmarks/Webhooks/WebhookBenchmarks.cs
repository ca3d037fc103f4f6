using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>A webhook from bytes to the neutral event, beside the serializer alone.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WebhookBenchmarks
{
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Flat")]
    public object RawFlat() => WebhookReader.RawFlat();

    [Benchmark]
    [BenchmarkCategory("Flat")]
    public object Flat() => WebhookReader.Read(WebhookSamples.Flat);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Nested")]
    public object RawNested() => WebhookReader.RawNested();

    [Benchmark]
    [BenchmarkCategory("Nested")]
    public object Nested() => WebhookReader.Read(WebhookSamples.Nested);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("Telnyx")]
    public object RawTelnyx() => WebhookReader.RawTelnyx();

    [Benchmark]
    [BenchmarkCategory("Telnyx")]
    public object Telnyx() => WebhookReader.ReadTelnyx(WebhookSamples.Telnyx);
}
