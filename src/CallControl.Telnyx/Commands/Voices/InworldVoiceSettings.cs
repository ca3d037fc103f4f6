using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A voice of Inworld.</summary>
/// <remarks>Not taken by <see cref="GatherUsingAiCommand"/> in the vendor's schema.</remarks>
public sealed record InworldVoiceSettings() : VoiceSettings("inworld")
{
    /// <summary>How lively it speaks.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("delivery_mode")]
    public InworldDeliveryMode? DeliveryMode { get; init; }
}
