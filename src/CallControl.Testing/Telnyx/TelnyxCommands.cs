using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>The 41 commands of a leg, by the last part of their path.</summary>
/// <remarks>
/// Unverified: which commands an unanswered leg takes beside <c>answer</c>, <c>reject</c>, <c>hangup</c> and <c>transfer</c> (here
/// <c>bridge</c> and <c>client_state_update</c>); that <c>reject</c> and a second <c>answer</c> of an answered leg earn 90102, as
/// does a bridge refused by <c>prevent_double_bridge</c>; and that stopping what does not run is refused with 10027 where the vendor's
/// table has no code for it.
/// </remarks>
internal static class TelnyxCommands
{
    private static readonly Dictionary<string, TelnyxCommand> All = new(StringComparer.Ordinal)
    {
        ["answer"] = Early(Answer),
        ["reject"] = Early(Reject),
        ["hangup"] = Early(Hangup),
        ["bridge"] = Early(TelnyxBridging.Bridge),
        ["transfer"] = Early(TelnyxBridging.Transfer),
        ["client_state_update"] = Early(static (_, _, _) => null),
        ["refer"] = Talking(Refer),
        ["switch_supervisor_role"] = Talking(static (_, _, _) => null),

        ["playback_start"] = Talking(StartPlayback),
        ["playback_stop"] = Talking(static (leg, body, _) => Done(() => leg.Media.Stop(body.Text("stop", "all"), body.Flag("overlay")))),
        ["speak"] = Talking(static (leg, body, _) => Done(() => leg.Media.Play(body, LegMedia.Speech(leg)))),
        ["suppression_start"] = Talking(static (_, _, _) => null),
        ["suppression_stop"] = Talking(static (_, _, _) => null),

        ["gather"] = Talking(Gather),
        ["gather_using_audio"] = Talking(GatherUsingAudio),
        ["gather_using_speak"] = Talking(GatherUsingSpeak),
        ["gather_using_ai"] = Talking(static (leg, body, data) => StartAssistant(leg, data, () => leg.Assistant.Collect(body))),
        ["gather_stop"] = Talking(StopGather),
        ["send_dtmf"] = Talking(SendDtmf),
        ["send_sip_info"] = Talking(static (_, _, _) => null),

        ["record_start"] = new(NeedsAnswer: false, StartRecording),
        ["record_stop"] = Recording(static (recordings, id) => recordings.Stop(id)),
        ["record_pause"] = Recording(static (recordings, id) => recordings.Pause(id)),
        ["record_resume"] = Recording(static (recordings, id) => recordings.Resume(id)),
        ["transcription_start"] = Talking(StartTranscription),
        ["transcription_stop"] = Talking(StopTranscription),

        ["siprec_start"] = Talking(StartSiprec),
        ["siprec_stop"] = Talking(StopSiprec),
        ["streaming_start"] = Talking(StartStreaming),
        ["streaming_stop"] = Talking(StopStreaming),
        ["fork_start"] = Talking(StartFork),
        ["fork_stop"] = Talking(StopFork),

        ["enqueue"] = Talking(Enqueue),
        ["leave_queue"] = Talking(LeaveQueue),

        ["ai_assistant_start"] = Talking(static (leg, body, data) =>
            StartAssistant(leg, data, () => leg.Assistant.Start(body.Object("assistant")?.Text("id")))),
        ["ai_assistant_stop"] = Talking(static (leg, _, _) => StopAssistant(leg, isRelay: false)),
        ["ai_assistant_join"] = Talking(JoinAssistant),
        ["ai_assistant_add_messages"] = Talking(static (leg, _, _) =>
            leg.Assistant is { IsRunning: true, IsRelay: false } ? null : NotRunning()),
        ["conversation_relay_start"] = Talking(StartRelay),
        ["conversation_relay_stop"] = Talking(static (leg, _, _) => StopAssistant(leg, isRelay: true)),
        ["pay"] = Talking(Pay),
    };

    public static TelnyxCommand? Find(string name) => All.GetValueOrDefault(name);

    private static TelnyxCommand Early(TelnyxCommandEffect effect) => new(NeedsAnswer: false, effect);

    private static TelnyxCommand Talking(TelnyxCommandEffect effect) => new(NeedsAnswer: true, effect);

    private static TelnyxError? Done(Action action)
    {
        action();
        return null;
    }

    private static TelnyxError NotRunning() => TelnyxError.Unprocessable(TelnyxErrors.Unprocessable, "Nothing of the kind is running.");

