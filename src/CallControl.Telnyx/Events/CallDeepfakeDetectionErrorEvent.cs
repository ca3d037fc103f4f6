using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Whether the voice on a leg is real could not be told.</summary>
/// <remarks>Name on the wire: <c>call.deepfake_detection.error</c>.</remarks>
public sealed record CallDeepfakeDetectionErrorEvent : TelnyxEvent
{
    /// <summary>Why.</summary>
    [JsonPropertyName("error_message")]
    public DeepfakeDetectionError Error { get; init; }
}
