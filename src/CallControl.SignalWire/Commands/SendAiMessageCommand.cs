using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Gives the call's AI agent a message, other data, or a new beginning.</summary>
public sealed record SendAiMessageCommand() : SignalWireCommand("calling.ai_message")
{
    /// <summary>Who says the message.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("role")]
    public AiMessageRole? Role { get; init; }

    /// <summary>The message.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("message_text")]
    public string? MessageText { get; init; }

    /// <summary>What is begun anew.</summary>
    /// <value>Null, the default, for nothing.</value>
    [JsonPropertyName("reset")]
    public AiReset? Reset { get; init; }

    /// <summary>Data for the agent and its functions.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("global_data")]
    public JsonObject? GlobalData { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckWord("role", Role);
    }
}
