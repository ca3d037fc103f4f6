using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What one call plays. One playback at a time, the last one wins. A playback completes its command when its audio is over, so longer
/// audio has its result from the two-second limit.
/// </summary>
/// <remarks>
/// Unverified: a playback replaced while its files are still fetched reports a failure and no <c>playback.stopped</c>; transport
/// commands with nothing to act on report a failure; silence takes no transport command, as it is documented to end only on hang-up.
/// </remarks>
internal sealed class SessionPlayback(GatewaySession session)
{
    private const double MaxSeekMilliseconds = 1e12;

    private Run? _current;

    /// <summary>The payload of <c>playback.file_not_found</c>; its fields are assumed from those of its neighbours.</summary>
    public static JsonObject MissingFiles(CommandResult result, string[] urls) => new()
    {
        ["command_uid"] = result.CommandUid,
        ["urls"] = new JsonArray([.. urls.Select(static url => (JsonNode)url)]),
    };

    public void Start(CommandResult result, string[] urls, TimeSpan offset)
    {
        Interrupt();
        session.Digits.Interrupt();
        var run = new Run(result, urls, new MediaClock(session.Time, session.Options.DurationOf(urls)));
        _current = run;
        var fetch = session.After(session.Options.FetchDelay, () => Fetched(run, offset));

        // Files fetched in no time have started the timer of their playback already.
        run.Timer ??= fetch;
    }

    public void StartSilence(CommandResult result)
    {
        Interrupt();
        session.Digits.Interrupt();
        _current = new Run(result, [], new MediaClock(session.Time, length: null)) { IsHeard = true };
        _current.Clock.Run();
    }

    public void Stop(CommandResult result)
    {
        var prompt = session.Digits.CutPrompt();
        var stops = _current is { Clock.Length: not null };
        result.Give(stops || prompt);
        if (stops)
            Interrupt();
    }

    public void Pause(CommandResult result) => Control(result, static run => run.Clock.Pause());

    public void Resume(CommandResult result) => Control(result, static run => run.Clock.Run());

    public void Restart(CommandResult result) => Control(result, static run =>
    {
        run.Clock.Position = TimeSpan.Zero;
        run.Clock.Run();
    });

    public void Seek(CommandResult result, long milliseconds)
    {
        var delta = TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, -MaxSeekMilliseconds, MaxSeekMilliseconds));
        Control(result, run => run.Clock.Position += delta);
    }

    /// <summary>Ends what is playing, because something else begins.</summary>
    public void Interrupt() => Conclude(success: true);

    public void EndWithCall() => Conclude(success: false);

    private void Fetched(Run run, TimeSpan offset)
    {
        var missing = session.Options.MissingOf(run.Urls);
        if (missing.Length > 0)
        {
            _current = null;
            session.Raise(GatewayEvents.FileNotFound, MissingFiles(run.Result, missing));
            run.Result.Give(success: false);
            return;
        }

        run.IsHeard = true;
        run.Clock.Position = offset;
        session.Raise(GatewayEvents.PlaybackStarted, Payload(run));
        session.Milestones.Playback.Raise();
        run.Clock.Run();
        Schedule(run);
    }

    private void Control(CommandResult result, Action<Run> change)
    {
        if (_current is not { IsHeard: true, Clock.Length: not null } run)
        {
            result.Give(success: false);
            return;
        }

        change(run);
        result.Give(success: true);
        Schedule(run);
    }

    private void Schedule(Run run)
    {
        run.Timer?.Cancel();
        run.Timer = null;
        if (run.Clock is { IsRunning: true, Remaining: { } remaining })
            run.Timer = session.After(remaining, () => Finish(run));
    }

    private void Finish(Run run)
    {
        // Timers are coarser than the clock: a playback that was not interrupted has played all of its audio.
        run.Clock.Pause();
        run.Clock.Position = run.Clock.Length ?? run.Clock.Position;
        Conclude(success: true);
    }

    private void Conclude(bool success)
    {
        if (_current is not { } run)
            return;
        _current = null;
        run.Timer?.Cancel();
        run.Clock.Pause();
        if (run.IsHeard)
        {
            var payload = Payload(run);
            var position = (long)run.Clock.Position.TotalMilliseconds;
            payload["offset_ms"] = position;
            payload["duration_ms"] = run.Clock.Length is { } length ? (long)length.TotalMilliseconds : position;
            session.Raise(GatewayEvents.PlaybackStopped, payload);
        }

        run.Result.Give(success && run.IsHeard);
    }

    private static JsonObject Payload(Run run) => new()
    {
        ["command_uid"] = run.Result.CommandUid,
        ["urls"] = new JsonArray([.. run.Urls.Select(static url => (JsonNode)url)]),
        ["file_path"] = string.Join(',', run.Urls),
    };

    private sealed class Run(CommandResult result, string[] urls, MediaClock clock)
    {
        public CommandResult Result => result;

        public string[] Urls => urls;

        public MediaClock Clock => clock;

        public bool IsHeard { get; set; }

        public LockedTimer? Timer { get; set; }
    }
}
