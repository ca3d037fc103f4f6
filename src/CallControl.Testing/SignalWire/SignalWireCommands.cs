using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// All commands but <c>dial</c> and <c>update</c>. Unverified: that a call which is not answered refuses with <c>invalid_state</c> all but
/// an end, a transfer and an event; that a follow-up to an operation that does not run is 404; that a <c>control_id</c> in use is
/// <c>invalid_parameter</c>; that what is already so (paused, on hold) is <c>invalid_state</c>. A conflict is 409, as one page has it.
/// </summary>
internal static class SignalWireCommands
{
    private static readonly Dictionary<string, SignalWireCommand> All = new(StringComparer.Ordinal)
    {
        ["calling.end"] = new(End, NeedsAnswer: false),
        ["calling.disconnect"] = new(Disconnect),
        ["calling.transfer"] = new(Transfer, NeedsAnswer: false),
        ["calling.refer"] = new(Refer),
        ["calling.user_event"] = new(static (_, _) => null, NeedsAnswer: false),
        ["calling.play"] = new(Play),
        ["calling.play.pause"] = new(static (leg, body) => WithPlay(leg, body, mustBePaused: false, static play => play.Pause())),
        ["calling.play.resume"] = new(static (leg, body) => WithPlay(leg, body, mustBePaused: true, static play => play.Resume())),
        ["calling.play.stop"] = new(static (leg, body) => Stop(leg, body, PlayOperation.Name)),
        ["calling.play.volume"] = new(static (leg, body) => With<PlayOperation>(leg, body, PlayOperation.Name, static _ => null)),
        ["calling.record"] = new(Record),
        ["calling.record.pause"] = new(PauseRecord),
        ["calling.record.resume"] = new(ResumeRecord),
        ["calling.record.stop"] = new(static (leg, body) => Stop(leg, body, RecordOperation.Name)),
        ["calling.collect"] = new(Collect),
        ["calling.collect.stop"] = new(static (leg, body) => Stop(leg, body, CollectOperation.Name)),
        ["calling.collect.start_input_timers"] = new(StartTimers),
        ["calling.detect"] = new(Detect),
        ["calling.detect.stop"] = new(static (leg, body) => Stop(leg, body, DetectOperation.Name)),
        ["calling.tap"] = new(Tap),
        ["calling.tap.stop"] = new(static (leg, body) => Stop(leg, body, TapOperation.Name)),
        ["calling.stream"] = new(Stream),
        ["calling.stream.stop"] = new(static (leg, body) => Stop(leg, body, StreamOperation.Name)),
        ["calling.transcribe"] = new(Transcribe),
        ["calling.transcribe.stop"] = new(StopTranscribe),
        ["calling.denoise"] = new(static (leg, _) => Denoise(leg, isOn: true)),
        ["calling.denoise.stop"] = new(static (leg, _) => Denoise(leg, isOn: false)),
        ["calling.live_transcribe"] = new(LiveTranscribe),
        ["calling.live_translate"] = new(LiveTranslate),
        ["calling.ai_hold"] = new(static (_, _) => null),
        ["calling.ai_unhold"] = new(static (_, _) => null),
        ["calling.ai_message"] = new(static (_, _) => null),
        ["calling.ai.stop"] = new(static (_, _) => null),
        ["calling.ai_sidecar"] = new(StartSidecar),
        ["calling.ai_sidecar.poke"] = new(static (leg, body) => WithSidecar(leg, assistants => assistants.Poke(body.Text("text", "")))),
        ["calling.ai_sidecar.ask"] = new(static (leg, body) => WithSidecar(leg, assistants => assistants.Ask(body.Text("text", "")))),
        ["calling.ai_sidecar.stop"] = new(static (leg, _) => WithSidecar(leg, static assistants => assistants.StopSidecar())),
        ["calling.ai_sidecar.status"] = new(static (leg, _) => WithSidecar(leg, static _ => { })),

        // No command starts a fax here, and no method of the emulator's documents does.
        ["calling.send_fax.stop"] = new(static (leg, body) => Stop(leg, body, "send_fax")),
        ["calling.receive_fax.stop"] = new(static (leg, body) => Stop(leg, body, "receive_fax")),
    };

    public static SignalWireCommand? Find(string name) => All.GetValueOrDefault(name);

    public static EmulatorResponse WrongState(string message) => new SignalWireError(SignalWireErrors.InvalidState, message).ToResponse();

    private static Uri? StatusUrl(RequestBody body) => body.Text("status_url") is { } url ? new Uri(url) : null;

