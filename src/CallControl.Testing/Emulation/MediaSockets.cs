namespace CallControl.Testing.Emulation;

/// <summary>The sockets of all legs of an emulator.</summary>
internal sealed class MediaSockets
{
    private readonly IdleTracker _opening = new();
    private readonly IdleTracker _open = new();

    /// <summary>Opens a socket; what becomes of it is told to the peer. Called under the lock, which is given.</summary>
    public MediaSocket Open(Lock gate, Uri address, string? token, IMediaPeer peer)
    {
        var socket = new MediaSocket(gate, address, token, peer);
        _opening.Begin();
        _open.Begin();
        _ = Task.Run(async () =>
        {
            try
            {
                await socket.RunAsync(_opening.End).ConfigureAwait(false);
            }
            finally
            {
                _open.End();
            }
        });
        return socket;
    }

    /// <summary>Completes when no socket is about to be opened.</summary>
    public Task WhenTriedAsync(CancellationToken cancellationToken) => _opening.WhenIdleAsync(cancellationToken);

    /// <summary>Completes when there is none: soon after the last leg has ended.</summary>
    public Task WhenGoneAsync() => _open.WhenIdleAsync(CancellationToken.None);
}
