using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.Telnyx;

/// <summary>The events that are known, and how each is read.</summary>
internal static class TelnyxEventCatalog
{
    private static readonly Entry[] Entries =
    [
        new(TelnyxEventNames.CallInitiated, static () => TelnyxEventJsonContext.Default.CallInitiatedEvent),
        new(TelnyxEventNames.CallAnswered, static () => TelnyxEventJsonContext.Default.CallAnsweredEvent),
        new(TelnyxEventNames.CallBridged, static () => TelnyxEventJsonContext.Default.CallBridgedEvent),
        new(TelnyxEventNames.CallHangup, static () => TelnyxEventJsonContext.Default.CallHangupEvent),
        new(TelnyxEventNames.CallHold, static () => TelnyxEventJsonContext.Default.CallHoldEvent),
        new(TelnyxEventNames.CallUnhold, static () => TelnyxEventJsonContext.Default.CallUnholdEvent),
        new(TelnyxEventNames.CallDtmfReceived, static () => TelnyxEventJsonContext.Default.CallDtmfReceivedEvent),
        new(TelnyxEventNames.CallGatherEnded, static () => TelnyxEventJsonContext.Default.CallGatherEndedEvent),
        new(TelnyxEventNames.CallPlaybackStarted, static () => TelnyxEventJsonContext.Default.CallPlaybackStartedEvent),
        new(TelnyxEventNames.CallPlaybackEnded, static () => TelnyxEventJsonContext.Default.CallPlaybackEndedEvent),
        new(TelnyxEventNames.CallSpeakStarted, static () => TelnyxEventJsonContext.Default.CallSpeakStartedEvent),
        new(TelnyxEventNames.CallSpeakEnded, static () => TelnyxEventJsonContext.Default.CallSpeakEndedEvent),
        new(TelnyxEventNames.CallMachineDetectionEnded, static () => TelnyxEventJsonContext.Default.CallMachineDetectionEndedEvent),
        new(TelnyxEventNames.CallMachineGreetingEnded, static () => TelnyxEventJsonContext.Default.CallMachineGreetingEndedEvent),
        new(TelnyxEventNames.CallMachinePremiumDetectionEnded, static () => TelnyxEventJsonContext.Default.CallMachinePremiumDetectionEndedEvent),
        new(TelnyxEventNames.CallMachinePremiumGreetingEnded, static () => TelnyxEventJsonContext.Default.CallMachinePremiumGreetingEndedEvent),
        new(TelnyxEventNames.CallRecordingSaved, static () => TelnyxEventJsonContext.Default.CallRecordingSavedEvent),
        new(TelnyxEventNames.CallRecordingError, static () => TelnyxEventJsonContext.Default.CallRecordingErrorEvent),
        new(TelnyxEventNames.CallRecordingTranscriptionSaved, static () => TelnyxEventJsonContext.Default.CallRecordingTranscriptionSavedEvent),
        new(TelnyxEventNames.CallTranscription, static () => TelnyxEventJsonContext.Default.CallTranscriptionEvent),
        new(TelnyxEventNames.CallForkStarted, static () => TelnyxEventJsonContext.Default.CallForkStartedEvent),
        new(TelnyxEventNames.CallForkStopped, static () => TelnyxEventJsonContext.Default.CallForkStoppedEvent),
        new(TelnyxEventNames.StreamingStarted, static () => TelnyxEventJsonContext.Default.StreamingStartedEvent),
        new(TelnyxEventNames.StreamingStopped, static () => TelnyxEventJsonContext.Default.StreamingStoppedEvent),
        new(TelnyxEventNames.StreamingFailed, static () => TelnyxEventJsonContext.Default.StreamingFailedEvent),
        new(TelnyxEventNames.SiprecStarted, static () => TelnyxEventJsonContext.Default.SiprecStartedEvent),
        new(TelnyxEventNames.SiprecStopped, static () => TelnyxEventJsonContext.Default.SiprecStoppedEvent),
        new(TelnyxEventNames.SiprecFailed, static () => TelnyxEventJsonContext.Default.SiprecFailedEvent),
        new(TelnyxEventNames.CallReferStarted, static () => TelnyxEventJsonContext.Default.CallReferStartedEvent),
        new(TelnyxEventNames.CallReferCompleted, static () => TelnyxEventJsonContext.Default.CallReferCompletedEvent),
        new(TelnyxEventNames.CallReferFailed, static () => TelnyxEventJsonContext.Default.CallReferFailedEvent),
        new(TelnyxEventNames.CallEnqueued, static () => TelnyxEventJsonContext.Default.CallEnqueuedEvent),
        new(TelnyxEventNames.CallDequeued, static () => TelnyxEventJsonContext.Default.CallDequeuedEvent),
        new(TelnyxEventNames.CallAiGatherEnded, static () => TelnyxEventJsonContext.Default.CallAiGatherEndedEvent),
        new(TelnyxEventNames.CallAiGatherPartialResults, static () => TelnyxEventJsonContext.Default.CallAiGatherPartialResultsEvent),
        new(TelnyxEventNames.CallAiGatherMessageHistoryUpdated, static () => TelnyxEventJsonContext.Default.CallAiGatherMessageHistoryUpdatedEvent),
        new(TelnyxEventNames.CallConversationEnded, static () => TelnyxEventJsonContext.Default.CallConversationEndedEvent),
        new(TelnyxEventNames.CallConversationInsightsGenerated, static () => TelnyxEventJsonContext.Default.CallConversationInsightsGeneratedEvent),
        new(TelnyxEventNames.CallCost, static () => TelnyxEventJsonContext.Default.CallCostEvent),
        new(TelnyxEventNames.CallDeepfakeDetectionResult, static () => TelnyxEventJsonContext.Default.CallDeepfakeDetectionResultEvent),
        new(TelnyxEventNames.CallDeepfakeDetectionError, static () => TelnyxEventJsonContext.Default.CallDeepfakeDetectionErrorEvent),
        new(TelnyxEventNames.CallPaymentProgress, static () => TelnyxEventJsonContext.Default.CallPaymentProgressEvent),
        new(TelnyxEventNames.CallPaymentCompleted, static () => TelnyxEventJsonContext.Default.CallPaymentCompletedEvent),
        new(TelnyxEventNames.CallSipInfoReceived, static () => TelnyxEventJsonContext.Default.CallSipInfoReceivedEvent),
        new(TelnyxEventNames.ConferenceCreated, static () => TelnyxEventJsonContext.Default.ConferenceCreatedEvent),
        new(TelnyxEventNames.ConferenceEnded, static () => TelnyxEventJsonContext.Default.ConferenceEndedEvent),
        new(TelnyxEventNames.ConferenceFloorChanged, static () => TelnyxEventJsonContext.Default.ConferenceFloorChangedEvent),
        new(TelnyxEventNames.ConferenceParticipantJoined, static () => TelnyxEventJsonContext.Default.ConferenceParticipantJoinedEvent),
        new(TelnyxEventNames.ConferenceParticipantLeft, static () => TelnyxEventJsonContext.Default.ConferenceParticipantLeftEvent),
        new(TelnyxEventNames.ConferenceParticipantPlaybackStarted, static () => TelnyxEventJsonContext.Default.ConferenceParticipantPlaybackStartedEvent),
        new(TelnyxEventNames.ConferenceParticipantPlaybackEnded, static () => TelnyxEventJsonContext.Default.ConferenceParticipantPlaybackEndedEvent),
        new(TelnyxEventNames.ConferenceParticipantSpeakStarted, static () => TelnyxEventJsonContext.Default.ConferenceParticipantSpeakStartedEvent),
        new(TelnyxEventNames.ConferenceParticipantSpeakEnded, static () => TelnyxEventJsonContext.Default.ConferenceParticipantSpeakEndedEvent),
        new(TelnyxEventNames.ConferencePlaybackStarted, static () => TelnyxEventJsonContext.Default.ConferencePlaybackStartedEvent),
        new(TelnyxEventNames.ConferencePlaybackEnded, static () => TelnyxEventJsonContext.Default.ConferencePlaybackEndedEvent),
        new(TelnyxEventNames.ConferenceSpeakStarted, static () => TelnyxEventJsonContext.Default.ConferenceSpeakStartedEvent),
        new(TelnyxEventNames.ConferenceSpeakEnded, static () => TelnyxEventJsonContext.Default.ConferenceSpeakEndedEvent),
        new(TelnyxEventNames.ConferenceRecordingSaved, static () => TelnyxEventJsonContext.Default.ConferenceRecordingSavedEvent),
    ];

