using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Whether the voice on a leg is real.</summary>
/// <remarks>Name on the wire: <c>call.deepfake_detection.result</c>.</remarks>
public sealed record CallDeepfakeDetectionResultEvent : TelnyxEvent
{
    /// <summary>What was heard.</summary>
    [JsonPropertyName("result")]
    public DeepfakeVerdict Result { get; init; }

    /// <summary>How sure the detector is; null after silence. Unverified: from 0 to 1.</summary>
    [JsonPropertyName("score")]
    public double? Score { get; init; }

    /// <summary>How steady the verdict was; null after silence. Unverified: from 0 to 1.</summary>
    [JsonPropertyName("consistency")]
    public double? Consistency { get; init; }
}