    private static TelnyxError? Answer(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (!leg.IsIncoming || leg.State is not LegState.Ringing || leg.IsAnswerAccepted)
            return TelnyxError.Unprocessable(TelnyxErrors.InvalidCommand, "Only an unanswered inbound call can be answered.");
        leg.IsAnswerAccepted = true;
        leg.Webhooks.Configure(body);
        var recordingId = RecordingIdFor(leg, body, data);
        leg.WhenAnswered(() =>
        {
            leg.Recordings.StartFromAnswer(body, recordingId);
            TelnyxDialer.BeginServices(leg, body);
        });
        leg.After(leg.Options.AnswerDelay, leg.BecomeAnswered);
        return null;
    }

    /// <summary>The id that the answer of a recorded call tells; null when it is not to be recorded.</summary>
    public static string? RecordingIdFor(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (body.Text("record") is not "record-from-answer")
            return null;
        var id = leg.Context.Ids.NewUuid();
        data["recording_id"] = id;
        return id;
    }

    private static TelnyxError? Reject(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (!leg.IsIncoming || leg.State is not LegState.Ringing)
            return TelnyxError.Unprocessable(TelnyxErrors.InvalidCommand, "Only an unanswered inbound call can be rejected.");
        leg.End(body.Text("cause") is "USER_BUSY" ? LegEnd.Busy : LegEnd.Rejected);
        return null;
    }

