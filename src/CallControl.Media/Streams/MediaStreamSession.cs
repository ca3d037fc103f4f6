using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Threading.Channels;

namespace CallControl.Media;

/// <summary>A call's audio over a vendor's WebSocket: what comes, in order, and what is sent, at the pace at which it is played.</summary>
/// <remarks>
/// <para>
/// Whatever happens, the session ends, and says how (<see cref="Completion"/>): the vendor stops the stream, the connection breaks, a message breaks the protocol. Reading ends then, marks
/// complete as <see cref="MarkOutcome.Ended"/>, and sending throws <see cref="MediaStreamException"/>.
/// </para>
/// <para>Memory is bounded by the options, whatever the peer sends. Thread-safe; of each kind of reading there is one reader at a time, and pieces of audio are sent one after another.</para>
/// </remarks>
public sealed class MediaStreamSession : IAsyncDisposable
{
    private const int MessageCapacity = 64;
    private const int MaxBytesAfterEnd = 1 << 20;
    private const int MaxCloseBytes = 123;
    private const int MaxReasonLength = 100;

    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789ABCD*#");
    // Refuses half a character, as the WebSocket does.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly MediaStreamProtocol _protocol;
    private readonly MediaStreamOptions _options;
    private readonly TimeProvider _time;
    private readonly MessageReceiver _receiver;
    private readonly MessageSender _sender;
    private readonly PendingMarks _marks = new();
    private readonly InboundAudio _inbound;
    private readonly Channel<MediaStreamMessage> _messages;
    private readonly TaskCompletionSource<MediaStreamEnd> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _abort = new();
    private readonly ITimer _abortTimer;
    private OutboundPacer? _pacer;
    private MediaStreamEnd? _closing;
    private MediaStreamEnd? _broken;
    private long _messagesDropped;
    private long _errors;

