using System.Net;

namespace CallControl.Media;

/// <summary>What a <see cref="ForkReceiver"/> listens to, and how much it keeps.</summary>
public sealed record ForkReceiverOptions
{
    /// <summary>The local address.</summary>
    /// <value>The default is <see cref="IPAddress.Any"/>. <see cref="IPAddress.IPv6Any"/> takes IPv4 too.</value>
    public IPAddress Address { get; init; } = IPAddress.Any;

    /// <summary>The port for STREP (<c>target</c> of <c>fork_start</c>), and for plain RTP of unknown direction.</summary>
    /// <value>0 to 65535; the default, 0, is any that is free.</value>
    public int Port { get; init; }

    /// <summary>The port for plain RTP that the vendor received from the far end (<c>rx</c> of <c>fork_start</c>).</summary>
    /// <value>0 to 65535, 0 is any that is free; null, the default, for none.</value>
    public int? InboundPort { get; init; }

    /// <summary>The port for plain RTP that the vendor sent to the far end (<c>tx</c> of <c>fork_start</c>).</summary>
    /// <value>0 to 65535, 0 is any that is free; null, the default, for none.</value>
    public int? OutboundPort { get; init; }

    /// <summary>
    /// How many sockets share each port, each with a thread and a kernel buffer of its own. The kernel spreads senders, by address and port, over them: it helps with
    /// many senders, not with one.
    /// </summary>
    /// <value>1 to 64; the default is 1. More than one is for Linux only.</value>
    public int SocketsPerPort { get; init; } = 1;

    /// <summary>How much the kernel is asked to keep for each socket, in bytes. What it grants is <see cref="ForkReceiver.ReceiveBufferBytes"/>.</summary>
    /// <value>4,096 to 1,073,741,824; the default is 4,194,304.</value>
    public int ReceiveBufferBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>The longest datagram that is taken, in bytes; longer ones are counted and dropped.</summary>
    /// <value>64 to 65,535; the default is 2,048.</value>
    public int MaxDatagramBytes { get; init; } = 2048;

    /// <summary>
    /// How many packets of a stream, the missing one included, can wait to be put in order. All streams together hold no more than <see cref="QueueCapacity"/> + 4,096: beyond
    /// it a stream gives up what is missing, and hands on what it holds.
    /// </summary>
    /// <value>1 (no order is made) to 128; the default is 16.</value>
    public int ReorderWindow { get; init; } = 16;

    /// <summary>
    /// How long a packet waits for a missing one before it; so does a stream's first, for one that may belong before it. It is looked after about every 20 ms.
    /// </summary>
    /// <value>0 to 10 seconds; the default is 100 ms.</value>
    public TimeSpan ReorderDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// How many packets wait for the reader. One queue serves all streams: when it is full, the oldest packet of any stream makes room for one more, and is counted as dropped.
    /// </summary>
    /// <remarks>
    /// The default is 160 ms of 2,000 streams with 50 packets a second. A packet that waits, here or to be put in order, has a whole buffer of
    /// <see cref="MaxDatagramBytes"/>, however short it is; buffers are made as they are needed, and kept.
    /// </remarks>
    /// <value>1 to 1,048,576; the default is 16,384.</value>
    public int QueueCapacity { get; init; } = 16_384;

    /// <summary>
    /// How many streams there may be at once. When there are so many, the oldest that is a single packet ends and makes room for a new one; when there is none, packets of
    /// more streams are counted and dropped.
    /// </summary>
    /// <value>1 to 1,000,000; the default is 10,000.</value>
    public int MaxStreams { get; init; } = 10_000;

    /// <summary>How long a stream lives without a packet; one that is a single packet, which anybody may have sent, no longer than 2 seconds.</summary>
    /// <value>100 ms to 1 day; the default is 30 seconds.</value>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The RTP clock, in Hz, of the dynamic payload types 96 to 127 (RFC 3551, section 3): 1 to 1,000,000. It is asked once for each when the receiver is made. The
    /// static types have the clocks of RFC 3551, section 6.
    /// </summary>
    /// <value>null, the default: 8000 for all of them.</value>
    public Func<byte, int>? ClockRateOf { get; init; }

    /// <summary>The networks whose datagrams are taken; others are counted and dropped.</summary>
    /// <value>The default is empty: all. A port that the world can reach should name the vendor's.</value>
    public IReadOnlyList<IPNetwork> AllowedSources { get; init; } = [];

    /// <summary>
    /// Takes the packets in place of <see cref="ForkReceiver.ReadAllAsync"/>: one call at a time for a stream, on the thread that received the packet, or on that which
    /// gave up waiting for another. The packet is good until the call returns. It holds up what comes after it, so it must not wait, least of all for the receiver's
    /// end. What it throws goes to <see cref="OnCallbackError"/> and does no harm.
    /// </summary>
    public Action<MediaPacket>? OnPacket { get; init; }

    /// <summary>
    /// Hears of each stream that ends, idle or with the receiver, after its last packet was handed on. What it throws goes to <see cref="OnCallbackError"/>.
    /// </summary>
    public Action<ForkStream>? OnStreamEnded { get; init; }

    /// <summary>
    /// Hears what <see cref="OnPacket"/> or <see cref="OnStreamEnded"/> threw, on the thread that called it, maybe on several at once. Each is counted as
    /// <see cref="ForkReceiverStatistics.CallbackErrors"/>, whether somebody hears it or not. What this throws itself is only counted there.
    /// </summary>
    /// <value>The default is null.</value>
    public Action<Exception>? OnCallbackError { get; init; }
}
