using System.Net;
using System.Net.Sockets;
using CallControl.Media.Buffers;
using CallControl.Media.Forks;

namespace CallControl.Media;

/// <summary>
/// Receives forked calls over UDP: STREP (<c>target</c> of <c>fork_start</c>) of many calls at one address, or plain RTP (<c>rx</c> and <c>tx</c>). Tells the streams
/// apart, puts each in order, counts what is missing, and hands on the packets.
/// </summary>
/// <remarks>
/// <para>
/// Source: the page of <c>fork_start</c>, RFC 3550. The public specification of June 2024 and later no longer has <c>target</c>.
/// </para>
/// <para>
/// Behind STREP a stream is a call leg id, a leg and a direction; otherwise it is an address and port that sends, an SSRC, and the port that it comes to. Nothing is sent, and who
/// sends is not authenticated: see <see cref="ForkReceiverOptions.AllowedSources"/>.
/// </para>
/// <para>Nothing is allocated for a packet. All members may be used from any thread.</para>
/// </remarks>
public sealed class ForkReceiver : IAsyncDisposable, IForkSink
{
    // What is kept beyond a full queue, for packets that wait to be put in order.
    private const int SpareBuffers = 4096;

    private static readonly TimeSpan TickPeriod = TimeSpan.FromMilliseconds(20);

    private readonly ForkReceiverOptions _options;
    private readonly ForkDemultiplexer _streams;
    private readonly FrameQueue<MediaPacket> _queue;
    private readonly MediaBufferPool _pool;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly List<ForkSocket> _sockets = [];
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _callbackErrors;
    private int _isStopping;

