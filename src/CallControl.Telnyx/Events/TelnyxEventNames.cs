namespace CallControl.Telnyx;

/// <summary>The names of the vendor's events on the wire.</summary>
/// <remarks>Long because there are 58 of them.</remarks>
public static class TelnyxEventNames
{
    /// <summary><see cref="CallInitiatedEvent"/>.</summary>
    public const string CallInitiated = "call.initiated";

    /// <summary><see cref="CallAnsweredEvent"/>.</summary>
    public const string CallAnswered = "call.answered";

    /// <summary><see cref="CallBridgedEvent"/>.</summary>
    public const string CallBridged = "call.bridged";

    /// <summary><see cref="CallHangupEvent"/>.</summary>
    public const string CallHangup = "call.hangup";

    /// <summary><see cref="CallHoldEvent"/>.</summary>
    public const string CallHold = "call.hold";

    /// <summary><see cref="CallUnholdEvent"/>.</summary>
    public const string CallUnhold = "call.unhold";

    /// <summary><see cref="CallDtmfReceivedEvent"/>.</summary>
    public const string CallDtmfReceived = "call.dtmf.received";

    /// <summary><see cref="CallGatherEndedEvent"/>.</summary>
    public const string CallGatherEnded = "call.gather.ended";

    /// <summary><see cref="CallPlaybackStartedEvent"/>.</summary>
    public const string CallPlaybackStarted = "call.playback.started";

    /// <summary><see cref="CallPlaybackEndedEvent"/>.</summary>
    public const string CallPlaybackEnded = "call.playback.ended";

    /// <summary><see cref="CallSpeakStartedEvent"/>.</summary>
    public const string CallSpeakStarted = "call.speak.started";

    /// <summary><see cref="CallSpeakEndedEvent"/>.</summary>
    public const string CallSpeakEnded = "call.speak.ended";

    /// <summary><see cref="CallMachineDetectionEndedEvent"/>.</summary>
    public const string CallMachineDetectionEnded = "call.machine.detection.ended";

    /// <summary><see cref="CallMachineGreetingEndedEvent"/>.</summary>
    public const string CallMachineGreetingEnded = "call.machine.greeting.ended";

    /// <summary><see cref="CallMachinePremiumDetectionEndedEvent"/>.</summary>
    public const string CallMachinePremiumDetectionEnded = "call.machine.premium.detection.ended";

    /// <summary><see cref="CallMachinePremiumGreetingEndedEvent"/>.</summary>
    public const string CallMachinePremiumGreetingEnded = "call.machine.premium.greeting.ended";

    /// <summary><see cref="CallRecordingSavedEvent"/>.</summary>
    public const string CallRecordingSaved = "call.recording.saved";

    /// <summary><see cref="CallRecordingErrorEvent"/>.</summary>
    public const string CallRecordingError = "call.recording.error";

    /// <summary><see cref="CallRecordingTranscriptionSavedEvent"/>.</summary>
    public const string CallRecordingTranscriptionSaved = "call.recording.transcription.saved";

    /// <summary><see cref="CallTranscriptionEvent"/>.</summary>
    public const string CallTranscription = "call.transcription";

    /// <summary><see cref="CallForkStartedEvent"/>.</summary>
    public const string CallForkStarted = "call.fork.started";

    /// <summary><see cref="CallForkStoppedEvent"/>.</summary>
    public const string CallForkStopped = "call.fork.stopped";

    /// <summary><see cref="StreamingStartedEvent"/>.</summary>
    public const string StreamingStarted = "streaming.started";

    /// <summary><see cref="StreamingStoppedEvent"/>.</summary>
    public const string StreamingStopped = "streaming.stopped";

    /// <summary><see cref="StreamingFailedEvent"/>.</summary>
    public const string StreamingFailed = "streaming.failed";

    /// <summary><see cref="SiprecStartedEvent"/>.</summary>
    public const string SiprecStarted = "siprec.started";

    /// <summary><see cref="SiprecStoppedEvent"/>.</summary>
    public const string SiprecStopped = "siprec.stopped";

    /// <summary><see cref="SiprecFailedEvent"/>.</summary>
    public const string SiprecFailed = "siprec.failed";

    /// <summary><see cref="CallReferStartedEvent"/>.</summary>
    public const string CallReferStarted = "call.refer.started";

    /// <summary><see cref="CallReferCompletedEvent"/>.</summary>
    public const string CallReferCompleted = "call.refer.completed";

