using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Live transcription of what is said on a leg. Unverified: the confidence, and that interim results, where the engine is asked for
/// them, repeat the words once before the final ones.
/// </summary>
internal sealed class LegTranscription(TelnyxLeg leg)
{
    private string? _tracks;
    private bool _interim;

    public bool IsRunning => _tracks is not null;

    public void Start(RequestBody? body)
    {
        _tracks = body?.Text("transcription_tracks") ?? "inbound";
        _interim = body?.Object("transcription_engine_config")?.Flag("interim_results") is true;
    }

    public void Stop() => _tracks = null;

    public void Say(string text, string track)
    {
        if (!leg.IsAlive || _tracks is null || (_tracks != "both" && _tracks != track))
            return;
        if (_interim)
            Raise(text, track, isFinal: false);
        Raise(text, track, isFinal: true);
    }

    private void Raise(string text, string track, bool isFinal) => leg.Raise(TelnyxEvents.Transcription, new JsonObject
    {
        ["transcription_data"] = new JsonObject
        {
            ["confidence"] = 0.97,
            ["is_final"] = isFinal,
            ["transcript"] = text,
            ["transcription_track"] = track,
        },
    });
}