    private static TelnyxError? Hangup(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        Done(() => leg.End(LegEnd.HangUp(byCaller: !leg.IsIncoming, leg.State is LegState.Answered)));

    private static TelnyxError? Refer(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        var status = leg.Context.Script.ReferResponse?.Invoke(body.Text("sip_address", "")) ?? 200;
        leg.Raise(TelnyxEvents.ReferStarted, new JsonObject { ["sip_notify_response"] = 100 });

        // Unverified: that the leg stays up after a completed REFER until somebody hangs up.
        leg.After(leg.Options.ServiceTime, () => leg.Raise(
            status < 300 ? TelnyxEvents.ReferCompleted : TelnyxEvents.ReferFailed,
            new JsonObject { ["sip_notify_response"] = status }));
        return null;
    }

    private static TelnyxError? StartPlayback(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        var overlay = body.Flag("overlay");
        if (overlay && !leg.Media.IsPlayingFile)
            return TelnyxError.Unprocessable(TelnyxErrors.Unprocessable, "An overlay needs a file that plays.", "/overlay");
        leg.Media.Play(body, LegMedia.File(leg, body.Text("audio_url"), body.Text("media_name"), overlay));
        return null;
    }

    private static TelnyxError? Gather(TelnyxLeg leg, RequestBody body, JsonObject data) => Done(() => leg.Gather.Start(
        GatherTerms.Of(body) with
        {
            Tries = 1,
            First = body.Milliseconds("initial_timeout_millis", 5000),
            Overall = body.Milliseconds("timeout_millis", 60_000),
            GatherId = body.Text("gather_id") ?? leg.Context.Ids.NewUuid(),
        }));

    private static TelnyxError? GatherUsingAudio(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        Func<MediaItem> File(string url, string name) => () => LegMedia.File(leg, body.Text(url), body.Text(name), overlay: false);
        leg.Gather.Start(GatherTerms.Of(body) with
        {
            Prompt = File("audio_url", "media_name"),
            Invalid = body.Has("invalid_audio_url") || body.Has("invalid_media_name")
                ? File("invalid_audio_url", "invalid_media_name")
                : null,
        });
        return null;
    }

    private static TelnyxError? GatherUsingSpeak(TelnyxLeg leg, RequestBody body, JsonObject data) => Done(() => leg.Gather.Start(
        GatherTerms.Of(body) with
        {
            Prompt = () => LegMedia.Speech(leg),
            Invalid = body.Has("invalid_payload") ? () => LegMedia.Speech(leg) : null,
        }));

    private static TelnyxError? StopGather(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Gather.IsRunning ? Done(leg.Gather.Stop) : NotRunning();

    private static TelnyxError? SendDtmf(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        foreach (var key in body.Text("digits", "").Where(static key => key is not ('w' or 'W')))
            leg.Hear(key);

        return null;
    }

    private static TelnyxError? StartRecording(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (leg.State is not LegState.Answered)
            return TelnyxError.Unprocessable(TelnyxErrors.RecordingTooEarly);
        var silence = body.Seconds("timeout_secs", 0);
        if (silence > TimeSpan.Zero && leg.Transcription.IsRunning)
            return TelnyxError.Unprocessable(TelnyxErrors.RecordingWhileTranscribing, pointer: "/timeout_secs");
        leg.Recordings.Start(new RecordingTerms
        {
            Id = leg.Context.Ids.NewUuid(),
            Format = body.Text("format", "mp3"),
            Channels = body.Text("recording_track", "both") is "both" ? body.Text("channels", "single") : "single",
            FileName = body.Text("custom_file_name"),
            MaxLength = body.Seconds("max_length", 0),
            Silence = silence,
            Transcribe = body.Flag("transcription"),
        });
        return null;
    }

    private static TelnyxCommand Recording(Action<LegRecordings, string?> action) => Talking((leg, body, _) =>
    {
        var id = body.Text("recording_id");
        if (!leg.Recordings.Knows(id))
            return TelnyxError.Unprocessable(TelnyxErrors.InvalidId, "No such recording is running.", "/recording_id");
        action(leg.Recordings, id);
        return null;
    });

    private static TelnyxError? StartTranscription(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Transcription.IsRunning
            ? TelnyxError.Unprocessable(TelnyxErrors.TranscriptionRunning)
            : Done(() => leg.Transcription.Start(body));

    private static TelnyxError? StopTranscription(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Transcription.IsRunning ? Done(leg.Transcription.Stop) : TelnyxError.Unprocessable(TelnyxErrors.TranscriptionNotRunning);

    private static TelnyxError? StartSiprec(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.HasSiprec
            ? TelnyxError.Unprocessable(TelnyxErrors.Unprocessable, "A SIPREC session is running.")
            : Done(() => leg.Streams.StartSiprec(body.Seconds("session_timeout_secs", 1800)));

    private static TelnyxError? StopSiprec(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.HasSiprec ? Done(() => leg.Streams.StopSiprec("normal_clearing")) : NotRunning();

    private static TelnyxError? StartStreaming(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.IsUsed ? TelnyxError.Unprocessable(TelnyxErrors.StreamingUsed) : Done(() => leg.Streams.StartStream(body));

    private static TelnyxError? StopStreaming(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.Knows(body.Text("stream_id")) ? Done(leg.Streams.StopStream) : TelnyxError.Unprocessable(TelnyxErrors.StreamingNotUsed);

    private static TelnyxError? StartFork(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.IsForked
            ? TelnyxError.Unprocessable(TelnyxErrors.StreamingUsed)
            : Done(() => leg.Streams.StartFork(body));

    /// <summary>Unverified: that the stream type given here need not be the one of the start.</summary>
    private static TelnyxError? StopFork(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Streams.IsForked ? Done(leg.Streams.StopFork) : TelnyxError.Unprocessable(TelnyxErrors.NotForked);

    private static TelnyxError? Enqueue(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (leg.Place.IsTaken)
            return TelnyxError.Unprocessable(TelnyxErrors.AlreadyInQueue);
        var queue = leg.Context.Queues.FindOrAdd(body.Text("queue_name", ""), body.Integer("max_size", 100));
        if (body.Has("max_size") && body.Integer("max_size", 100) != queue.MaxSize)
            return TelnyxError.Unprocessable(TelnyxErrors.QueueSizeFixed, pointer: "/max_size");
        if (queue.Waiting.Count >= queue.MaxSize)
            return TelnyxError.Unprocessable(TelnyxErrors.QueueFull);
        leg.Place.Enter(queue, body.Has("max_wait_time_secs") ? body.Seconds("max_wait_time_secs", 0) : null);
        return null;
    }

    private static TelnyxError? LeaveQueue(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Place.IsTaken ? Done(() => leg.Place.Leave("leave")) : TelnyxError.Unprocessable(TelnyxErrors.NotInQueue);

    private static TelnyxError? StartAssistant(TelnyxLeg leg, JsonObject data, Func<string> start)
    {
        if (leg.Assistant.IsRunning)
            return TelnyxError.Unprocessable(TelnyxErrors.AssistantRunning);
        data["conversation_id"] = start();
        return null;
    }

    private static TelnyxError? StopAssistant(TelnyxLeg leg, bool isRelay) =>
        leg.Assistant.IsRunning && leg.Assistant.IsRelay == isRelay ? Done(() => leg.Assistant.Stop()) : NotRunning();

    private static TelnyxError? JoinAssistant(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        var conversationId = body.Text("conversation_id", "");
        if (!leg.Context.Legs.Values.Any(other => other.Assistant.Talks(conversationId)))
            return TelnyxError.Unprocessable(TelnyxErrors.NotFound, "No such conversation is running.", "/conversation_id");
        data["conversation_id"] = conversationId;
        return null;
    }

    private static TelnyxError? StartRelay(TelnyxLeg leg, RequestBody body, JsonObject data)
    {
        if (leg.Assistant.IsRunning)
            return TelnyxError.Unprocessable(TelnyxErrors.AssistantRunning);
        data["conversation_relay_id"] = leg.Assistant.Start(assistantId: null, isRelay: true);
        return null;
    }

    private static TelnyxError? Pay(TelnyxLeg leg, RequestBody body, JsonObject data) =>
        leg.Payment.IsRunning
            ? TelnyxError.Unprocessable(TelnyxErrors.Unprocessable, "A payment is running.")
            : Done(() => leg.Payment.Start(body));
}
