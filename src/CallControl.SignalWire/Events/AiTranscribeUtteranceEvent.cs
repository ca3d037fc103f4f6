using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Something was said, as a live transcription heard it.</summary>
/// <remarks>Name on the wire: <c>calling.ai.transcribe.utterance</c>.</remarks>
public sealed record AiTranscribeUtteranceEvent : SignalWireAiEvent
{
    /// <summary>How sure the vendor is of the words.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>What was said.</summary>
    [JsonPropertyName("utterance")]
    public AiUtterance? Utterance { get; init; }

    /// <summary>What leg it is of.</summary>
    [JsonPropertyName("channel_data")]
    public AiChannelData? ChannelData { get; init; }
}
