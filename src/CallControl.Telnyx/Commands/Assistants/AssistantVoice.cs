using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>The voice of an assistant; which settings are heeded depends on the voice.</summary>
/// <remarks>Newer than the vendor's specification: known from its SDKs alone.</remarks>
public sealed record AssistantVoice : TelnyxCommandPart
{
    /// <summary>The voice.</summary>
    /// <value><c>Provider.Model.VoiceId</c>, not empty.</value>
    [JsonPropertyName("voice")]
    public required string Voice { get; init; }

    /// <summary>The integration secret at Telnyx that holds the key of the voice's provider.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("api_key_ref")]
    public string? ApiKeyRef { get; init; }

    /// <summary>A sound behind the voice.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("background_audio")]
    public BackgroundAudio? BackgroundAudio { get; init; }

    /// <summary>Whether it speaks with more expression.</summary>
    /// <value>Null, the default, leaves it to the voice.</value>
    [JsonPropertyName("expressive_mode")]
    public bool? ExpressiveMode { get; init; }

    /// <summary>
    /// The language or dialect that the voice is helped with: <c>auto</c>, or an English name such as <c>German</c> or <c>Chinese,Yue</c>.
    /// </summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("language_boost")]
    public string? LanguageBoost { get; init; }

    /// <summary>How close the voice stays to the original.</summary>
    /// <value>Null, the default, leaves it to the voice. Unverified: the range.</value>
    [JsonPropertyName("similarity_boost")]
    public double? SimilarityBoost { get; init; }

    /// <summary>The speed of speech.</summary>
    /// <value>Null, the default, leaves it to the voice. Unverified: the range.</value>
    [JsonPropertyName("speed")]
    public double? Speed { get; init; }

    /// <summary>How much style the voice shows.</summary>
    /// <value>Null, the default, leaves it to the voice. Unverified: the range.</value>
    [JsonPropertyName("style")]
    public double? Style { get; init; }

    /// <summary>How much the voice varies.</summary>
    /// <value>Null, the default, leaves it to the voice. Unverified: the range.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; init; }

    /// <summary>Whether the likeness to the original speaker is increased.</summary>
    /// <value>Null, the default, leaves it to the voice.</value>
    [JsonPropertyName("use_speaker_boost")]
    public bool? UseSpeakerBoost { get; init; }

    /// <summary>The speed of a voice of Telnyx.</summary>
    /// <value>Null, the default, leaves it to the voice. Unverified: the range.</value>
    [JsonPropertyName("voice_speed")]
    public double? VoiceSpeed { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRequired(field + ".voice", Voice);
    }
}
