using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A voice of xAI.</summary>
public sealed record XaiVoiceSettings() : VoiceSettings("xai")
{
    /// <summary>The language.</summary>
    /// <value>Null, the default, is <c>auto</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }
}
