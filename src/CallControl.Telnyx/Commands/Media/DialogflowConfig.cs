using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>How Dialogflow takes part in a stream.</summary>
public sealed record DialogflowConfig : TelnyxCommandPart
{
    /// <summary>Whether the mood of what is said is examined.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("analyze_sentiment")]
    public bool? AnalyzeSentiment { get; init; }

    /// <summary>Whether replies are delivered in parts.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("partial_automated_agent_reply")]
    public bool? PartialAutomatedAgentReply { get; init; }
}
