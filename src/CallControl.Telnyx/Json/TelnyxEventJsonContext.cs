using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>How the payloads of webhooks are read, generated at build. What is converted here is read more liberally than <c>System.Text.Json</c> does.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(TextConverter),
        typeof(IntegerConverter),
        typeof(NumberConverter),
        typeof(AmountConverter),
        typeof(SecondsConverter),
        typeof(TruthConverter),
        typeof(TimeConverter),
        typeof(CallIdConverter),
        typeof(EventSipHeaderConverter),
        typeof(ListConverter<AiGatherMessage>),
        typeof(ListConverter<CallCostPart>),
        typeof(ListConverter<ConversationInsight>),
        typeof(ListConverter<SipHeader>),
        typeof(ListConverter<string>),
    ])]
[JsonSerializable(typeof(CallAiGatherEndedEvent))]
[JsonSerializable(typeof(CallAiGatherMessageHistoryUpdatedEvent))]
[JsonSerializable(typeof(CallAiGatherPartialResultsEvent))]
[JsonSerializable(typeof(CallAnsweredEvent))]
[JsonSerializable(typeof(CallBridgedEvent))]
[JsonSerializable(typeof(CallConversationEndedEvent))]
[JsonSerializable(typeof(CallConversationInsightsGeneratedEvent))]
[JsonSerializable(typeof(CallCostEvent))]
[JsonSerializable(typeof(CallDeepfakeDetectionErrorEvent))]
[JsonSerializable(typeof(CallDeepfakeDetectionResultEvent))]
[JsonSerializable(typeof(CallDequeuedEvent))]
[JsonSerializable(typeof(CallDtmfReceivedEvent))]
[JsonSerializable(typeof(CallEnqueuedEvent))]
[JsonSerializable(typeof(CallForkStartedEvent))]
[JsonSerializable(typeof(CallForkStoppedEvent))]
[JsonSerializable(typeof(CallGatherEndedEvent))]
[JsonSerializable(typeof(CallHangupEvent))]
[JsonSerializable(typeof(CallHoldEvent))]
[JsonSerializable(typeof(CallInitiatedEvent))]
[JsonSerializable(typeof(CallMachineDetectionEndedEvent))]
[JsonSerializable(typeof(CallMachineGreetingEndedEvent))]
[JsonSerializable(typeof(CallMachinePremiumDetectionEndedEvent))]
[JsonSerializable(typeof(CallMachinePremiumGreetingEndedEvent))]
[JsonSerializable(typeof(CallPaymentCompletedEvent))]
[JsonSerializable(typeof(CallPaymentProgressEvent))]
[JsonSerializable(typeof(CallPlaybackEndedEvent))]
[JsonSerializable(typeof(CallPlaybackStartedEvent))]
[JsonSerializable(typeof(CallRecordingErrorEvent))]
[JsonSerializable(typeof(CallRecordingSavedEvent))]
[JsonSerializable(typeof(CallRecordingTranscriptionSavedEvent))]
[JsonSerializable(typeof(CallReferCompletedEvent))]
[JsonSerializable(typeof(CallReferFailedEvent))]
[JsonSerializable(typeof(CallReferStartedEvent))]
[JsonSerializable(typeof(CallSipInfoReceivedEvent))]
[JsonSerializable(typeof(CallSpeakEndedEvent))]
[JsonSerializable(typeof(CallSpeakStartedEvent))]
[JsonSerializable(typeof(CallTranscriptionEvent))]
[JsonSerializable(typeof(CallUnholdEvent))]
[JsonSerializable(typeof(ConferenceCreatedEvent))]
[JsonSerializable(typeof(ConferenceEndedEvent))]
[JsonSerializable(typeof(ConferenceFloorChangedEvent))]
[JsonSerializable(typeof(ConferenceParticipantJoinedEvent))]
[JsonSerializable(typeof(ConferenceParticipantLeftEvent))]
[JsonSerializable(typeof(ConferenceParticipantPlaybackEndedEvent))]
[JsonSerializable(typeof(ConferenceParticipantPlaybackStartedEvent))]
[JsonSerializable(typeof(ConferenceParticipantSpeakEndedEvent))]
[JsonSerializable(typeof(ConferenceParticipantSpeakStartedEvent))]
[JsonSerializable(typeof(ConferencePlaybackEndedEvent))]
[JsonSerializable(typeof(ConferencePlaybackStartedEvent))]
[JsonSerializable(typeof(ConferenceRecordingSavedEvent))]
[JsonSerializable(typeof(ConferenceSpeakEndedEvent))]
[JsonSerializable(typeof(ConferenceSpeakStartedEvent))]
[JsonSerializable(typeof(SiprecFailedEvent))]
[JsonSerializable(typeof(SiprecStartedEvent))]
[JsonSerializable(typeof(SiprecStoppedEvent))]
[JsonSerializable(typeof(StreamingFailedEvent))]
[JsonSerializable(typeof(StreamingStartedEvent))]
[JsonSerializable(typeof(StreamingStoppedEvent))]
[JsonSerializable(typeof(AiGatherMessage))]
[JsonSerializable(typeof(CallCostPart))]
[JsonSerializable(typeof(ConversationInsight))]
[JsonSerializable(typeof(SipHeader))]
internal sealed partial class TelnyxEventJsonContext : JsonSerializerContext;
