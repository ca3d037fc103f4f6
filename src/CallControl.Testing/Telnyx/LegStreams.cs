using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The media that leaves a leg: one WebSocket stream or one fork, and a SIPREC session. The media itself is not emulated yet.
/// Unverified: that a stream is refused while a fork runs, and a second fork while one runs.
/// </summary>
internal sealed class LegStreams(TelnyxLeg leg)
{
    private Stream? _stream;
    private string? _fork;

    public bool IsUsed => _stream is not null || _fork is not null;

    public bool IsForked => _fork is not null;

    public bool HasSiprec { get; private set; }

    public bool Knows(string? streamId) => _stream is { } stream && (streamId ?? stream.Id) == stream.Id;

    public void StartStream(RequestBody body)
    {
        if (body.Text("stream_url") is not { } url)
            return;
        var stream = new Stream(leg.Context.Ids.NewUuid(), url);
        if (leg.Context.Script.StreamFailure?.Invoke(url) is { } reason)
        {
            leg.Raise(TelnyxEvents.StreamingFailed, new JsonObject
            {
                ["failure_reason"] = reason,
                ["stream_id"] = stream.Id,
                ["stream_params"] = new JsonObject { ["stream_url"] = url, ["track"] = body.Text("stream_track", "inbound_track") },
                ["stream_type"] = body.Flag("enable_dialogflow") ? "dialogflow" : "websocket",
            });
            return;
        }

        _stream = stream;
        leg.Raise(TelnyxEvents.StreamingStarted, new JsonObject { ["stream_url"] = url });
    }

    public void StopStream()
    {
        if (_stream is not { } stream)
            return;
        _stream = null;
        leg.Raise(TelnyxEvents.StreamingStopped, new JsonObject { ["stream_url"] = stream.Url });
    }

    public void StartFork(string streamType)
    {
        StopStream();
        _fork = streamType;
        leg.Raise(TelnyxEvents.ForkStarted, new JsonObject { ["stream_type"] = streamType });
    }

    public void StopFork()
    {
        if (_fork is not { } streamType)
            return;
        _fork = null;
        leg.Raise(TelnyxEvents.ForkStopped, new JsonObject { ["stream_type"] = streamType });
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

    private sealed record Stream(string Id, string Url);
}
