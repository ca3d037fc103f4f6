namespace CallControl.Media.Forks;

/// <summary>What the streams of a receiver share.</summary>
internal sealed record ForkStreamContext(TimeProvider Time, IForkSink Sink, ClockRates ClockRates, int ReorderWindow, HeldPackets Held);
