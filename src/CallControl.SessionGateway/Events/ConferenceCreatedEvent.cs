using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A room was created.</summary>
/// <remarks>Carries no session. Name on the wire: <c>conference.created</c>. Source: <c>/webhooks/conference-events/</c>.</remarks>
public sealed record ConferenceCreatedEvent : SessionGatewayEvent
{
    /// <summary>The application that the room belongs to.</summary>
    [JsonPropertyName("app_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? AppId { get; init; }

    /// <summary>The room. Opaque.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? RoomId { get; init; }

    /// <summary>The room's name.</summary>
    [JsonPropertyName("name")]
    [JsonConverter(typeof(TextConverter))]
    public string? Name { get; init; }
}
