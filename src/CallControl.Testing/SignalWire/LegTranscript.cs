using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// A leg's transcription, told once the call is over. Unverified: that a stopped one is told then as well, and that the text holds both
/// sides.
/// </summary>
internal sealed class LegTranscript(SignalWireLeg leg)
{
    private readonly List<Part> _parts = [];
    private Part? _running;

    public bool IsRunning => _running is not null;

    public bool IsRunningAs(string controlId) => _running?.ControlId == controlId;

    public void Start(string controlId, Uri? statusUrl)
    {
        _running = new Part(controlId, statusUrl);
        _parts.Add(_running);
    }

    public void Stop() => _running = null;

    public void Say(string text) => _running?.Words.Add(text);

    public void EndWithCall()
    {
        _running = null;
        foreach (var part in _parts)
        {
            var told = new JsonObject { ["id"] = leg.Context.Ids.NewUuid() };
            var fails = leg.Context.Script.TranscriptsFail;
            if (!fails)
                told["text"] = string.Join(' ', part.Words);
            leg.Raise(fails ? SignalWireEvents.TranscriptFailed : SignalWireEvents.TranscriptCompleted, told, () => part.StatusUrl);
        }
    }

    private sealed record Part(string ControlId, Uri? StatusUrl)
    {
        public List<string> Words { get; } = [];
    }
}
