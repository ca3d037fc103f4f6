using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A voice of Telnyx.</summary>
public sealed record TelnyxVoiceSettings() : VoiceSettings("telnyx")
{
    /// <summary>The speed of speech.</summary>
    /// <value>0.1 to 2. Null, the default, is 1.</value>
    [JsonPropertyName("voice_speed")]
    public double? VoiceSpeed { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckNumber(field + ".voice_speed", VoiceSpeed, 0.1, 2);
    }
}
