using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>How the members of webhooks are read, generated at build. What is converted here is read more liberally than <c>System.Text.Json</c> does.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters =
    [
        typeof(TextConverter),
        typeof(IntegerConverter),
        typeof(NumberConverter),
        typeof(SecondsConverter),
        typeof(TruthConverter),
        typeof(CallIdConverter),
        typeof(OperationIdOrNullConverter),
        typeof(ListConverter<AiLogEntry>),
        typeof(ListConverter<SignalWireHeader>),
    ])]
[JsonSerializable(typeof(AiSidecarEvent))]
[JsonSerializable(typeof(AiTranscribeConversationLogEvent))]
[JsonSerializable(typeof(AiTranscribeLiveSummarizeEvent))]
[JsonSerializable(typeof(AiTranscribeUtteranceEvent))]
[JsonSerializable(typeof(AiTranslateConversationLogEvent))]
[JsonSerializable(typeof(AiTranslateLiveSummaryEvent))]
[JsonSerializable(typeof(AiTranslateTranscriptDeltaEvent))]
[JsonSerializable(typeof(CallAiEvent))]
[JsonSerializable(typeof(CallCollectEvent))]
[JsonSerializable(typeof(CallConnectEvent))]
[JsonSerializable(typeof(CallDenoiseEvent))]
[JsonSerializable(typeof(CallDetectEvent))]
[JsonSerializable(typeof(CallDialEvent))]
[JsonSerializable(typeof(CallEchoEvent))]
[JsonSerializable(typeof(CallFaxEvent))]
[JsonSerializable(typeof(CallPayEvent))]
[JsonSerializable(typeof(CallPlayEvent))]
[JsonSerializable(typeof(CallQueueEvent))]
[JsonSerializable(typeof(CallReceiveEvent))]
[JsonSerializable(typeof(CallRecordEvent))]
[JsonSerializable(typeof(CallReferEvent))]
[JsonSerializable(typeof(CallRoomEvent))]
[JsonSerializable(typeof(CallSendDigitsEvent))]
[JsonSerializable(typeof(CallStateEvent))]
[JsonSerializable(typeof(CallStreamEvent))]
[JsonSerializable(typeof(CallTapEvent))]
[JsonSerializable(typeof(CallTranscribeEvent))]
[JsonSerializable(typeof(ConferenceEvent))]
[JsonSerializable(typeof(ErrorEvent))]
[JsonSerializable(typeof(SwmlFetchEvent))]
[JsonSerializable(typeof(TranscriptCompletedEvent))]
[JsonSerializable(typeof(TranscriptFailedEvent))]
[JsonSerializable(typeof(UserEvent))]
[JsonSerializable(typeof(AiLogEntry))]
[JsonSerializable(typeof(SignalWireHeader))]
internal sealed partial class SignalWireEventJsonContext : JsonSerializerContext;
