using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A sidecar, which listens to a leg and advises, tells something.</summary>
/// <remarks>
/// Name on the wire: <c>calling.ai.sidecar</c>.
/// Comes without an envelope: its body has <c>call_info</c> and <c>sidecar_event</c> only.
/// </remarks>
public sealed record AiSidecarEvent : SignalWireAiEvent
{
    /// <summary>What it tells.</summary>
    [JsonPropertyName("sidecar_event")]
    public AiSidecarReport? SidecarEvent { get; init; }
}
