using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The media that leaves a leg: one WebSocket stream or one fork, and a SIPREC session, of which no media flow. Unverified: that a
/// stream is refused while a fork runs, and a second fork while one runs; that a stream which is stopped before it is open is told as
/// stopped; and that one whose socket breaks or is closed is told as stopped, too.
/// </summary>
internal sealed class LegStreams(TelnyxLeg leg)
{
    private LegStream? _stream;
    private LegFork? _fork;

    public bool IsUsed => _stream is not null || _fork is not null;

    public bool IsForked => _fork is not null;

    public bool HasSiprec { get; private set; }

    public bool Knows(string? streamId) => _stream is { } stream && (streamId ?? stream.Id) == stream.Id;

    public void StartStream(RequestBody body)
    {
        if (body.Text("stream_url") is not { } url)
            return;
        var terms = LegStreamTerms.Of(body, url, leg.Options.CallCodec);
        var type = body.Flag("enable_dialogflow") ? "dialogflow" : "websocket";
        var stream = new LegStream(leg, leg.Context.Ids.NewUuid(), terms, type);
        if (leg.Context.Script.StreamFailure?.Invoke(url) is { } reason)
        {
            Fail(stream, reason);
            return;
        }

        _stream = stream;
        if (stream.TryOpen() is { } problem)
            Fail(stream, problem);
    }

    /// <summary>The stream's socket is open, or is none that the emulator opens.</summary>
    public void Opened(LegStream stream) => leg.Raise(TelnyxEvents.StreamingStarted, new JsonObject { ["stream_url"] = stream.Terms.Url });

    public void Fail(LegStream stream, string reason)
    {
        _stream = null;
        leg.Raise(TelnyxEvents.StreamingFailed, new JsonObject
        {
            ["failure_reason"] = reason,
            ["stream_id"] = stream.Id,
            ["stream_params"] = new JsonObject { ["stream_url"] = stream.Terms.Url, ["track"] = stream.Terms.Track },
            ["stream_type"] = stream.Type,
        });
    }

    public void Press(char key) => _stream?.Press(key);

    public void StopStream()
    {
        if (_stream is not { } stream)
            return;
        _stream = null;
        stream.Stop();
        leg.Raise(TelnyxEvents.StreamingStopped, new JsonObject { ["stream_url"] = stream.Terms.Url });
    }

    public void StartFork(RequestBody body)
    {
        StopStream();
        _fork = new LegFork(leg, body.Text("stream_type", "decrypted"), body);
        leg.Raise(TelnyxEvents.ForkStarted, new JsonObject { ["stream_type"] = _fork.StreamType });
    }

    public void StopFork()
    {
        if (_fork is not { } fork)
            return;
        _fork = null;
        fork.Stop();
        leg.Raise(TelnyxEvents.ForkStopped, new JsonObject { ["stream_type"] = fork.StreamType });
    }

    public void StartSiprec(TimeSpan limit)
    {
        if (leg.Context.Script.SiprecFailure is { } cause)
        {
            leg.Raise(TelnyxEvents.SiprecFailed, new JsonObject { ["failure_cause"] = cause });
            return;
        }

        HasSiprec = true;
        leg.Raise(TelnyxEvents.SiprecStarted, []);
        if (limit > TimeSpan.Zero)
            leg.After(limit, () => StopSiprec("timeout"));
    }

    public void StopSiprec(string cause)
    {
        if (!HasSiprec)
            return;
        HasSiprec = false;
        leg.Raise(TelnyxEvents.SiprecStopped, new JsonObject { ["hangup_cause"] = cause });
    }

    public void EndWithCall()
    {
        StopStream();
        StopFork();
        StopSiprec("normal_clearing");
    }
}
