using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>An AI assistant that is stored at the vendor, with what is to be different for this call.</summary>
public sealed record CallAssistant : TelnyxCommandPart
{
    /// <summary>The stored assistant.</summary>
    /// <value>Not empty.</value>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>Values by the names of the assistant's variables.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("dynamic_variables")]
    public IReadOnlyDictionary<string, DynamicVariable>? DynamicVariables { get; init; }

    /// <summary>A language model of your own.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("external_llm")]
    public ExternalLlm? ExternalLlm { get; init; }

    /// <summary>The language model to take when the first one fails.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("fallback_config")]
    public LlmFallback? FallbackConfig { get; init; }

    /// <summary>What is said at the beginning.</summary>
    /// <value>At most 3000 characters. Null, the default, for the assistant's.</value>
    [JsonPropertyName("greeting")]
    public string? Greeting { get; init; }

    /// <summary>What the assistant is told to do.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("instructions")]
    public string? Instructions { get; init; }

    /// <summary>The integration secret at Telnyx that holds the language model's key.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("llm_api_key_ref")]
    public string? LlmApiKeyRef { get; init; }

    /// <summary>MCP servers that the assistant may use, as the vendor has them.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("mcp_servers")]
    public IReadOnlyList<JsonObject>? McpServers { get; init; }

    /// <summary>The language model.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>The assistant's name.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Where traces of the conversation go, as the vendor has it.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("observability_settings")]
    public JsonObject? ObservabilitySettings { get; init; }

    /// <summary>The old name of <see cref="LlmApiKeyRef"/>; the vendor has deprecated it.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("openai_api_key_ref")]
    public string? OpenaiApiKeyRef { get; init; }

    /// <summary>What the assistant may do.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("tools")]
    public IReadOnlyList<AssistantTool>? Tools { get; init; }

    /// <summary>The assistant's voice.</summary>
    /// <value>Null, the default, for the assistant's.</value>
    [JsonPropertyName("voice_settings")]
    public AssistantVoice? VoiceSettings { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".id", Id);
        violations.CheckLength(field + ".greeting", Greeting, 0, 3000);
        AssistantTool.Validate(violations, field + ".tools", Tools);
        VoiceSettings?.Validate(violations, field + ".voice_settings");
    }
}