    private static EmulatorResponse? End(SignalWireLeg leg, RequestBody body)
    {
        leg.End(SignalWireEnd.ByApplication(leg.IsInbound, body.Text("reason", "hangup")));
        return null;
    }

    private static EmulatorResponse? Disconnect(SignalWireLeg leg, RequestBody body)
    {
        if (leg.Bridge is not { } bridge)
            return WrongState("The call is not connected to another one.");
        bridge.Separate();
        return null;
    }

    /// <summary>
    /// Unverified: that a text that is neither an address nor a document is called (a number, a SIP address), as the vendor's page on
    /// this command has it and its protocol's draft has not.
    /// </summary>
    private static EmulatorResponse? Transfer(SignalWireLeg leg, RequestBody body)
    {
        if (body.Text("dest") is { } text && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            leg.Begin().StartFrom([url!]);
            return null;
        }

        var document = body.Text("dest") is { } named ? DocumentOf(named) : SwmlDocument.Of(body.Element("dest")!.Value, out _);
        if (document is null)
            return new SignalWireError(SignalWireErrors.InvalidParameter, "The destination is not understood.", "dest").ToResponse();
        leg.Begin().Start(document);
        return null;
    }

    private static SwmlDocument? DocumentOf(string destination)
    {
        if (SwmlDocument.Parse(destination, out _) is { } inline)
            return inline;
        if (SignalWireLeg.KindOf(destination) is "phone" && !SignalWireRules.IsE164(destination))
            return null;
        var document = new JsonObject
        {
            ["sections"] = new JsonObject
            {
                ["main"] = new JsonArray(new JsonObject { ["connect"] = new JsonObject { ["to"] = destination } }),
            },
        };
        return SwmlDocument.Of(JsonParts.ElementOf(document), out _);
    }

    /// <summary>Unverified: the code for a call that is no SIP call.</summary>
    private static EmulatorResponse? Refer(SignalWireLeg leg, RequestBody body)
    {
        if (leg.Kind is not "sip")
            return WrongState("Only a SIP call can be referred.");
        ReferProgress.Start(leg, body.Object("device")!.Object("params")!.Text("to", ""), StatusUrl(body));
        return null;
    }

