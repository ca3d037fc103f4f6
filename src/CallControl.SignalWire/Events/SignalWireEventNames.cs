namespace CallControl.SignalWire;

/// <summary>The names of the vendor's events on the wire.</summary>
/// <remarks>Long because there are 32 of them.</remarks>
public static class SignalWireEventNames
{
    /// <summary><see cref="CallStateEvent"/>.</summary>
    public const string CallState = "calling.call.state";

    /// <summary><see cref="CallReceiveEvent"/>.</summary>
    public const string CallReceive = "calling.call.receive";

    /// <summary><see cref="CallPlayEvent"/>.</summary>
    public const string CallPlay = "calling.call.play";

    /// <summary><see cref="CallRecordEvent"/>.</summary>
    public const string CallRecord = "calling.call.record";

    /// <summary><see cref="CallCollectEvent"/>.</summary>
    public const string CallCollect = "calling.call.collect";

    /// <summary><see cref="CallDetectEvent"/>.</summary>
    public const string CallDetect = "calling.call.detect";

    /// <summary><see cref="CallTapEvent"/>.</summary>
    public const string CallTap = "calling.call.tap";

    /// <summary><see cref="CallStreamEvent"/>.</summary>
    public const string CallStream = "calling.call.stream";

    /// <summary><see cref="CallTranscribeEvent"/>.</summary>
    public const string CallTranscribe = "calling.call.transcribe";

    /// <summary><see cref="CallDenoiseEvent"/>.</summary>
    public const string CallDenoise = "calling.call.denoise";

    /// <summary><see cref="CallConnectEvent"/>.</summary>
    public const string CallConnect = "calling.call.connect";

    /// <summary><see cref="CallDialEvent"/>.</summary>
    public const string CallDial = "calling.call.dial";

    /// <summary><see cref="CallFaxEvent"/>.</summary>
    public const string CallFax = "calling.call.fax";

    /// <summary><see cref="CallPayEvent"/>.</summary>
    public const string CallPay = "calling.call.pay";

    /// <summary><see cref="CallReferEvent"/>.</summary>
    public const string CallRefer = "calling.call.refer";

    /// <summary><see cref="CallQueueEvent"/>.</summary>
    public const string CallQueue = "calling.call.queue";

    /// <summary><see cref="ConferenceEvent"/>.</summary>
    public const string Conference = "calling.conference";

    /// <summary><see cref="CallSendDigitsEvent"/>.</summary>
    public const string CallSendDigits = "calling.call.send_digits";

    /// <summary><see cref="CallEchoEvent"/>.</summary>
    public const string CallEcho = "calling.call.echo";

    /// <summary><see cref="CallRoomEvent"/>.</summary>
    public const string CallRoom = "calling.call.room";

    /// <summary><see cref="CallAiEvent"/>.</summary>
    public const string CallAi = "calling.call.ai";

    /// <summary><see cref="UserEvent"/>.</summary>
    public const string UserEvent = "calling.user_event";

    /// <summary><see cref="ErrorEvent"/>.</summary>
    public const string Error = "calling.error";

    /// <summary><see cref="AiTranscribeUtteranceEvent"/>.</summary>
    public const string AiTranscribeUtterance = "calling.ai.transcribe.utterance";

    /// <summary><see cref="AiTranscribeLiveSummarizeEvent"/>.</summary>
    public const string AiTranscribeLiveSummarize = "calling.ai.transcribe.live_summarize";

    /// <summary><see cref="AiTranscribeConversationLogEvent"/>.</summary>
    public const string AiTranscribeConversationLog = "calling.ai.transcribe.conversation_log";

    /// <summary><see cref="AiTranslateTranscriptDeltaEvent"/>.</summary>
    public const string AiTranslateTranscriptDelta = "calling.ai.translate.transcript_delta";

    /// <summary><see cref="AiTranslateLiveSummaryEvent"/>.</summary>
    public const string AiTranslateLiveSummary = "calling.ai.translate.live_summary";

    /// <summary><see cref="AiTranslateConversationLogEvent"/>.</summary>
    public const string AiTranslateConversationLog = "calling.ai.translate.conversation_log";

    /// <summary><see cref="AiSidecarEvent"/>.</summary>
    public const string AiSidecar = "calling.ai.sidecar";

    /// <summary><see cref="TranscriptCompletedEvent"/>.</summary>
    public const string TranscriptCompleted = "calling.transcript.completed";

    /// <summary><see cref="TranscriptFailedEvent"/>.</summary>
    public const string TranscriptFailed = "calling.transcript.failed";
}
