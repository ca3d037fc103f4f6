using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A voice of ElevenLabs.</summary>
public sealed record ElevenLabsVoiceSettings() : VoiceSettings("elevenlabs")
{
    /// <summary>The integration secret at Telnyx that holds your ElevenLabs key.</summary>
    /// <value>Null, the default, for none. Unverified: whether the vendor has a key of its own.</value>
    [JsonPropertyName("api_key_ref")]
    public string? ApiKeyRef { get; init; }
}
