using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>The language model to take when the first one fails.</summary>
public sealed record LlmFallback : TelnyxCommandPart
{
    /// <summary>A language model of your own.</summary>
    /// <value>Null, the default, for one of the vendor's.</value>
    [JsonPropertyName("external_llm")]
    public ExternalLlm? ExternalLlm { get; init; }

    /// <summary>The integration secret at Telnyx that holds its key.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("llm_api_key_ref")]
    public string? LlmApiKeyRef { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }
}
