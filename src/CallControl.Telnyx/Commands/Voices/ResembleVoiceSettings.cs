using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A voice of Resemble.</summary>
public sealed record ResembleVoiceSettings() : VoiceSettings("resemble")
{
    private static readonly int[] SampleRates = [8000, 16000, 22050, 32000, 44100, 48000];

    /// <summary>The file format.</summary>
    /// <value>Null, the default, is MP3.</value>
    [JsonPropertyName("format")]
    public ResembleAudioFormat? Format { get; init; }

    /// <summary>The sample format.</summary>
    /// <value>Null, the default, is 32-bit PCM.</value>
    [JsonPropertyName("precision")]
    public ResemblePrecision? Precision { get; init; }

    /// <summary>The sample rate in hertz; text on the wire.</summary>
    /// <value>8000, 16000, 22050, 32000, 44100 or 48000. Null, the default, is 48000.</value>
    [JsonPropertyName("sample_rate")]
    [JsonNumberHandling(JsonNumberHandling.WriteAsString)]
    public int? SampleRateHz { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        if (SampleRateHz is { } rate && !SampleRates.Contains(rate))
            violations.Add(field + ".sample_rate", "must be one of 8000, 16000, 22050, 32000, 44100, 48000", rate);
    }
}
