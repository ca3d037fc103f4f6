using System.Text;
using System.Text.Json;

namespace CallControl.SignalWire;

/// <summary>Tells what an event without a name is, by the members that it has.</summary>
internal static class EventGuess
{
    // The first that is there counts: several events have members of one name. "result" is an object of a collect, and a text of a payment.
    private static readonly Clue[] Clues =
    [
        new("sidecar_event", SignalWireEventNames.AiSidecar),
        new("call_state", SignalWireEventNames.CallState),
        new("connect_state", SignalWireEventNames.CallConnect),
        new("dial_state", SignalWireEventNames.CallDial),
        new("detect", SignalWireEventNames.CallDetect),
        new("tap", SignalWireEventNames.CallTap),
        new("record", SignalWireEventNames.CallRecord),
        new("fax", SignalWireEventNames.CallFax),
        new("denoised", SignalWireEventNames.CallDenoise),
        new("join_status", SignalWireEventNames.CallRoom),
        new("conference_id", SignalWireEventNames.Conference),
        new("sip_refer_to", SignalWireEventNames.CallRefer),
        new("enqueue_ts", SignalWireEventNames.CallQueue),
        new("utterance", SignalWireEventNames.AiTranscribeUtterance),
        new("input_utterance", SignalWireEventNames.AiTranslateTranscriptDelta),
        new("output_utterance", SignalWireEventNames.AiTranslateTranscriptDelta),
        new("translate_data", SignalWireEventNames.AiTranslateConversationLog),
        new("primary_conversation_log", SignalWireEventNames.AiTranslateLiveSummary),
        new("primary_conversation_summary", SignalWireEventNames.AiTranslateLiveSummary),
        new("metrics", SignalWireEventNames.AiTranscribeConversationLog),
        new("conversation_log", SignalWireEventNames.AiTranscribeLiveSummarize),
        new("result", SignalWireEventNames.CallCollect, isObject: true),
        new("for", SignalWireEventNames.CallPay),
        new("payment_method", SignalWireEventNames.CallPay),
        new("fatal", SignalWireEventNames.Error),
    ];

    // Words of "state" that only one event has. Those that are left, finished, paused and error, tell nothing.
    private static readonly Clue[] States =
    [
        new("playing", SignalWireEventNames.CallPlay),
        new("recording", SignalWireEventNames.CallRecord),
        new("collecting", SignalWireEventNames.CallCollect),
        new("tapping", SignalWireEventNames.CallTap),
        new("streaming", SignalWireEventNames.CallStream),
        new("transcribing", SignalWireEventNames.CallTranscribe),
        new("echoing", SignalWireEventNames.CallEcho),
        new("inProgress", SignalWireEventNames.CallRefer),
    ];

    /// <summary>What the event is; null where no member tells it.</summary>
    /// <param name="members">A JSON object.</param>
    public static SignalWireEventCatalog.Entry? Of(ReadOnlySpan<byte> members)
    {
        var best = Clues.Length;
        SignalWireEventCatalog.Entry? byState = null;
        var reader = new Utf8JsonReader(members);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!SignalWireEventParser.IsText(ref reader))
            {
                reader.Skip();
                continue;
            }

            var clue = Find(ref reader);
            var isState = reader.ValueTextEquals("state"u8);
            reader.Read();
            if (clue < best && Clues[clue].IsMet(reader.TokenType))
                best = clue;

            if (isState)
                byState = reader.TokenType == JsonTokenType.String && SignalWireEventParser.IsText(ref reader) ? OfState(ref reader) : null;

            reader.Skip();
        }

        return best < Clues.Length ? Clues[best].Kind : byState;
    }

    private static int Find(ref Utf8JsonReader reader)
    {
        for (var index = 0; index < Clues.Length; index++)
        {
            if (reader.ValueIsEscaped ? reader.ValueTextEquals(Clues[index].Utf8Text) : reader.ValueSpan.SequenceEqual(Clues[index].Utf8Text))
                return index;
        }

        return Clues.Length;
    }

    private static SignalWireEventCatalog.Entry? OfState(ref Utf8JsonReader reader)
    {
        foreach (var state in States)
        {
            if (reader.ValueTextEquals(state.Utf8Text))
                return state.Kind;
        }

        return null;
    }

    private sealed class Clue(string text, string eventType, bool isObject = false)
    {
        private readonly byte[] _utf8Text = Encoding.UTF8.GetBytes(text);

        public ReadOnlySpan<byte> Utf8Text => _utf8Text;

        public SignalWireEventCatalog.Entry Kind { get; } = SignalWireEventCatalog.All.Single(entry => entry.Name == eventType);

        // Null is as good as absent.
        public bool IsMet(JsonTokenType value) => isObject ? value == JsonTokenType.StartObject : value != JsonTokenType.Null;
    }
}
