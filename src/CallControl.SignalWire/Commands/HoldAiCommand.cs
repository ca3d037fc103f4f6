using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Puts the call's AI agent on hold.</summary>
public sealed record HoldAiCommand() : SignalWireCommand("calling.ai_hold")
{
    /// <summary>How long, in seconds; the vendor has the number as text.</summary>
    /// <value>0 or more. Null, the default, leaves it to the vendor. Unverified: the unit.</value>
    [JsonPropertyName("timeout")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public int? TimeoutSeconds { get; init; }

    /// <summary>What the agent says before.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckAtLeast("timeout", TimeoutSeconds, 0);
    }
}
