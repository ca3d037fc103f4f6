using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CallControl.SignalWire;

/// <summary>The events that are known, and how each is read.</summary>
internal static class SignalWireEventCatalog
{
    private static readonly Entry[] Entries =
    [
        new(SignalWireEventNames.CallState, static () => SignalWireEventJsonContext.Default.CallStateEvent),
        new(SignalWireEventNames.CallReceive, static () => SignalWireEventJsonContext.Default.CallReceiveEvent),
        new(SignalWireEventNames.CallPlay, static () => SignalWireEventJsonContext.Default.CallPlayEvent),
        new(SignalWireEventNames.CallRecord, static () => SignalWireEventJsonContext.Default.CallRecordEvent),
        new(SignalWireEventNames.CallCollect, static () => SignalWireEventJsonContext.Default.CallCollectEvent),
        new(SignalWireEventNames.CallDetect, static () => SignalWireEventJsonContext.Default.CallDetectEvent),
        new(SignalWireEventNames.CallTap, static () => SignalWireEventJsonContext.Default.CallTapEvent),
        new(SignalWireEventNames.CallStream, static () => SignalWireEventJsonContext.Default.CallStreamEvent),
        new(SignalWireEventNames.CallTranscribe, static () => SignalWireEventJsonContext.Default.CallTranscribeEvent),
        new(SignalWireEventNames.CallDenoise, static () => SignalWireEventJsonContext.Default.CallDenoiseEvent),
        new(SignalWireEventNames.CallConnect, static () => SignalWireEventJsonContext.Default.CallConnectEvent),
        new(SignalWireEventNames.CallDial, static () => SignalWireEventJsonContext.Default.CallDialEvent),
        new(SignalWireEventNames.CallFax, static () => SignalWireEventJsonContext.Default.CallFaxEvent),
        new(SignalWireEventNames.CallPay, static () => SignalWireEventJsonContext.Default.CallPayEvent),
        new(SignalWireEventNames.CallRefer, static () => SignalWireEventJsonContext.Default.CallReferEvent),
        new(SignalWireEventNames.CallQueue, static () => SignalWireEventJsonContext.Default.CallQueueEvent),
        new(SignalWireEventNames.Conference, static () => SignalWireEventJsonContext.Default.ConferenceEvent),
        new(SignalWireEventNames.CallSendDigits, static () => SignalWireEventJsonContext.Default.CallSendDigitsEvent),
        new(SignalWireEventNames.CallEcho, static () => SignalWireEventJsonContext.Default.CallEchoEvent),
        new(SignalWireEventNames.CallRoom, static () => SignalWireEventJsonContext.Default.CallRoomEvent),
        new(SignalWireEventNames.CallAi, static () => SignalWireEventJsonContext.Default.CallAiEvent),
        new(SignalWireEventNames.UserEvent, static () => SignalWireEventJsonContext.Default.UserEvent),
        new(SignalWireEventNames.Error, static () => SignalWireEventJsonContext.Default.ErrorEvent),
        new(SignalWireEventNames.AiTranscribeUtterance, static () => SignalWireEventJsonContext.Default.AiTranscribeUtteranceEvent),
        new(SignalWireEventNames.AiTranscribeLiveSummarize, static () => SignalWireEventJsonContext.Default.AiTranscribeLiveSummarizeEvent),
        new(SignalWireEventNames.AiTranscribeConversationLog, static () => SignalWireEventJsonContext.Default.AiTranscribeConversationLogEvent),
        new(SignalWireEventNames.AiTranslateTranscriptDelta, static () => SignalWireEventJsonContext.Default.AiTranslateTranscriptDeltaEvent),
        new(SignalWireEventNames.AiTranslateLiveSummary, static () => SignalWireEventJsonContext.Default.AiTranslateLiveSummaryEvent),
        new(SignalWireEventNames.AiTranslateConversationLog, static () => SignalWireEventJsonContext.Default.AiTranslateConversationLogEvent),
        new(SignalWireEventNames.AiSidecar, static () => SignalWireEventJsonContext.Default.AiSidecarEvent),
        new(SignalWireEventNames.TranscriptCompleted, static () => SignalWireEventJsonContext.Default.TranscriptCompletedEvent),
        new(SignalWireEventNames.TranscriptFailed, static () => SignalWireEventJsonContext.Default.TranscriptFailedEvent),
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
