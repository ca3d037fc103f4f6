namespace CallControl.Media.Tests;

/// <summary>A session that has started, and the vendor at its other end.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    /// <summary>How long a test may take: long enough for a busy machine, and an end for what would hang.</summary>
    public const int TestMilliseconds = 30_000;

    private OpenStream(StreamPeer peer, MediaStreamSession session) => (Peer, Session) = (peer, session);

    public StreamPeer Peer { get; }

    public MediaStreamSession Session { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts a stream as Telnyx does.</summary>
    public static Task<OpenStream> StartAsync(MediaStreamOptions? options = null, TimeProvider? time = null, MediaStreamProtocol? protocol = null) =>
        StartAsync(TelnyxWire.Start, options, time, protocol);

    public static async Task<OpenStream> StartAsync(
        string start, MediaStreamOptions? options = null, TimeProvider? time = null, MediaStreamProtocol? protocol = null, StreamPeer? peer = null)
    {
        peer ??= await StreamPeer.ConnectAsync();
        await peer.SendAsync(TelnyxWire.Connected, start);
        var session = await MediaStreamSession.OpenAsync(peer.Server, protocol ?? Telnyx.TelnyxMediaStreamProtocol.Instance, options, time, Token);
        return new OpenStream(peer, session);
    }

    /// <summary>The next frames, copied; their one byte is their audio.</summary>
    public async Task<IReadOnlyList<HeardFrame>> HearAsync(int count)
    {
        var heard = new List<HeardFrame>();
        await foreach (var frame in Session.ReadAudioAsync(Token))
        {
            heard.Add(HeardFrame.Of(frame));
            if (heard.Count == count)
                break;
        }

        return heard;
    }

    /// <summary>All frames up to the end.</summary>
    public Task<IReadOnlyList<HeardFrame>> HearRestAsync() => HearAsync(int.MaxValue);

    /// <summary>The next messages without audio but for <c>connected</c>.</summary>
    public async Task<IReadOnlyList<MediaStreamMessage>> MessagesAsync(int count)
    {
        var messages = new List<MediaStreamMessage>();
        await foreach (var message in Session.ReadMessagesAsync(Token))
        {
            if (message is not MediaStreamConnected)
                messages.Add(message);

            if (messages.Count == count)
                break;
        }

        return messages;
    }

    /// <summary>Waits until the session has taken so many frames.</summary>
    public Task ReceivedAsync(long frames) => UntilAsync(() => Session.Statistics.FramesReceived == frames);

    /// <summary>Waits until the session has sent so many frames; fails when it has sent more.</summary>
    public async Task SentAsync(long frames)
    {
        await UntilAsync(() => Session.Statistics.FramesSent >= frames);
        Session.Statistics.FramesSent.Should().Be(frames);
    }

    /// <summary>Lets others run until a condition holds.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        // Not in the test's own context: that one makes something for each step, which tests that measure would find.
        var token = Token;
        await Task.Run(
            async () =>
            {
                while (!condition())
                {
                    token.ThrowIfCancellationRequested();
                    await Task.Yield();
                }
            },
            token);
    }

    public Task<MediaStreamEnd> EndAsync() => Session.Completion.WaitAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await Peer.DisposeAsync();
        await Session.DisposeAsync();
    }
}