    /// <summary>Binds the ports, and begins to receive.</summary>
    /// <param name="options">What it listens to; null for the defaults: any free port, all addresses.</param>
    /// <param name="time">The clock of arrivals and time-outs; null for the system's.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="PlatformNotSupportedException">Several sockets a port, and this is not Linux.</exception>
    /// <exception cref="SocketException">A port is taken, or the address is none of this machine.</exception>
    public ForkReceiver(ForkReceiverOptions? options = null, TimeProvider? time = null)
    {
        _options = options ?? new ForkReceiverOptions();
        if (ForkReceiverRules.Problem(_options) is { } problem)
            throw new ArgumentException(problem, nameof(options));

        if (_options.SocketsPerPort > 1 && !OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException($"{nameof(ForkReceiverOptions.SocketsPerPort)} above 1 needs Linux: elsewhere sockets cannot share a port evenly.");

        _time = time ?? TimeProvider.System;
        _queue = new FrameQueue<MediaPacket>(_options.OnPacket is null ? _options.QueueCapacity : 1);
        _pool = new MediaBufferPool(_options.MaxDatagramBytes + 1, _options.QueueCapacity + SpareBuffers);
        _streams = new ForkDemultiplexer(_options, _time, this, OnBusy, OnEnded);
        _timer = _time.CreateTimer(static state => ((ForkDemultiplexer)state!).Tick(), _streams, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            EndPoint = Bind(_options.Port, AudioDirection.Unknown);
            InboundEndPoint = _options.InboundPort is { } inbound ? Bind(inbound, AudioDirection.Inbound) : null;
            OutboundEndPoint = _options.OutboundPort is { } outbound ? Bind(outbound, AudioDirection.Outbound) : null;
        }
        catch
        {
            _sockets.ForEach(socket => socket.Dispose());
            _timer.Dispose();
            throw;
        }

        ReceiveBufferBytes = _sockets.Min(socket => socket.ReceiveBufferBytes);
        _sockets.ForEach(socket => socket.Start(Stop));
    }

    /// <summary>Where STREP goes to, and plain RTP of unknown direction.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Where plain RTP goes to that the vendor received (<c>rx</c>); null when it is not bound.</summary>
    public IPEndPoint? InboundEndPoint { get; }

    /// <summary>Where plain RTP goes to that the vendor sent (<c>tx</c>); null when it is not bound.</summary>
    public IPEndPoint? OutboundEndPoint { get; }

    /// <summary>How much the kernel keeps for a socket, in bytes, as it says: Linux says twice what it was asked for, and grants no more than its <c>net.core.rmem_max</c>.</summary>
    public int ReceiveBufferBytes { get; }

    /// <summary>The streams that there are now.</summary>
    public IReadOnlyList<ForkStream> Streams => _streams.Snapshot();

    /// <summary>Completes when the receiver was disposed; fails when a socket did.</summary>
    public Task Completion => _completion.Task;

    /// <summary>
    /// The counters of this moment. While packets arrive, those of different sockets may be a datagram apart from one another and from those of the streams; at rest they add up.
    /// </summary>
    public ForkReceiverStatistics Statistics => new()
    {
        Accepted = Sum(ForkOutcome.Accepted),
        Rtcp = Sum(ForkOutcome.Rtcp),
        Sip = Sum(ForkOutcome.Sip),
        T38 = Sum(ForkOutcome.T38),
        Unknown = Sum(ForkOutcome.Unknown),
        MalformedStrep = Sum(ForkOutcome.MalformedStrep),
        MalformedRtp = Sum(ForkOutcome.MalformedRtp),
        TooLong = Sum(ForkOutcome.TooLong),
        Foreign = Sum(ForkOutcome.Foreign),
        TooManyStreams = Sum(ForkOutcome.TooManyStreams),
        SocketErrors = _sockets.Sum(socket => socket.Tally.SocketErrors),
        CallbackErrors = Interlocked.Read(ref _callbackErrors),
        Streams = _streams.Count,
        StreamsEver = _streams.Ever,
    };

    /// <summary>
    /// The packets of all streams, each stream's in order, until the receiver is disposed; those that wait are still read then. A packet is good until the next is asked
    /// for. One reader at a time; who leaves and comes back goes on with what waits.
    /// </summary>
    /// <param name="cancellationToken">Gives up reading; the receiver goes on.</param>
    /// <exception cref="InvalidOperationException">The packets go to <see cref="ForkReceiverOptions.OnPacket"/>; or, as reading begins, somebody else reads.</exception>
    /// <exception cref="SocketException">As reading goes on: a socket failed, and the receiver has ended.</exception>
    public IAsyncEnumerable<MediaPacket> ReadAllAsync(CancellationToken cancellationToken = default) =>
        _options.OnPacket is null
            ? _queue.ReadAll(cancellationToken)
            : throw new InvalidOperationException($"The packets go to {nameof(ForkReceiverOptions.OnPacket)}: they cannot be read besides.");

    /// <summary>Closes the sockets, hands on what waits to be put in order, and ends the streams and the reading. Never waits for the reader.</summary>
    public async ValueTask DisposeAsync()
    {
        Stop(fault: null);
        await _disposed.Task.ConfigureAwait(false);
    }

    void IForkSink.Deliver(in MediaPacket packet)
    {
        if (_options.OnPacket is { } callback)
        {
            Guard(callback, packet);
            Return(packet);
        }
        else if (!_queue.TryAdd(packet, out var dropped))
        {
            dropped.Stream.CountDropped();
        }
    }

    private static void Return<T>(in T frame)
        where T : struct, IPooledFrame =>
        frame.Return();

    private IPEndPoint Bind(int port, AudioDirection direction)
    {
        for (var i = 0; i < _options.SocketsPerPort; i++)
        {
            var socket = new ForkSocket(_options, port, isFirst: i == 0, direction, _streams, _pool, _time);
            _sockets.Add(socket);
            port = socket.EndPoint.Port;
        }

        return _sockets[^1].EndPoint;
    }

    private void OnBusy(bool isBusy)
    {
        var period = isBusy ? TickPeriod : Timeout.InfiniteTimeSpan;
        _timer.Change(period, period);
    }

    private void OnEnded(ForkStream stream)
    {
        if (_options.OnStreamEnded is { } callback)
            Guard(callback, stream);
    }

    private void Guard<T>(Action<T> callback, in T argument)
    {
        try
        {
            callback(argument);
        }
#pragma warning disable CA1031 // The application's mistake, of any kind, must not take the other calls' media with it. It is counted, and told.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _callbackErrors);
            Report(error);
        }
    }

    private void Report(Exception error)
    {
        try
        {
            _options.OnCallbackError?.Invoke(error);
        }
#pragma warning disable CA1031 // As above; there is nobody left to tell.
        catch (Exception)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _callbackErrors);
        }
    }

    private void Stop(Exception? fault)
    {
        if (Interlocked.Exchange(ref _isStopping, 1) != 0)
            return;

        _sockets.ForEach(socket => socket.Dispose());
        _ = FinishAsync(fault);
    }

    private async Task FinishAsync(Exception? fault)
    {
        await Task.WhenAll(_sockets.Select(socket => socket.Ended)).ConfigureAwait(false);
        await _timer.DisposeAsync().ConfigureAwait(false);
        _streams.EndAll();
        _queue.Complete(fault);
        if (fault is null)
            _completion.SetResult();
        else
            _completion.SetException(fault);

        _disposed.SetResult();
    }

    private long Sum(ForkOutcome outcome) => _sockets.Sum(socket => socket.Tally[outcome]);
}
