using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A voice of MiniMax.</summary>
/// <remarks>Not taken by <see cref="GatherUsingAiCommand"/> in the vendor's schema.</remarks>
public sealed record MinimaxVoiceSettings() : VoiceSettings("minimax")
{
    /// <summary>
    /// The language or dialect that the voice is helped with: <c>auto</c>, or an English name such as <c>German</c> or <c>Chinese,Yue</c>.
    /// </summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("language_boost")]
    public string? LanguageBoost { get; init; }

    /// <summary>The pitch's shift.</summary>
    /// <value>Null, the default, is 0. Unverified: unit and range.</value>
    [JsonPropertyName("pitch")]
    public int? Pitch { get; init; }

    /// <summary>The speed of speech.</summary>
    /// <value>Null, the default, is 1. Unverified: the range.</value>
    [JsonPropertyName("speed")]
    public double? Speed { get; init; }

    /// <summary>The volume; <c>vol</c> on the wire.</summary>
    /// <value>Null, the default, is 1. Unverified: the range.</value>
    [JsonPropertyName("vol")]
    public double? Volume { get; init; }
}
