using CallControl.Media;

namespace CallControl.AspNetCore;

/// <summary>A media stream that a vendor is to open: where to, and the wait for it.</summary>
/// <remarks>The address holds a token that is good once, for this stream, and until <see cref="MediaStreamsOptions.ConnectTimeout"/> is over: keep it out of logs.</remarks>
public sealed class MediaStreamTicket : IAsyncDisposable
{
    private readonly TaskCompletionSource<MediaStreamSession> _session = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<MediaStreamTicket> _forget;
    private readonly TimeSpan _connectTimeout;
    private readonly ITimer _expiry;

    internal MediaStreamTicket(
        string key, Uri url, string provider, CallId? call, MediaStreamOptions options, TimeSpan connectTimeout, TimeProvider time, Action<MediaStreamTicket> forget)
    {
        (Key, Url, Provider, Call, Options) = (key, url, provider, call, options);
        (_connectTimeout, _forget) = (connectTimeout, forget);
        _expiry = time.CreateTimer(static state => ((MediaStreamTicket)state!).Expire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The address for the vendor: give it as the stream's URL.</summary>
    public Uri Url { get; }

    internal string Key { get; }

    internal string Provider { get; }

    internal CallId? Call { get; }

    internal MediaStreamOptions Options { get; }

    /// <summary>Waits until the vendor has opened the stream, and it has started.</summary>
    /// <param name="operation">The stream that was asked for: when it ends, it is not waited for any longer. Null to wait without knowing.</param>
    /// <param name="cancellationToken">Gives up waiting; the stream may still come until this is disposed of.</param>
    /// <returns>The session; always the same one.</returns>
    /// <exception cref="MediaStreamException">The vendor did not open the stream in time, or what it opened did not start as a stream of this call.</exception>
    public async Task<MediaStreamSession> AcceptAsync(StreamOperation? operation = null, CancellationToken cancellationToken = default)
    {
        if (operation is not null)
        {
            await Task.WhenAny(_session.Task, operation.Completion).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!_session.Task.IsCompleted)
                GiveUp(MediaStreamEndReason.Stopped, $"the stream ended before the vendor had started it on its WebSocket: {await operation.Completion.ConfigureAwait(false)}");
        }

        return await _session.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the stream up: its address is good no longer, and the session ends if there is one.</summary>
    public async ValueTask DisposeAsync()
    {
        GiveUp(MediaStreamEndReason.Closed, "it is not expected any more");
        if (_session.Task.IsCompletedSuccessfully)
            await (await _session.Task.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>From now on the time runs.</summary>
    internal void Begin() => _expiry.Change(_connectTimeout, Timeout.InfiniteTimeSpan);

    /// <summary>The vendor has opened the WebSocket: from now on <see cref="MediaStreamOptions.StartTimeout"/> counts.</summary>
    internal void Connected() => _expiry.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>The stream has started.</summary>
    /// <returns>False when nobody wants it any more.</returns>
    internal bool TryStart(MediaStreamSession session)
    {
        _expiry.Dispose();
        return _session.TrySetResult(session);
    }

    /// <summary>The stream did not start.</summary>
    internal void Fail(Exception exception)
    {
        _expiry.Dispose();

        // Nobody may ever ask: then the fault is no news either.
        if (_session.TrySetException(exception))
            _ = _session.Task.Exception;
    }

    private void Expire() => GiveUp(MediaStreamEndReason.StartTimeout, $"the vendor opened no WebSocket within {_connectTimeout.TotalSeconds:0.###} s");

    private void GiveUp(MediaStreamEndReason reason, string detail)
    {
        _forget(this);
        Fail(new MediaStreamException(new MediaStreamEnd(reason, detail)));
    }
}
