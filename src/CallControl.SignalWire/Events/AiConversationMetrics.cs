using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A conversation in numbers.</summary>
public sealed record AiConversationMetrics
{
    /// <summary>How often somebody spoke.</summary>
    [JsonPropertyName("total_utterances")]
    public int? TotalUtterances { get; init; }

    /// <summary>When somebody spoke first. Unverified: the unit.</summary>
    [JsonPropertyName("first_utterance_ts")]
    public double? FirstUtteranceTs { get; init; }

    /// <summary>When somebody spoke last. Unverified: the unit.</summary>
    [JsonPropertyName("last_utterance_ts")]
    public double? LastUtteranceTs { get; init; }

    /// <summary>How often the far end spoke.</summary>
    [JsonPropertyName("remote_caller_turns")]
    public int? RemoteCallerTurns { get; init; }

    /// <summary>How often the near end spoke.</summary>
    [JsonPropertyName("local_caller_turns")]
    public int? LocalCallerTurns { get; init; }

    /// <summary>How many words the far end said.</summary>
    [JsonPropertyName("remote_caller_words")]
    public int? RemoteCallerWords { get; init; }

    /// <summary>How many words the near end said.</summary>
    [JsonPropertyName("local_caller_words")]
    public int? LocalCallerWords { get; init; }

    /// <summary>How sure the vendor is of the words of the far end, on average.</summary>
    [JsonPropertyName("remote_caller_avg_confidence")]
    public double? RemoteCallerAverageConfidence { get; init; }

    /// <summary>How sure it is of those of the near end.</summary>
    [JsonPropertyName("local_caller_avg_confidence")]
    public double? LocalCallerAverageConfidence { get; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(AiConversationMetrics);
}
