using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Asks the call's AI sidecar a question.</summary>
/// <remarks>The answer comes as an event at the sidecar's address. Unverified: the vendor promises an <c>ask_id</c> in the answer to the command, and does not have it in its description; look into <see cref="SignalWireAnswer.ExtensionData"/>.</remarks>
public sealed record AskAiSidecarCommand() : SignalWireCommand("calling.ai_sidecar.ask")
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
