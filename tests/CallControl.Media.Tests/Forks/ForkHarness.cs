using System.Net;
using CallControl.Media.Buffers;
using CallControl.Media.Forks;
using CallControl.Testing;

namespace CallControl.Media.Tests.Forks;

/// <summary>A receiver without sockets, on manual time: datagrams go in, packets are copied as they come out.</summary>
internal sealed class ForkHarness : IForkSink, IDisposable
{
    public const string Sender = "192.0.2.1:4000";

    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(20);

    private readonly MediaBufferPool _pool = new(4096, 4096);
    private readonly ITimer _timer;
    private MediaBuffer _buffer;

    public ForkHarness(ForkReceiverOptions? options = null)
    {
        Streams = new ForkDemultiplexer(options ?? new ForkReceiverOptions(), Time, this, IsBusy.Add, Ended.Add);
        _buffer = _pool.Rent(0);
        _timer = Time.CreateTimer(_ => Streams.Tick(), null, TickPeriod, TickPeriod);
    }

    public ManualTimeProvider Time { get; } = new();

    public ForkDemultiplexer Streams { get; }

    public ForkTally Tally { get; } = new();

    public List<Packet> Packets { get; } = [];

    public List<bool> IsBusy { get; } = [];

    public List<ForkStream> Ended { get; } = [];

    public ForkStream Only => Streams.Snapshot().Should().ContainSingle().Which;

    /// <summary>Called for each packet before it is copied.</summary>
    public Action<MediaPacket>? OnPacket { get; set; }

    public IEnumerable<int> SequenceNumbers => Packets.Select(packet => (int)packet.SequenceNumber);

    public void Receive(byte[] datagram, string sender = Sender, AudioDirection port = AudioDirection.Unknown) =>
        Receive(datagram.AsSpan(), SourceOf(sender), port);

    public void Receive(ReadOnlySpan<byte> datagram, in ForkSource source, AudioDirection port)
    {
        datagram.CopyTo(_buffer.Bytes);
        if (Streams.Receive(_buffer, datagram.Length, source, port, Time.GetTimestamp(), Tally))
            _buffer = _pool.Rent(0);
    }

    /// <summary>Sends RTP of the only stream: the timestamp goes on by 160 for each number.</summary>
    public void Rtp(params int[] sequenceNumbers)
    {
        foreach (var number in sequenceNumbers)
            Receive(new RtpBytes { SequenceNumber = number, Timestamp = number * 160L, Ssrc = 7, Payload = [(byte)number] }.Encode());
    }

    public void Advance(int milliseconds) => Time.Advance(TimeSpan.FromMilliseconds(milliseconds));

    public static ForkSource SourceOf(string sender)
    {
        var endPoint = IPEndPoint.Parse(sender);
        return new ForkSource(ForkSource.NumberOf(endPoint.Address), 0, (ushort)endPoint.Port);
    }

    public void Dispose() => _timer.Dispose();

    void IForkSink.Deliver(in MediaPacket packet)
    {
        OnPacket?.Invoke(packet);
        Packets.Add(new Packet(
            packet.Stream, packet.SequenceNumber, packet.ExtendedSequenceNumber, packet.Position, packet.ClockRate, packet.LostBefore, packet.Ssrc, packet.Payload.ToArray(), packet.Datagram.ToArray()));
        Return(packet);
    }

    private static void Return<T>(T frame)
        where T : struct, IPooledFrame =>
        frame.Return();

    internal sealed record Packet(
        ForkStream Stream, ushort SequenceNumber, long Number, long Position, int ClockRate, long LostBefore, uint Ssrc, byte[] Payload, byte[] Datagram);
}
