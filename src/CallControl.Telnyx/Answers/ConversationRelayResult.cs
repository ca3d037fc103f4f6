using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Telnyx has taken a <see cref="StartConversationRelayCommand"/>.</summary>
public sealed record ConversationRelayResult : TelnyxCommandResult
{
    /// <summary>The session; null where the answer does not say.</summary>
    [JsonPropertyName("conversation_relay_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? ConversationRelayId { get; init; }
}
