using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What one recording was asked for; no time limit is zero.</summary>
internal sealed record RecordTerms
{
    public required string Format { get; init; }

    public required bool Stereo { get; init; }

    public required string Direction { get; init; }

    public required TimeSpan InitialTimeout { get; init; }

    public required TimeSpan EndSilence { get; init; }

    public TimeSpan MaxLength { get; init; }

    public required string Terminators { get; init; }

    /// <summary>The defaults of <c>calling.record</c>.</summary>
    public static RecordTerms OfCommand(RequestBody audio) => new()
    {
        Format = audio.Text("format", "mp3"),
        Stereo = audio.Flag("stereo"),
        Direction = audio.Text("direction", "speak"),
        InitialTimeout = audio.Duration("initial_timeout") ?? TimeSpan.FromSeconds(4),
        EndSilence = audio.Duration("end_silence_timeout") ?? TimeSpan.FromSeconds(0.5),
        MaxLength = audio.Duration("max_length") ?? TimeSpan.Zero,
        Terminators = audio.Text("terminators", "#").ToUpperInvariant(),
    };
}

/// <summary>
/// Records until it is stopped, or a key, a silence or the length ends it. Only what the caller says counts as sound. Unverified: that
/// silence is counted from the first words on, that nothing counts while it is paused, and that a recording without any sound that is
/// stopped is <c>finished</c>.
/// </summary>
internal sealed class RecordOperation : LegOperation
{
    public const string Name = "record";

    private readonly RecordTerms _terms;
    private readonly DateTimeOffset _startedAt;
    private readonly string _recordingId;
    private LockedTimer? _limit;
    private LockedTimer? _silence;
    private DateTimeOffset _pausedAt;
    private TimeSpan _skipped;
    private bool _hasSound;

    private RecordOperation(SignalWireLeg leg, string controlId, Uri? statusUrl, RecordTerms terms)
        : base(leg, Name, controlId, statusUrl)
    {
        _terms = terms;
        _startedAt = leg.Context.Time.GetUtcNow();
        _recordingId = leg.Context.Ids.NewUuid();
    }

    public string Url => $"https://files.signalwire.example.com/{_recordingId}.{_terms.Format}";

    /// <summary>How it pauses, "skip" or "silence"; null while it runs.</summary>
    public string? PauseBehavior { get; private set; }

    public static RecordOperation Start(
        SignalWireLeg leg, string controlId, Uri? statusUrl, RecordTerms terms, Action<string>? ended = null)
    {
        var record = new RecordOperation(leg, controlId, statusUrl, terms) { Ended = ended };
        leg.Operations.Add(record);
        record.Tell("recording");
        if (terms.MaxLength > TimeSpan.Zero)
            record._limit = leg.After(terms.MaxLength, () => record.Finish("finished"));
        record.AwaitSound();
        leg.Milestones.Recording.Raise();
        return record;
    }

    public void Pause(string behavior)
    {
        PauseBehavior = behavior;
        _pausedAt = Leg.Context.Time.GetUtcNow();
        _silence?.Cancel();
        Tell("paused");
    }

    public void Resume()
    {
        AccountForPause();
        PauseBehavior = null;
        AwaitSound();
        Tell("recording");
    }

    public override void Press(char key)
    {
        if (PauseBehavior is null && _terms.Terminators.Contains(key, StringComparison.Ordinal))
            Finish("finished");
    }

    public override void Say(string text)
    {
        if (PauseBehavior is not null)
            return;
        _hasSound = true;
        AwaitSound();
    }

    public override void Stop() => Finish("finished");

    private void AwaitSound()
    {
        _silence?.Cancel();
        _silence = null;
        var wait = _hasSound ? _terms.EndSilence : _terms.InitialTimeout;
        if (wait > TimeSpan.Zero)
            _silence = Leg.After(wait, () => Finish(_hasSound ? "finished" : "no_input"));
    }

    private void AccountForPause()
    {
        if (PauseBehavior is "skip")
            _skipped += Leg.Context.Time.GetUtcNow() - _pausedAt;
    }

    private void Finish(string state)
    {
        if (!Close())
            return;
        AccountForPause();
        PauseBehavior = null;
        _limit?.Cancel();
        _silence?.Cancel();
        Tell(state);
        Ended?.Invoke(state);
    }

    /// <summary>Unverified: which members stand beside which state; address, length and size are told of what is finished.</summary>
    private void Tell(string state)
    {
        var record = new JsonObject
        {
            ["audio"] = new JsonObject
            {
                ["format"] = _terms.Format, ["stereo"] = _terms.Stereo, ["direction"] = _terms.Direction,
            },
        };
        var told = new JsonObject { ["state"] = state, ["recording_id"] = _recordingId, ["record"] = record };
        told["start_time"] = Seconds(_startedAt);
        if (state is "paused")
            told["pause_behavior"] = PauseBehavior;
        if (state is "finished")
        {
            var now = Leg.Context.Time.GetUtcNow();
            var length = now - _startedAt - _skipped;
            told["end_time"] = Seconds(now);
            var place = Leg.Options.NestRecordingDetails ? record : told;
            place["url"] = Url;
            place["duration"] = length.TotalSeconds;
            place["size"] = (int)(length.TotalSeconds * 8000);
        }

        Raise(SignalWireEvents.Record, told);
    }

    private static double Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000.0;
}
