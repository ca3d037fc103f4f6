using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>What suppresses noise.</summary>
/// <remarks>An open set: a word that is not listed is sent as it is.</remarks>
[JsonConverter(typeof(VendorWordConverter<NoiseSuppressionEngine>))]
public readonly record struct NoiseSuppressionEngine : IVendorWord<NoiseSuppressionEngine>
{
    private readonly string? _value;

    /// <summary>Wraps a word, listed below or not.</summary>
    /// <param name="value">The word, as the vendor writes it.</param>
    public NoiseSuppressionEngine(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    /// <summary>The default.</summary>
    public static NoiseSuppressionEngine Denoiser { get; } = new("Denoiser");

    /// <summary>DeepFilterNet.</summary>
    public static NoiseSuppressionEngine DeepFilterNet { get; } = new("DeepFilterNet");

    /// <summary>Krisp.</summary>
    public static NoiseSuppressionEngine Krisp { get; } = new("Krisp");

    /// <summary>ai-coustics, its model chosen by the configuration.</summary>
    public static NoiseSuppressionEngine AiCoustics { get; } = new("AiCoustics");

    /// <summary>ai-coustics Quail, large.</summary>
    public static NoiseSuppressionEngine AicLQuail { get; } = new("aic_l_quail");

    /// <summary>ai-coustics Rook, large.</summary>
    public static NoiseSuppressionEngine AicLRook { get; } = new("aic_l_rook");

    /// <summary>ai-coustics Quail, small.</summary>
    public static NoiseSuppressionEngine AicSQuail { get; } = new("aic_s_quail");

    /// <summary>ai-coustics Rook, small.</summary>
    public static NoiseSuppressionEngine AicSRook { get; } = new("aic_s_rook");

    /// <summary>ai-coustics Quail Voice Focus, small.</summary>
    public static NoiseSuppressionEngine QuailVoiceFocusS { get; } = new("quail_voice_focus_s");

    /// <summary>ai-coustics Quail Voice Focus, extra small.</summary>
    public static NoiseSuppressionEngine QuailVoiceFocusXs { get; } = new("quail_voice_focus_xs");

    /// <inheritdoc/>
    public string Value => _value ?? "";

    static NoiseSuppressionEngine IVendorWord<NoiseSuppressionEngine>.Of(string value) => new(value);

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}
