namespace CallControl.Testing;

/// <summary>The names of the vendor's webhooks, all 58 of them.</summary>
internal static class TelnyxEvents
{
    public const string AiGatherEnded = "call.ai_gather.ended";
    public const string AiGatherMessageHistoryUpdated = "call.ai_gather.message_history_updated";
    public const string AiGatherPartialResults = "call.ai_gather.partial_results";
    public const string Answered = "call.answered";
    public const string Bridged = "call.bridged";
    public const string ConversationEnded = "call.conversation.ended";
    public const string ConversationInsightsGenerated = "call.conversation_insights.generated";
    public const string Cost = "call.cost";
    public const string DeepfakeDetectionError = "call.deepfake_detection.error";
    public const string DeepfakeDetectionResult = "call.deepfake_detection.result";
    public const string Dequeued = "call.dequeued";
    public const string DtmfReceived = "call.dtmf.received";
    public const string Enqueued = "call.enqueued";
    public const string ForkStarted = "call.fork.started";
    public const string ForkStopped = "call.fork.stopped";
    public const string GatherEnded = "call.gather.ended";
    public const string Hangup = "call.hangup";
    public const string Hold = "call.hold";
    public const string Initiated = "call.initiated";
    public const string MachineDetectionEnded = "call.machine.detection.ended";
    public const string MachineGreetingEnded = "call.machine.greeting.ended";
    public const string MachinePremiumDetectionEnded = "call.machine.premium.detection.ended";
    public const string MachinePremiumGreetingEnded = "call.machine.premium.greeting.ended";
    public const string PaymentCompleted = "call.payment.completed";
    public const string PaymentProgress = "call.payment.progress";
    public const string PlaybackEnded = "call.playback.ended";
    public const string PlaybackStarted = "call.playback.started";
    public const string RecordingError = "call.recording.error";
    public const string RecordingSaved = "call.recording.saved";
    public const string RecordingTranscriptionSaved = "call.recording.transcription.saved";
    public const string ReferCompleted = "call.refer.completed";
    public const string ReferFailed = "call.refer.failed";
    public const string ReferStarted = "call.refer.started";
    public const string SipInfoReceived = "call.sip_info.received";
    public const string SpeakEnded = "call.speak.ended";
    public const string SpeakStarted = "call.speak.started";
    public const string Transcription = "call.transcription";
    public const string Unhold = "call.unhold";
    public const string SiprecFailed = "siprec.failed";
    public const string SiprecStarted = "siprec.started";
    public const string SiprecStopped = "siprec.stopped";
    public const string StreamingFailed = "streaming.failed";
    public const string StreamingStarted = "streaming.started";
    public const string StreamingStopped = "streaming.stopped";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        AiGatherEnded,
        AiGatherMessageHistoryUpdated,
        AiGatherPartialResults,
        Answered,
        Bridged,
        ConversationEnded,
        ConversationInsightsGenerated,
        Cost,
        DeepfakeDetectionError,
        DeepfakeDetectionResult,
        Dequeued,
        DtmfReceived,
        Enqueued,
        ForkStarted,
        ForkStopped,
        GatherEnded,
        Hangup,
        Hold,
        Initiated,
        MachineDetectionEnded,
        MachineGreetingEnded,
        MachinePremiumDetectionEnded,
        MachinePremiumGreetingEnded,
        PaymentCompleted,
        PaymentProgress,
        PlaybackEnded,
        PlaybackStarted,
        RecordingError,
        RecordingSaved,
        RecordingTranscriptionSaved,
        ReferCompleted,
        ReferFailed,
        ReferStarted,
        SipInfoReceived,
        SpeakEnded,
        SpeakStarted,
        Transcription,
        Unhold,
        SiprecFailed,
        SiprecStarted,
        SiprecStopped,
        StreamingFailed,
        StreamingStarted,
        StreamingStopped,
        "conference.created",
        "conference.ended",
        "conference.floor.changed",
        "conference.participant.joined",
        "conference.participant.left",
        "conference.participant.playback.ended",
        "conference.participant.playback.started",
        "conference.participant.speak.ended",
        "conference.participant.speak.started",
        "conference.playback.ended",
        "conference.playback.started",
        "conference.recording.saved",
        "conference.speak.ended",
        "conference.speak.started",
    };

    /// <summary>The events of calls whose payloads carry neither <c>from</c> nor <c>to</c>.</summary>
    private static readonly HashSet<string> WithoutNumbers = new(StringComparer.Ordinal)
    {
        ConversationInsightsGenerated,
        Cost,
        DeepfakeDetectionError,
        DeepfakeDetectionResult,
        Dequeued,
        Enqueued,
        ForkStarted,
        ForkStopped,
        PlaybackEnded,
        PlaybackStarted,
        RecordingError,
        RecordingSaved,
        RecordingTranscriptionSaved,
        SipInfoReceived,
        SpeakEnded,
        SpeakStarted,
        Transcription,
        SiprecFailed,
        SiprecStarted,
        SiprecStopped,
        StreamingFailed,
        StreamingStarted,
        StreamingStopped,
    };

    public static bool IsKnown(string name) => Known.Contains(name);

    public static bool HasNumbers(string name) => !WithoutNumbers.Contains(name);
}