    private static EmulatorResponse? Play(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, PlayOperation.Name) is { } refusal)
            return refusal;
        var items = body.Element("play")!.Value.EnumerateArray().Select(item => PlayItem.OfCommand(leg.Options, item)).ToList();
        var times = body.Integer("loop", 1);
        PlayOperation.Start(leg, body.Text("control_id", ""), StatusUrl(body), items, times == 0 ? null : times);
        return null;
    }

    private static EmulatorResponse? WithPlay(SignalWireLeg leg, RequestBody body, bool mustBePaused, Action<PlayOperation> effect) =>
        With<PlayOperation>(leg, body, PlayOperation.Name, play =>
        {
            if (play.IsPaused != mustBePaused)
                return WrongState(mustBePaused ? "The playback is not paused." : "The playback is paused.");
            effect(play);
            return null;
        });

    private static EmulatorResponse? Record(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, RecordOperation.Name) is { } refusal)
            return refusal;
        RecordOperation.Start(
            leg, body.Text("control_id", ""), StatusUrl(body), RecordTerms.OfCommand(body.Object("record")!.Object("audio")!));
        return null;
    }

    private static EmulatorResponse? PauseRecord(SignalWireLeg leg, RequestBody body) =>
        With<RecordOperation>(leg, body, RecordOperation.Name, record =>
        {
            if (record.PauseBehavior is not null)
                return WrongState("The recording is paused.");
            record.Pause(body.Text("behavior", "skip"));
            return null;
        });

    private static EmulatorResponse? ResumeRecord(SignalWireLeg leg, RequestBody body) =>
        With<RecordOperation>(leg, body, RecordOperation.Name, static record =>
        {
            if (record.PauseBehavior is null)
                return WrongState("The recording is not paused.");
            record.Resume();
            return null;
        });

    private static EmulatorResponse? Collect(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, CollectOperation.Name) is { } refusal)
            return refusal;
        CollectOperation.Start(
            leg, body.Text("control_id", ""), StatusUrl(body), CollectTerms.OfCommand(leg.Options, body), body.Flag("start_input_timers"));
        return null;
    }

    private static EmulatorResponse? StartTimers(SignalWireLeg leg, RequestBody body) =>
        With<CollectOperation>(leg, body, CollectOperation.Name, static collect =>
        {
            collect.StartTimers();
            return null;
        });

    private static EmulatorResponse? Detect(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, DetectOperation.Name) is { } refusal)
            return refusal;
        DetectOperation.Start(leg, body.Text("control_id", ""), StatusUrl(body), DetectTerms.OfCommand(body));
        return null;
    }

    private static EmulatorResponse? Tap(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, TapOperation.Name) is { } refusal)
            return refusal;
        TapOperation.Start(leg, body.Text("control_id", ""), StatusUrl(body), Copy(body, "tap"), Copy(body, "device"));
        return null;
    }

    private static EmulatorResponse? Stream(SignalWireLeg leg, RequestBody body)
    {
        if (RefuseUsed(leg, body, StreamOperation.Name) is { } refusal)
            return refusal;
        StreamOperation.Start(leg, body.Text("control_id", ""), StreamTerms.OfCommand(body));
        return null;
    }

    private static EmulatorResponse? Transcribe(SignalWireLeg leg, RequestBody body)
    {
        if (leg.Transcription.IsRunning)
            return SignalWireError.Plain(409);
        leg.Transcription.Start(body.Text("control_id", ""), StatusUrl(body));
        return null;
    }

    private static EmulatorResponse? StopTranscribe(SignalWireLeg leg, RequestBody body)
    {
        if (!leg.Transcription.IsRunningAs(body.Text("control_id", "")))
            return SignalWireError.Plain(404);
        leg.Transcription.Stop();
        return null;
    }

    private static EmulatorResponse? Denoise(SignalWireLeg leg, bool isOn)
    {
        if (leg.IsDenoised == isOn)
            return SignalWireError.Plain(409);
        leg.IsDenoised = isOn;
        return null;
    }

    private static EmulatorResponse? LiveTranscribe(SignalWireLeg leg, RequestBody body)
    {
        var assistants = leg.Assistants;
        if (body.Object("action") is { } action && action.Object("start") is { } start)
        {
            if (assistants.IsTranscribing)
                return SignalWireError.Plain(409);
            assistants.StartTranscription(start);
            return null;
        }

        if (!assistants.IsTranscribing)
            return WrongState("The call is not transcribed live.");
        if (body.Object("action")?.Object("summarize") is { } summarize)
            assistants.SummarizeTranscription(WebhookOf(summarize));
        else
            assistants.StopTranscription();
        return null;
    }

    private static EmulatorResponse? LiveTranslate(SignalWireLeg leg, RequestBody body)
    {
        var assistants = leg.Assistants;
        var action = body.Object("action");
        if (action?.Object("start") is { } start)
        {
            if (assistants.IsTranslating)
                return SignalWireError.Plain(409);
            assistants.StartTranslation(start);
            return null;
        }

        if (!assistants.IsTranslating)
            return WrongState("The call is not translated live.");
        if (action is null)
            assistants.StopTranslation();
        else if (action.Object("summarize") is { } summarize)
            assistants.SummarizeTranslation(WebhookOf(summarize));
        return null;
    }

    private static EmulatorResponse? StartSidecar(SignalWireLeg leg, RequestBody body)
    {
        if (leg.Assistants.HasSidecar)
            return SignalWireError.Plain(409);
        leg.Assistants.StartSidecar(body.Text("url") is { } url ? new Uri(url) : null);
        return null;
    }

    private static EmulatorResponse? WithSidecar(SignalWireLeg leg, Action<LegAssistants> effect)
    {
        if (!leg.Assistants.HasSidecar)
            return WrongState("The call has no sidecar.");
        effect(leg.Assistants);
        return null;
    }

    private static Uri? WebhookOf(RequestBody body) => body.Text("webhook") is { } url ? new Uri(url) : null;

    private static EmulatorResponse? Stop(SignalWireLeg leg, RequestBody body, string kind) =>
        With<LegOperation>(leg, body, kind, static operation =>
        {
            operation.Stop();
            return null;
        });

    private static EmulatorResponse? With<T>(SignalWireLeg leg, RequestBody body, string kind, Func<T, EmulatorResponse?> effect)
        where T : LegOperation =>
        leg.Operations.Find(kind, body.Text("control_id", "")) is T operation ? effect(operation) : SignalWireError.Plain(404);

    private static EmulatorResponse? RefuseUsed(SignalWireLeg leg, RequestBody body, string kind) =>
        leg.Operations.IsUsed(kind, body.Text("control_id", ""))
            ? new SignalWireError(SignalWireErrors.InvalidParameter, "The control_id is in use.", "control_id").ToResponse()
            : null;

    private static JsonObject Copy(RequestBody body, string name) => JsonParts.ObjectOf(body.Element(name)!.Value);
}
