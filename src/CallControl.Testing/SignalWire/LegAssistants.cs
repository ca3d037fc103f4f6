using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A leg's live transcription, live translation and sidecar, as far as the vendor's documents describe their messages. Unverified: all
/// but the names of members; a translation is the text itself, a summary is the script's.
/// </summary>
internal sealed class LegAssistants(SignalWireLeg leg)
{
    private LiveSession? _transcription;
    private LiveSession? _translation;
    private Sidecar? _sidecar;

    public bool IsTranscribing => _transcription is not null;

    public bool IsTranslating => _translation is not null;

    public bool HasSidecar => _sidecar is not null;

    public void StartTranscription(RequestBody start) => _transcription = new LiveSession(start);

    public void StartTranslation(RequestBody start) => _translation = new LiveSession(start);

    public void Say(string text, string role)
    {
        var entry = new Words(role, text);
        if (_transcription is { } transcription && transcription.Hears(role))
        {
            transcription.Log.Add(entry);
            if (transcription.IsLive)
            {
                var told = new JsonObject { ["utterance"] = Utterance(entry, transcription) };
                Raise(SignalWireEvents.TranscribeUtterance, transcription.Webhook, told);
            }
        }

        if (_translation is { } translation && translation.Hears(role))
        {
            translation.Log.Add(entry);
            if (translation.IsLive)
                Raise(SignalWireEvents.TranslateDelta, translation.Webhook, Delta(entry, translation));
        }
    }

    public void SummarizeTranscription(Uri? webhook) =>
        Raise(SignalWireEvents.TranscribeSummary, webhook ?? _transcription!.Webhook, new JsonObject
        {
            ["conversation_log"] = LogOf(_transcription!), ["conversation_summary"] = leg.Context.Script.Summary,
        });

    public void SummarizeTranslation(Uri? webhook) =>
        Raise(SignalWireEvents.TranslateSummary, webhook ?? _translation!.Webhook, new JsonObject
        {
            ["primary_conversation_summary"] = leg.Context.Script.Summary, ["primary_conversation_log"] = LogOf(_translation!),
        });

    public void StopTranscription()
    {
        if (_transcription is not { } session)
            return;
        _transcription = null;
        var told = new JsonObject
        {
            ["conversation_log"] = LogOf(session), ["metrics"] = new JsonObject { ["total_utterances"] = session.Log.Count },
        };
        if (session.HasSummary)
            told["conversation_summary"] = leg.Context.Script.Summary;
        Raise(SignalWireEvents.TranscribeLog, session.Webhook, told);
    }

    public void StopTranslation()
    {
        if (_translation is not { } session)
            return;
        _translation = null;
        var told = new JsonObject
        {
            ["primary_conversation_log"] = LogOf(session), ["secondary_conversation_log"] = LogOf(session),
            ["translate_data"] = new JsonObject(),
        };
        if (session.HasSummary)
            told["primary_conversation_summary"] = leg.Context.Script.Summary;
        Raise(SignalWireEvents.TranslateLog, session.Webhook, told);
    }

    public void StartSidecar(Uri? url)
    {
        _sidecar = new Sidecar(url);
        Tell("start");
    }

    public void Poke(string text) => Tell("turn", new JsonObject { ["text"] = text });

    public void Ask(string text)
    {
        var id = leg.Context.Ids.NewUuid();
        Tell("ask_request", new JsonObject { ["ask_id"] = id, ["text"] = text });
        Tell("ask_answer", new JsonObject { ["ask_id"] = id, ["text"] = leg.Context.Script.Summary });
    }

    public void StopSidecar()
    {
        if (_sidecar is null)
            return;
        Tell("stop");
        Tell("final", new JsonObject { ["summary"] = leg.Context.Script.Summary });
        _sidecar = null;
    }

    public void EndWithCall()
    {
        StopTranscription();
        StopTranslation();
        StopSidecar();
    }

    private static JsonArray LogOf(LiveSession session) => new(
        [.. session.Log.Select(static entry => new JsonObject { ["role"] = entry.Role, ["content"] = entry.Text })]);

    private static JsonObject Delta(Words entry, LiveSession session) => new()
    {
        ["input_utterance"] = new JsonObject { ["language"] = session.From, ["delta"] = entry.Text },
        ["output_utterance"] = new JsonObject { ["language"] = session.To, ["delta"] = entry.Text },
    };

    private JsonObject Utterance(Words entry, LiveSession session) => new()
    {
        ["role"] = entry.Role,
        ["content"] = entry.Text,
        ["lang"] = session.From,
        ["utterance_id"] = leg.Context.Ids.NewUuid(),
        ["timestamp"] = leg.Context.Time.GetUtcNow().ToUnixTimeMilliseconds() * 1000,
        ["confidence"] = leg.Context.Script.SpeechConfidence,
    };

    private void Raise(string name, Uri? target, JsonObject own)
    {
        own["call_info"] = CallInfo();
        own["channel_data"] = new JsonObject();
        leg.Raise(name, own, () => target);
    }

    private JsonObject CallInfo() => new()
    {
        ["project_id"] = leg.Options.ProjectId,
        ["space_id"] = leg.Context.SpaceId,
        ["content_type"] = "text/swaig",
        ["content_disposition"] = "sidecar event",
        ["conversation_type"] = "voice",
        ["call_id"] = leg.Id,
    };

    private void Tell(string type, JsonObject? more = null)
    {
        var sidecar = _sidecar!;
        var told = new JsonObject
        {
            ["type"] = type,
            ["ts"] = leg.Context.Time.GetUtcNow().ToUnixTimeMilliseconds() * 1000,
            ["tick_id"] = sidecar.Ticks++,
            ["channel_data"] = new JsonObject(),
        };
        foreach (var (field, value) in more ?? [])
            told[field] = value?.DeepClone();
        SignalWireCallbacks.RaiseBare(
            leg, SignalWireEvents.Sidecar, new JsonObject { ["call_info"] = CallInfo(), ["sidecar_event"] = told }, () => sidecar.Url);
    }

    private sealed record Words(string Role, string Text);

    private sealed class Sidecar(Uri? url)
    {
        public Uri? Url => url;

        public int Ticks { get; set; }
    }

    private sealed class LiveSession(RequestBody start)
    {
        private readonly IReadOnlyList<string> _directions = RequestBody.TextsOf(start.Element("direction"));

        public Uri? Webhook { get; } = start.Text("webhook") is { } url ? new Uri(url) : null;

        public bool IsLive { get; } = start.Flag("live_events");

        public bool HasSummary { get; } = start.Flag("ai_summary");

        public string From { get; } = start.Text("lang") ?? start.Text("from_lang", "");

        public string To { get; } = start.Text("to_lang", "");

        public List<Words> Log { get; } = [];

        public bool Hears(string role) => _directions.Contains(role, StringComparer.Ordinal);
    }
}
