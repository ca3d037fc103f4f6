using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The session is in a room, as the switch confirmed.</summary>
/// <remarks>Name on the wire: <c>conference.member.joined</c>. Source: <c>/webhooks/conference-events/</c>.</remarks>
public sealed record ConferenceMemberJoinedEvent : SessionGatewayEvent
{
    /// <summary>The room. Opaque.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? RoomId { get; init; }

    /// <summary>The session's calling party.</summary>
    [JsonPropertyName("caller_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? CallerId { get; init; }
}