    /// <summary><see cref="CallReferFailedEvent"/>.</summary>
    public const string CallReferFailed = "call.refer.failed";

    /// <summary><see cref="CallEnqueuedEvent"/>.</summary>
    public const string CallEnqueued = "call.enqueued";

    /// <summary><see cref="CallDequeuedEvent"/>.</summary>
    public const string CallDequeued = "call.dequeued";

    /// <summary><see cref="CallAiGatherEndedEvent"/>.</summary>
    public const string CallAiGatherEnded = "call.ai_gather.ended";

    /// <summary><see cref="CallAiGatherPartialResultsEvent"/>.</summary>
    public const string CallAiGatherPartialResults = "call.ai_gather.partial_results";

    /// <summary><see cref="CallAiGatherMessageHistoryUpdatedEvent"/>.</summary>
    public const string CallAiGatherMessageHistoryUpdated = "call.ai_gather.message_history_updated";

    /// <summary><see cref="CallConversationEndedEvent"/>.</summary>
    public const string CallConversationEnded = "call.conversation.ended";

    /// <summary><see cref="CallConversationInsightsGeneratedEvent"/>.</summary>
    public const string CallConversationInsightsGenerated = "call.conversation_insights.generated";

    /// <summary><see cref="CallCostEvent"/>.</summary>
    public const string CallCost = "call.cost";

    /// <summary><see cref="CallDeepfakeDetectionResultEvent"/>.</summary>
    public const string CallDeepfakeDetectionResult = "call.deepfake_detection.result";

    /// <summary><see cref="CallDeepfakeDetectionErrorEvent"/>.</summary>
    public const string CallDeepfakeDetectionError = "call.deepfake_detection.error";

    /// <summary><see cref="CallPaymentProgressEvent"/>.</summary>
    public const string CallPaymentProgress = "call.payment.progress";

    /// <summary><see cref="CallPaymentCompletedEvent"/>.</summary>
    public const string CallPaymentCompleted = "call.payment.completed";

    /// <summary><see cref="CallSipInfoReceivedEvent"/>.</summary>
    public const string CallSipInfoReceived = "call.sip_info.received";

    /// <summary><see cref="ConferenceCreatedEvent"/>.</summary>
    public const string ConferenceCreated = "conference.created";

    /// <summary><see cref="ConferenceEndedEvent"/>.</summary>
    public const string ConferenceEnded = "conference.ended";

    /// <summary><see cref="ConferenceFloorChangedEvent"/>.</summary>
    public const string ConferenceFloorChanged = "conference.floor.changed";

    /// <summary><see cref="ConferenceParticipantJoinedEvent"/>.</summary>
    public const string ConferenceParticipantJoined = "conference.participant.joined";

    /// <summary><see cref="ConferenceParticipantLeftEvent"/>.</summary>
    public const string ConferenceParticipantLeft = "conference.participant.left";

    /// <summary><see cref="ConferenceParticipantPlaybackStartedEvent"/>.</summary>
    public const string ConferenceParticipantPlaybackStarted = "conference.participant.playback.started";

    /// <summary><see cref="ConferenceParticipantPlaybackEndedEvent"/>.</summary>
    public const string ConferenceParticipantPlaybackEnded = "conference.participant.playback.ended";

    /// <summary><see cref="ConferenceParticipantSpeakStartedEvent"/>.</summary>
    public const string ConferenceParticipantSpeakStarted = "conference.participant.speak.started";

    /// <summary><see cref="ConferenceParticipantSpeakEndedEvent"/>.</summary>
    public const string ConferenceParticipantSpeakEnded = "conference.participant.speak.ended";

    /// <summary><see cref="ConferencePlaybackStartedEvent"/>.</summary>
    public const string ConferencePlaybackStarted = "conference.playback.started";

    /// <summary><see cref="ConferencePlaybackEndedEvent"/>.</summary>
    public const string ConferencePlaybackEnded = "conference.playback.ended";

    /// <summary><see cref="ConferenceSpeakStartedEvent"/>.</summary>
    public const string ConferenceSpeakStarted = "conference.speak.started";

    /// <summary><see cref="ConferenceSpeakEndedEvent"/>.</summary>
    public const string ConferenceSpeakEnded = "conference.speak.ended";

    /// <summary><see cref="ConferenceRecordingSavedEvent"/>.</summary>
    public const string ConferenceRecordingSaved = "conference.recording.saved";
}
