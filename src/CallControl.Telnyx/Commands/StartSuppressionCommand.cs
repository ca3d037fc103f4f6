using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Suppresses noise.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record StartSuppressionCommand() : TelnyxCallCommand("suppression_start")
{
    /// <summary>What is cleaned.</summary>
    /// <value>Null, the default, is inbound.</value>
    [JsonPropertyName("direction")]
    public LegTrack? Direction { get; init; }

    /// <summary>By what.</summary>
    /// <value>Null, the default, is Denoiser.</value>
    [JsonPropertyName("noise_suppression_engine")]
    public NoiseSuppressionEngine? Engine { get; init; }

    /// <summary>The engine's settings.</summary>
    /// <value>Null, the default, for its defaults.</value>
    [JsonPropertyName("noise_suppression_engine_config")]
    public NoiseSuppressionConfig? EngineConfig { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        EngineConfig?.Validate(violations, "noise_suppression_engine_config");
    }
}
