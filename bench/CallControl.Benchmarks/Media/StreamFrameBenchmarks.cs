using BenchmarkDotNet.Attributes;

namespace CallControl.Benchmarks;

/// <summary>Media stream messages with 20 ms of G.711, beside their base64 alone.</summary>
[MemoryDiagnoser]
public class StreamFrameBenchmarks
{
    private const int Frames = 10_000;

    private readonly StreamFrames _telnyx = StreamFrames.Telnyx();
    private readonly StreamFrames _signalWire = StreamFrames.SignalWire();

    [Benchmark(OperationsPerInvoke = Frames)]
    public long Decode() => _telnyx.Decode(Frames);

    [Benchmark(OperationsPerInvoke = Frames)]
    public long ReadTelnyx() => _telnyx.Read(Frames);

    [Benchmark(OperationsPerInvoke = Frames)]
    public long ReadSignalWire() => _signalWire.Read(Frames);

    [Benchmark(OperationsPerInvoke = Frames)]
    public long Encode() => _telnyx.Encode(Frames);

    [Benchmark(OperationsPerInvoke = Frames)]
    public long WriteTelnyx() => _telnyx.Write(Frames);

    [Benchmark(OperationsPerInvoke = Frames)]
    public long WriteSignalWire() => _signalWire.Write(Frames);
}
