using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What a leg plays: one queue of files and speech, and one of files laid over them. Unverified: that what is cut while it waits in a
/// queue raises nothing, that what is cut while it is fetched raises its end only, that a file not found raises no start, and that
/// speech cut by a command ends as <c>cancelled</c>, as files do.
/// </summary>
internal sealed class LegMedia(TelnyxLeg leg)
{
    private readonly MediaLine _main = new(leg);
    private readonly MediaLine _overlay = new(leg);

    /// <summary>Whether a file, not speech, is heard: the only thing that can be laid over.</summary>
    public bool IsPlayingFile => _main.Current is { IsHeard: true, IsSpeech: false };

    public static MediaItem File(TelnyxLeg leg, string? url, string? name, bool overlay) => new()
    {
        Id = leg.Context.Ids.NewUuid(),
        Url = url,
        Name = name,
        Overlay = overlay,
        Duration = (url ?? name) is { } address && leg.Options.MediaDurationOf is { } durationOf
            ? durationOf(address)
            : leg.Options.MediaDuration,
        IsMissing = (url ?? name) is { } file && leg.Options.IsMediaMissing?.Invoke(file) is true,
    };

    public static MediaItem Speech(TelnyxLeg leg) => new()
    {
        Id = leg.Context.Ids.NewUuid(),
        IsSpeech = true,
        Duration = leg.Options.SpeechDuration,
    };

    public void Play(RequestBody body, MediaItem item)
    {
        item.TimesOrForever = body.Text("loop") is "infinity" ? null : body.Integer("loop", 1);
        var legs = body.Text("target_legs", "self");
        item.Hearers = legs switch { "opposite" => [leg.Peer], "both" => [leg, leg.Peer], _ => [leg] };
        var line = item.Overlay ? _overlay : _main;
        switch (body.Text("stop"))
        {
            case "all":
                line.StopAll("cancelled");
                break;
            case "current":
                line.StopCurrent("cancelled");
                break;
        }

        line.Add(item);
    }

    public void Stop(string what, bool overlay)
    {
        if (overlay || what is "overlay")
            _overlay.StopAll("cancelled");
        else if (what is "current")
            _main.StopCurrent("cancelled");
        else
            _main.StopAll("cancelled");
    }

    /// <summary>Unverified: that a digit collection, of whatever kind, cuts off what plays and empties the queue.</summary>
    public void StopForGather() => _main.StopAll("cancelled");

    public void EndWithCall()
    {
        _main.StopAll("call_hangup");
        _overlay.StopAll("call_hangup");
    }

    public static void RaiseStarted(TelnyxLeg leg, MediaItem item) =>
        leg.Raise(item.IsSpeech ? TelnyxEvents.SpeakStarted : TelnyxEvents.PlaybackStarted, Payload(leg, item));

    public static void RaiseEnded(TelnyxLeg leg, MediaItem item, string status)
    {
        var payload = Payload(leg, item);
        payload["status"] = status;
        if (!item.IsSpeech)
            payload["status_detail"] = status is "file_not_found" ? "The file could not be fetched." : "";
        leg.Raise(item.IsSpeech ? TelnyxEvents.SpeakEnded : TelnyxEvents.PlaybackEnded, payload);
    }

    private static JsonObject Payload(TelnyxLeg leg, MediaItem item)
    {
        var payload = new JsonObject();
        if (!item.IsSpeech)
        {
            payload["media_url"] = item.Url ?? "";
            payload["media_name"] = item.Name ?? "";
            payload["overlay"] = item.Overlay;
        }

        if (leg.Options.SendObservedIds)
            payload[item.IsSpeech ? "speak_id" : "playback_id"] = item.Id;

        return payload;
    }
}

/// <summary>One file or text to be heard.</summary>
internal sealed class MediaItem
{
    public required string Id { get; init; }

    public string? Url { get; init; }

    public string? Name { get; init; }

    public bool Overlay { get; init; }

    public bool IsSpeech { get; init; }

    public bool IsMissing { get; init; }

    public required TimeSpan Duration { get; init; }

    public int? TimesOrForever { get; set; } = 1;

    public IReadOnlyList<TelnyxLeg?> Hearers { get; set; } = [];

    public bool IsHeard { get; set; }

    public LockedTimer? Timer { get; set; }
}

/// <summary>Plays one item after the other.</summary>
internal sealed class MediaLine(TelnyxLeg leg)
{
    private readonly Queue<MediaItem> _waiting = new();

    public MediaItem? Current { get; private set; }

    public void Add(MediaItem item)
    {
        _waiting.Enqueue(item);
        Next();
    }

    public void StopAll(string status)
    {
        _waiting.Clear();
        StopCurrent(status);
    }

    public void StopCurrent(string status)
    {
        if (Current is { } item)
            Finish(item, status);
    }

    private void Next()
    {
        if (Current is not null || !_waiting.TryDequeue(out var item))
            return;
        Current = item;
        Schedule(item, leg.Options.FetchDelay, () => Begin(item));
    }

    private void Begin(MediaItem item)
    {
        if (item.IsMissing)
        {
            Finish(item, "file_not_found");
            return;
        }

        item.IsHeard = true;
        LegMedia.RaiseStarted(leg, item);
        foreach (var hearer in item.Hearers)
        {
            hearer?.Audio.StartSound();
            hearer?.Milestones.Playback.Raise();
        }

        if (item.TimesOrForever is { } times)
            Schedule(item, item.Duration * times, () => Finish(item, "completed"));
    }

    private void Finish(MediaItem item, string status)
    {
        Current = null;
        item.Timer?.Cancel();
        if (item.IsHeard)
        {
            foreach (var hearer in item.Hearers)
                hearer?.Audio.StopSound();
        }

        LegMedia.RaiseEnded(leg, item, status);
        Next();
    }

    /// <summary>What needs no time happens at once and leaves no timer behind.</summary>
    private void Schedule(MediaItem item, TimeSpan delay, Action action)
    {
        item.Timer?.Cancel();
        item.Timer = null;
        if (delay > TimeSpan.Zero)
            item.Timer = leg.After(delay, action);
        else
            action();
    }
}