    // By the length of the name: hardly more than three share one.
    private static readonly Entry[][] ByLength = Group();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Entry> All => Entries;

    /// <summary>The event whose name the reader is at; null where it has none of these names.</summary>
    /// <param name="reader">At a string, read from one span.</param>
    public static Entry? Find(ref Utf8JsonReader reader)
    {
        var candidates = reader.ValueIsEscaped ? Entries : reader.ValueSpan.Length < ByLength.Length ? ByLength[reader.ValueSpan.Length] : [];
        foreach (var entry in candidates)
        {
            if (reader.ValueTextEquals(entry.Utf8Name))
                return entry;
        }

        return null;
    }

    private static Entry[][] Group()
    {
        var groups = new Entry[Entries.Max(entry => entry.Utf8Name.Length) + 1][];
        for (var length = 0; length < groups.Length; length++)
            groups[length] = [.. Entries.Where(entry => entry.Utf8Name.Length == length)];

        return groups;
    }

    /// <summary>One kind of event.</summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="type">How its payload is read; asked for when the first one comes, since most applications see few kinds.</param>
    internal sealed class Entry(string name, Func<JsonTypeInfo> type)
    {
        private readonly byte[] _utf8Name = Encoding.UTF8.GetBytes(name);

        public string Name { get; } = name;

        public ReadOnlySpan<byte> Utf8Name => _utf8Name;

        public JsonTypeInfo Type => type();
    }
}
