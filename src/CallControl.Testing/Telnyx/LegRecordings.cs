using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// The recordings of one leg, of which several may run. Unverified: that a command without <c>recording_id</c> means all of them, and
/// does nothing when none runs; that an emulated line is silent but for what is said on it, so that a silence limit runs out; and that
/// a length limit counts paused time too.
/// </summary>
internal sealed class LegRecordings(TelnyxLeg leg)
{
    private readonly List<Recording> _running = [];

    public bool Knows(string? id) => id is null || _running.Any(recording => recording.Terms.Id == id);

    /// <summary>Starts what <c>record=record-from-answer</c> asks for.</summary>
    public void StartFromAnswer(RequestBody? body, string? id = null)
    {
        if (body?.Text("record") is not "record-from-answer")
            return;
        Start(new RecordingTerms
        {
            Id = id ?? leg.Context.Ids.NewUuid(),
            Format = body.Text("record_format", "mp3"),
            Channels = body.Text("record_track", "both") is "both" ? body.Text("record_channels", "dual") : "single",
            MaxLength = body.Seconds("record_max_length", 0),
            Silence = body.Seconds("record_timeout_secs", 0),
        });
    }

    public void Start(RecordingTerms terms)
    {
        var recording = new Recording(terms, leg.Context.Time.GetUtcNow());
        _running.Add(recording);
        if (terms.MaxLength > TimeSpan.Zero)
            recording.Limit = leg.After(terms.MaxLength, () => Save(recording));
        AwaitSilence(recording);
        leg.Milestones.Recording.Raise();
    }

    public void Stop(string? id)
    {
        foreach (var recording in Find(id))
            Save(recording);
    }

    public void Pause(string? id) => Find(id).ForEach(static recording => recording.IsPaused = true);

    public void Resume(string? id) => Find(id).ForEach(static recording => recording.IsPaused = false);

    public void Say(string text)
    {
        foreach (var recording in _running.Where(static recording => !recording.IsPaused))
        {
            recording.Words.Add(text);
            AwaitSilence(recording);
        }
    }

    public void EndWithCall() => Stop(id: null);

    private List<Recording> Find(string? id) => [.. _running.Where(recording => id is null || recording.Terms.Id == id)];

    private void AwaitSilence(Recording recording)
    {
        recording.Silence?.Cancel();
        if (recording.Terms.Silence > TimeSpan.Zero)
            recording.Silence = leg.After(recording.Terms.Silence, () => Save(recording));
    }

    private void Save(Recording recording)
    {
        _running.Remove(recording);
        recording.Limit?.Cancel();
        recording.Silence?.Cancel();
        var terms = recording.Terms;
        var name = terms.FileName is null ? terms.Id : $"{terms.FileName}-{recording.StartedAt.ToUnixTimeSeconds()}";
        var (began, ended) = (TelnyxTime.Of(recording.StartedAt), TelnyxTime.Of(leg.Context.Time.GetUtcNow()));
        var saved = new JsonObject
        {
            ["channels"] = terms.Channels,
            ["format"] = terms.Format,
            ["public_recording_urls"] = new JsonObject(),
            ["recording_ended_at"] = ended,
            ["recording_started_at"] = began,
            ["recording_urls"] = new JsonObject { [terms.Format] = $"https://recordings.telnyx.example.com/{name}.{terms.Format}" },
            ["start_time"] = began,
            ["end_time"] = ended,
            ["flow_destination"] = null,
        };
        if (leg.Options.SendObservedIds)
            saved["recording_id"] = terms.Id;

        leg.Raise(TelnyxEvents.RecordingSaved, saved);
        if (!terms.Transcribe)
            return;
        leg.Raise(TelnyxEvents.RecordingTranscriptionSaved, new JsonObject
        {
            ["recording_id"] = terms.Id,
            ["recording_transcription_id"] = leg.Context.Ids.NewUuid(),
            ["status"] = "completed",
            ["transcription_text"] = string.Join(' ', recording.Words),
        });
    }

    private sealed class Recording(RecordingTerms terms, DateTimeOffset startedAt)
    {
        public RecordingTerms Terms => terms;

        public DateTimeOffset StartedAt => startedAt;

        public List<string> Words { get; } = [];

        public bool IsPaused { get; set; }

        public LockedTimer? Limit { get; set; }

        public LockedTimer? Silence { get; set; }
    }
}

/// <summary>What one recording was asked for.</summary>
internal sealed record RecordingTerms
{
    public required string Id { get; init; }

    public required string Format { get; init; }

    public required string Channels { get; init; }

    public string? FileName { get; init; }

    public TimeSpan MaxLength { get; init; }

    public TimeSpan Silence { get; init; }

    public bool Transcribe { get; init; }
}
