using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Tunes an engine of noise suppression; which fields are heeded depends on <see cref="StartSuppressionCommand.Engine"/>.</summary>
public sealed record NoiseSuppressionConfig : TelnyxCommandPart
{
    /// <summary>The most that noise is turned down, in per cent.</summary>
    /// <value>0 to 100. Null, the default, is 100.</value>
    [JsonPropertyName("attenuation_limit")]
    public int? AttenuationLimit { get; init; }

    /// <summary>How much the voice is enhanced.</summary>
    /// <value>0 to 1. Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("enhancement_level")]
    public double? EnhancementLevel { get; init; }

    /// <summary>The family of models.</summary>
    /// <value>Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("family")]
    public NoiseSuppressionFamily? Family { get; init; }

    /// <summary>How hard the engine works.</summary>
    /// <value>Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("mode")]
    public NoiseSuppressionMode? Mode { get; init; }

    /// <summary>
    /// The model: <c>krisp-viva-tel-v2.kef</c>, <c>krisp-viva-tel-lite-v1.kef</c>, <c>krisp-viva-pro-v1.kef</c>, <c>krisp-viva-ss-v1.kef</c>.
    /// </summary>
    /// <value>Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("model")]
    public string? Model { get; init; }

    /// <summary>The model's size: <c>s</c>, <c>l</c>, <c>xs</c>, <c>xxs</c>, <c>vf_l</c>, <c>vf_1_1_l</c>.</summary>
    /// <value>Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("size")]
    public string? Size { get; init; }

    /// <summary>How much noise is suppressed.</summary>
    /// <value>0 to 100. Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("suppression_level")]
    public double? SuppressionLevel { get; init; }

    /// <summary>How much the voice is amplified.</summary>
    /// <value>0.1 to 4. Null, the default, leaves it to the engine.</value>
    [JsonPropertyName("voice_gain")]
    public double? VoiceGain { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRange(field + ".attenuation_limit", AttenuationLimit, 0, 100);
        violations.CheckNumber(field + ".enhancement_level", EnhancementLevel, 0, 1);
        violations.CheckNumber(field + ".suppression_level", SuppressionLevel, 0, 100);
        violations.CheckNumber(field + ".voice_gain", VoiceGain, 0.1, 4);
    }
}
