using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The assistant that collects values.</summary>
public sealed record GatherAssistant : TelnyxCommandPart
{
    /// <summary>What it is told to do.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("instructions")]
    public string? Instructions { get; init; }

    /// <summary>The language model.</summary>
    /// <value>Null, the default, is <c>Qwen/Qwen3-235B-A22B</c>.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>The integration secret at Telnyx that holds your OpenAI key.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("openai_api_key_ref")]
    public string? OpenaiApiKeyRef { get; init; }

    /// <summary>What it may do.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("tools")]
    public IReadOnlyList<AssistantTool>? Tools { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        AssistantTool.Validate(violations, field + ".tools", Tools);
    }
}
