using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>Something was said, and translated.</summary>
/// <remarks>Name on the wire: <c>calling.ai.translate.transcript_delta</c>.</remarks>
public sealed record AiTranslateTranscriptDeltaEvent : SignalWireAiEvent
{
    /// <summary>What was said.</summary>
    [JsonPropertyName("input_utterance")]
    public AiTranscriptDelta? InputUtterance { get; init; }

    /// <summary>What it was translated to.</summary>
    [JsonPropertyName("output_utterance")]
    public AiTranscriptDelta? OutputUtterance { get; init; }

    /// <summary>What leg it is of.</summary>
    [JsonPropertyName("channel_data")]
    public AiChannelData? ChannelData { get; init; }
}
