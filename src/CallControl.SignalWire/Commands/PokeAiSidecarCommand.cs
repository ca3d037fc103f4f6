using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Gives the call's AI sidecar a text to act upon.</summary>
public sealed record PokeAiSidecarCommand() : SignalWireCommand("calling.ai_sidecar.poke")
{
    /// <summary>The text.</summary>
    /// <value>Must be given.</value>
    [JsonPropertyName("text")]
    public required string Text { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckGiven("text", Text);
    }
}