    private MediaStreamSession(WebSocket socket, MediaStreamProtocol protocol, MediaStreamOptions options, TimeProvider time)
    {
        (_socket, _protocol, _options, _time) = (socket, protocol, options, time);
        _receiver = new MessageReceiver(socket, options.MaxMessageBytes);
        _sender = new MessageSender(socket);
        _inbound = new InboundAudio(options, time);
        _abortTimer = time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), _abort, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _messages = Channel.CreateBounded<MediaStreamMessage>(
            new BoundedChannelOptions(MessageCapacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleWriter = true },
            _ => Interlocked.Increment(ref _messagesDropped));
    }

    /// <summary>What the stream carries, and whose it is.</summary>
    public MediaStreamStart Start { get; private set; } = new();

    /// <summary>How what is sent must be encoded.</summary>
    public MediaFormat OutboundFormat { get; private set; } = MediaFormat.Pcmu;

    /// <summary>Completes when the session has ended; never faults.</summary>
    public Task<MediaStreamEnd> Completion => _completion.Task;

    /// <summary>What was carried so far.</summary>
    public MediaStreamStatistics Statistics
    {
        get
        {
            var statistics = new MediaStreamStatistics { MessagesDropped = Interlocked.Read(ref _messagesDropped), ErrorsReported = Interlocked.Read(ref _errors) };
            statistics = _inbound.Count(statistics);
            return _pacer?.Count(statistics) ?? statistics;
        }
    }

    /// <summary>Takes over a WebSocket that a vendor has opened, and waits for the stream's start.</summary>
    /// <param name="socket">The WebSocket, open; the session's from now on, whatever happens.</param>
    /// <param name="protocol">The vendor's messages.</param>
    /// <param name="options">Limits and formats; null for the defaults.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <param name="cancellationToken">Gives up waiting for the start; the WebSocket is closed first, which takes 4 seconds at most.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="MediaStreamException">The stream did not start: it took too long, something else came first, or the connection ended.</exception>
    public static async Task<MediaStreamSession> OpenAsync(
        WebSocket socket, MediaStreamProtocol protocol, MediaStreamOptions? options = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(socket);
        ArgumentNullException.ThrowIfNull(protocol);
        options ??= new MediaStreamOptions();
        try
        {
            options.Validate(protocol);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var session = new MediaStreamSession(socket, protocol, options, time ?? TimeProvider.System);
        try
        {
            await session.StartAsync(cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            session.Release();
            throw;
        }
    }

    /// <summary>The audio that comes, each track in order. Ends when the stream does; what nobody read in time is gone, and counted.</summary>
    /// <param name="cancellationToken">Ends the reading, not the stream.</param>
    /// <exception cref="InvalidOperationException">Somebody is reading already.</exception>
    public async IAsyncEnumerable<AudioFrame> ReadAudioAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var frame in _inbound.Frames.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return frame;
    }

    /// <summary>What else comes: keys, errors, unknown messages. Ends when the stream does; of more than 64 that nobody reads the oldest are gone, and counted.</summary>
    /// <param name="cancellationToken">Ends the reading, not the stream.</param>
    public IAsyncEnumerable<MediaStreamMessage> ReadMessagesAsync(CancellationToken cancellationToken = default) => _messages.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Sends audio, encoded as <see cref="OutboundFormat"/> says. Returns when it is queued; waits while as much as the options allow is queued already.</summary>
    /// <remarks>
    /// Pieces may have any length: they are cut into frames, or put together to them, and what is left over at the end is filled up with silence. Of codecs with packets of
    /// their own (Opus, AMR-WB) a piece is a packet of <see cref="MediaStreamOptions.FrameDuration"/>. What was queued when <see cref="ClearAsync"/> is called is thrown away; so is a piece
    /// that waits for room then.
    /// </remarks>
    /// <param name="audio">The audio; copied before this returns.</param>
    /// <param name="cancellationToken">Gives up waiting for room; nothing of the piece was queued then.</param>
    /// <exception cref="InvalidOperationException">The session sends files.</exception>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> audio, CancellationToken cancellationToken = default)
    {
        RequireFiles(false);
        return AddAsync(audio.Span, cancellationToken);
    }

    /// <summary>Sends linear 16-bit samples, encoded here.</summary>
    /// <inheritdoc cref="SendAsync(ReadOnlyMemory{byte}, CancellationToken)" path="/remarks|/exception"/>
    /// <param name="samples">The samples, in the rate of <see cref="OutboundFormat"/>; copied before this returns.</param>
    /// <param name="cancellationToken">Gives up waiting for room; nothing of the piece was queued then.</param>
    /// <exception cref="NotSupportedException">The codec is none of PCMU, PCMA and L16.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<short> samples, CancellationToken cancellationToken = default)
    {
        RequireFiles(false);
        if (samples.IsEmpty)
            return default;

        var audio = ArrayPool<byte>.Shared.Rent(samples.Length * sizeof(short));
        int length;
        try
        {
            length = AudioCoding.Encode(OutboundFormat, _options.L16ByteOrder, samples.Span, audio);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(audio);
            throw;
        }

        return _pacer!.AddAsync(audio, length, cancellationToken);
    }

    /// <summary>Sends a whole file, such as MP3, in a message of its own. Returns when it is queued.</summary>
    /// <param name="file">The file; copied before this returns.</param>
    /// <param name="cancellationToken">Gives up waiting for room; it was not queued then.</param>
    /// <exception cref="ArgumentException">The file is empty.</exception>
    /// <exception cref="InvalidOperationException">The session sends a codec's bytes: see <see cref="MediaStreamOptions.SendsFiles"/>.</exception>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public ValueTask SendFileAsync(ReadOnlyMemory<byte> file, CancellationToken cancellationToken = default)
    {
        RequireFiles(true);
        if (file.IsEmpty)
            throw new ArgumentException("The file is empty.", nameof(file));

        return AddAsync(file.Span, cancellationToken);
    }

    /// <summary>Completes when the vendor has played all that was sent before.</summary>
    /// <param name="name">The mark's name; must differ from those that have not come back. On the wire it has a number behind it while an earlier one, thrown away, may still come.</param>
    /// <param name="cancellationToken">Gives up waiting; the mark is sent all the same.</param>
    /// <returns>What became of the audio before the mark.</returns>
    /// <exception cref="ArgumentException">The name is empty, or a mark of that name is out.</exception>
    /// <exception cref="InvalidOperationException">A thousand marks are out.</exception>
    public Task<MarkOutcome> MarkAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var (wireName, outcome) = _marks.Add(name);
        if (!outcome.IsCompleted)
        {
            try
            {
                _pacer!.AddMark(wireName);
            }
            catch (MediaStreamException)
            {
                // The stream is ending: so does the mark.
                return Task.FromResult(MarkOutcome.Ended);
            }
        }

        return outcome.WaitAsync(cancellationToken);
    }

    /// <summary>Silences the far end: throws away what is queued here and what the vendor has not played yet. Marks among it complete as <see cref="MarkOutcome.Cleared"/>.</summary>
    /// <param name="cancellationToken">Gives up waiting until it is sent; it is sent all the same.</param>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public Task ClearAsync(CancellationToken cancellationToken = default)
    {
        RequireOpen();
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled(cancellationToken)
            : WaitForAsync(ClearNowAsync(), cancellationToken);
    }

    /// <summary>Presses keys towards the far end, at once, whatever audio is queued.</summary>
    /// <param name="digits">Any of <c>0-9 A-D * #</c>.</param>
    /// <param name="cancellationToken">Gives up waiting until a key is sent, and sends no further one.</param>
    /// <exception cref="ArgumentException">There is another character.</exception>
    /// <exception cref="NotSupportedException">The vendor's streams have no such message: send a DTMF command instead.</exception>
    /// <exception cref="MediaStreamException">The stream has ended.</exception>
    public async Task SendDtmfAsync(string digits, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        if (digits.AsSpan().ContainsAnyExcept(Keys))
            throw new ArgumentException("Keys are 0-9, A-D, * and #.", nameof(digits));

        RequireOpen();
        foreach (var digit in digits)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WaitForAsync(PressNowAsync(digit), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the stream from this side; audio that is queued is not sent any more. Again, it waits for the same end.</summary>
    /// <remarks>The vendor has no message for it: the WebSocket is closed. The call goes on.</remarks>
    /// <param name="status">The close code: 1000 to 4999 but for 1004, 1005, 1006 and 1015, which are not sent (RFC 6455, section 7.4).</param>
    /// <param name="description">Said to the vendor; at most 123 bytes of UTF-8.</param>
    /// <param name="cancellationToken">Gives up waiting; the stream ends all the same.</param>
    /// <exception cref="ArgumentException">The close code is none that may be sent, or the description is too long, or no text.</exception>
    public async Task CloseAsync(
        WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure, string? description = null, CancellationToken cancellationToken = default)
    {
        if ((int)status is < 1000 or > 4999 or 1004 or 1005 or 1006 or 1015)
            throw new ArgumentException("A close code is from 1000 to 4999, and none of 1004, 1005, 1006 and 1015.", nameof(status));

        if (description is not null && StrictUtf8.GetByteCount(description) > MaxCloseBytes)
            throw new ArgumentException($"A close description has at most {MaxCloseBytes} bytes.", nameof(description));

        var end = new MediaStreamEnd(MediaStreamEndReason.Closed, description);
        if (Interlocked.CompareExchange(ref _closing, end, null) is null)
        {
            // The receiving loop ends with the vendor's answer, or without it.
            _pacer!.End(end);
            AbortSoon();
            _ = SendCloseAsync(status, description);
        }

        await Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends the stream if it goes on, and waits for its end.</summary>
    public async ValueTask DisposeAsync() => await CloseAsync(cancellationToken: CancellationToken.None).ConfigureAwait(false);

    // Reads up to the start; from then on the session runs by itself.
    private async Task StartAsync(CancellationToken cancellationToken)
    {
        var starting = ReceiveStartAsync();
        MediaStreamEnd end;
        WebSocketCloseStatus status;
        try
        {
            if (await starting.WaitAsync(_options.StartTimeout, _time, cancellationToken).ConfigureAwait(false) is not { } failed)
            {
                OutboundFormat = _options.OutboundFormat ?? _protocol.DefaultOutboundFormat ?? Start.Format ?? MediaFormat.Pcmu;
                _pacer = new OutboundPacer(_protocol, _options, OutboundFormat, Start.StreamId ?? "", _sender, _marks, _time);

                // Not from here: as long as there is something to read, it would not return.
                _ = Task.Run(RunAsync, CancellationToken.None);
                return;
            }

            (end, status) = failed;
        }
        catch (TimeoutException)
        {
            end = new MediaStreamEnd(MediaStreamEndReason.StartTimeout, $"no start came within {_options.StartTimeout.TotalSeconds:0.###} s");
            status = WebSocketCloseStatus.PolicyViolation;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await CloseBeforeStartAsync(starting, WebSocketCloseStatus.EndpointUnavailable, null).ConfigureAwait(false);
            throw;
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            end = new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, $"nothing could be read any more ({exception.GetType().Name})") { Cause = exception };
            status = WebSocketCloseStatus.NormalClosure;
        }

        await CloseBeforeStartAsync(starting, status, OwnWords(end)).ConfigureAwait(false);
        throw new MediaStreamException(end);
    }

    // What is being received is not cancelled: that would cut the connection, and the vendor would not learn why.
    private async Task CloseBeforeStartAsync(Task starting, WebSocketCloseStatus status, string? description)
    {
        await SendCloseAsync(status, description).ConfigureAwait(false);
        AbortSoon();
        try
        {
            await starting.ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            // It is over all the same.
        }

        await ReceiveCloseAsync().ConfigureAwait(false);
    }

    private async Task<(MediaStreamEnd End, WebSocketCloseStatus Status)?> ReceiveStartAsync()
    {
        for (var messages = 0; messages <= MessageCapacity; messages++)
        {
            var (bytes, end, status) = await _receiver.ReceiveAsync(_abort.Token).ConfigureAwait(false);
            if (end is not null)
                return (end, status);

            switch (_protocol.Read(bytes.Span, out _, out var message, out var problem))
            {
                case MediaStreamRead.Message when message is MediaStreamStart { Format: { } format } && !AudioCoding.IsPlausible(format):
                    return Violation("the start's sample rate or channels are beyond reason", WebSocketCloseStatus.InvalidPayloadData);
                case MediaStreamRead.Message when message is MediaStreamStart start:
                    Start = start;
                    return null;
                case MediaStreamRead.Message:
                    _messages.Writer.TryWrite(message!);
                    break;
                case MediaStreamRead.Audio:
                    return Violation("audio came before the stream's start", WebSocketCloseStatus.PolicyViolation);
                default:
                    return Violation(problem, WebSocketCloseStatus.InvalidPayloadData);
            }
        }

        return Violation("too many messages came before the stream's start", WebSocketCloseStatus.PolicyViolation);
    }

    private async Task RunAsync()
    {
        var end = new MediaStreamEnd(MediaStreamEndReason.ConnectionLost);
        try
        {
            var sending = SendAllAsync();
            (end, var status) = await ReceiveAllAsync().ConfigureAwait(false);
            end = Interlocked.CompareExchange(ref _closing, end, null) ?? end;

            // Who reads, sends or waits for a mark learns it now: saying farewell may take a while.
            _pacer!.End(end);
            _inbound.Complete();
            _messages.Writer.TryComplete();
            AbortSoon();
            await SendCloseAsync(status, OwnWords(end)).ConfigureAwait(false);
            await sending.ConfigureAwait(false);
            await ReceiveCloseAsync().ConfigureAwait(false);
        }
        finally
        {
            try
            {
                Release();
            }
            finally
            {
                _completion.TrySetResult(end);
            }
        }
    }

    // Never faults: how it broke is told by the receiving side, which ends then.
    private async Task SendAllAsync()
    {
        try
        {
            await _pacer!.RunAsync(_abort.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            var end = new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, $"nothing could be sent any more ({exception.GetType().Name})") { Cause = exception };
            _broken = end;
            _pacer!.End(end);
            AbortSoon();
        }
    }

    // Never faults either: whatever happens is an end.
    private async Task<(MediaStreamEnd End, WebSocketCloseStatus Status)> ReceiveAllAsync()
    {
        try
        {
            return await ReceiveUntilEndAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_broken is { } broken)
        {
            return (broken, WebSocketCloseStatus.NormalClosure);
        }
        catch (Exception exception)
        {
            var end = new MediaStreamEnd(MediaStreamEndReason.ConnectionLost, $"nothing could be read any more ({exception.GetType().Name})") { Cause = exception };
            return (end, WebSocketCloseStatus.InternalServerError);
        }
    }

    private async Task<(MediaStreamEnd End, WebSocketCloseStatus Status)> ReceiveUntilEndAsync()
    {
        while (true)
        {
            var (bytes, end, status) = await _receiver.ReceiveAsync(_abort.Token).ConfigureAwait(false);
            if (end is not null)
                return (end, status);

            switch (_protocol.Read(bytes.Span, out var audio, out var message, out var problem))
            {
                case MediaStreamRead.Audio when !_inbound.TryAdd(audio, Start.Format):
                    return Violation("a message's audio is not base64", WebSocketCloseStatus.InvalidPayloadData);
                case MediaStreamRead.Message when Take(message!) is { } stop:
                    return (new MediaStreamEnd(MediaStreamEndReason.Stopped, Shorten(stop.Reason)), WebSocketCloseStatus.NormalClosure);
                case MediaStreamRead.Malformed:
                    return Violation(problem, WebSocketCloseStatus.InvalidPayloadData);
                default:
                    break;
            }
        }
    }

    private MediaStreamStop? Take(MediaStreamMessage message)
    {
        if (message is MediaStreamMark mark && _marks.ComeBack(mark.Name))
            return null;

        if (message is MediaStreamError)
            Interlocked.Increment(ref _errors);

        _messages.Writer.TryWrite(message);
        return message as MediaStreamStop;
    }

    private async Task ClearNowAsync()
    {
        try
        {
            await _pacer!.ClearAsync(_abort.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            throw Broken(exception);
        }
    }

    private async Task PressNowAsync(char digit)
    {
        try
        {
            await _sender.EnterAsync(_abort.Token).ConfigureAwait(false);
            try
            {
                if (!_protocol.TryWriteDtmf(_sender.Buffer, Start.StreamId ?? "", digit))
                    throw new NotSupportedException($"The media streams of {_protocol.Vendor} take no keys: send a DTMF command to the call instead.");

                await _sender.FlushAsync(_abort.Token).ConfigureAwait(false);
            }
            finally
            {
                _sender.Exit();
            }
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            throw Broken(exception);
        }
    }

    // Who gives up waits no longer, but what is being sent goes on: cancelled halfway it would take the WebSocket with it.
    private static async Task WaitForAsync(Task sending, CancellationToken cancellationToken)
    {
        try
        {
            await sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _ = sending.ContinueWith(
                static given => given.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private async Task SendCloseAsync(WebSocketCloseStatus status, string? description)
    {
        using var limit = new CancellationTokenSource(CloseTimeout, _time);
        try
        {
            await _sender.EnterAsync(limit.Token).ConfigureAwait(false);
            try
            {
                if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                    await _socket.CloseOutputAsync(status, description, limit.Token).ConfigureAwait(false);
            }
            finally
            {
                _sender.Exit();
            }
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            // Nobody is there to hear it, or to take it in time.
            _socket.Abort();
        }
    }

    // Reads on until the peer has closed too: a connection that is cut with bytes unread loses what was sent last. But not for ever, nor any amount.
    private async Task ReceiveCloseAsync()
    {
        AbortSoon();
        var scratch = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            for (var bytes = 0; bytes < MaxBytesAfterEnd && _socket.State is WebSocketState.CloseSent;)
                bytes += 1 + (await _socket.ReceiveAsync(scratch.AsMemory(), _abort.Token).ConfigureAwait(false)).Count;
        }
        catch (Exception exception) when (IsOfConnection(exception))
        {
            // It is over all the same.
            _socket.Abort();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    // What goes on is cut off, if it has not ended by then.
    private void AbortSoon() => _abortTimer.Change(CloseTimeout, Timeout.InfiniteTimeSpan);

    private void Release()
    {
        _marks.End();
        _inbound.Complete();
        _inbound.Dispose();
        _messages.Writer.TryComplete();
        _pacer?.Dispose();
        _receiver.Dispose();
        _abortTimer.Dispose();
        _socket.Dispose();
    }

    private ValueTask AddAsync(ReadOnlySpan<byte> audio, CancellationToken cancellationToken)
    {
        if (audio.IsEmpty)
            return default;

        var copy = ArrayPool<byte>.Shared.Rent(audio.Length);
        audio.CopyTo(copy);
        return _pacer!.AddAsync(copy, audio.Length, cancellationToken);
    }

    private void RequireFiles(bool expected)
    {
        if (_options.SendsFiles != expected)
        {
            throw new InvalidOperationException(expected
                ? $"The session sends a codec's bytes: set {nameof(MediaStreamOptions)}.{nameof(MediaStreamOptions.SendsFiles)} to send files."
                : $"The session sends files: use {nameof(SendFileAsync)}.");
        }
    }

    private void RequireOpen()
    {
        if (_closing is { } end)
            throw new MediaStreamException(end);
    }

    private MediaStreamException Broken(Exception exception) =>
        new(_closing ?? _broken ?? new MediaStreamEnd(MediaStreamEndReason.ConnectionLost), exception);

    // What goes over the wire is only what is said by this side, as far as a close message has room.
    private static string? OwnWords(MediaStreamEnd end)
    {
        if (end is not { Reason: MediaStreamEndReason.ProtocolViolation or MediaStreamEndReason.StartTimeout, Detail: { } words })
            return null;

        while (Encoding.UTF8.GetByteCount(words) > MaxCloseBytes)
            words = words[..^1];

        return words;
    }

    // What a WebSocket throws when it is closed, cut off, aborted or disposed of.
    private static bool IsOfConnection(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException or IOException;

    private static string? Shorten(string? reason) => reason is { Length: > MaxReasonLength } ? reason[..MaxReasonLength] : reason;

    private static (MediaStreamEnd End, WebSocketCloseStatus Status) Violation(string? problem, WebSocketCloseStatus status) =>
        (new MediaStreamEnd(MediaStreamEndReason.ProtocolViolation, problem), status);
}
