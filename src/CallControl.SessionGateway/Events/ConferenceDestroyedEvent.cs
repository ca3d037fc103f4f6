using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A room is gone.</summary>
/// <remarks>Carries no session. Name on the wire: <c>conference.destroyed</c>. Source: <c>/webhooks/conference-events/</c>.</remarks>
public sealed record ConferenceDestroyedEvent : SessionGatewayEvent
{
    /// <summary>The application that the room belongs to.</summary>
    [JsonPropertyName("app_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? AppId { get; init; }

    /// <summary>The room. Opaque.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? RoomId { get; init; }
}
