using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Has the far end's voice examined for being synthetic; <c>call.deepfake_detection.result</c> or <c>.error</c> follows.</summary>
public sealed record DeepfakeDetection : TelnyxCommandPart
{
    /// <summary>Whether it is examined.</summary>
    [JsonPropertyName("enabled")]
    public required bool Enabled { get; init; }

    /// <summary>How long to wait for audio, in seconds.</summary>
    /// <value>5 to 120. Null, the default, is 30.</value>
    [JsonPropertyName("rtp_timeout")]
    public int? RtpTimeoutSeconds { get; init; }

    /// <summary>How long to wait for the result, in seconds.</summary>
    /// <value>5 to 60. Null, the default, is 15.</value>
    [JsonPropertyName("timeout")]
    public int? TimeoutSeconds { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRange(field + ".rtp_timeout", RtpTimeoutSeconds, 5, 120);
        violations.CheckRange(field + ".timeout", TimeoutSeconds, 5, 60);
    }
}
