using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>What of an AI agent's conversation is begun anew.</summary>
public sealed record AiReset : SignalWireCommandPart
{
    /// <summary>Whether everything is.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("full_reset")]
    public bool? FullReset { get; init; }

    /// <summary>What the caller is taken to have said.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("user_prompt")]
    public string? UserPrompt { get; init; }

    /// <summary>The agent's new instructions.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("system_prompt")]
    public string? SystemPrompt { get; init; }
}
