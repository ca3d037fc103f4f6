using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The session is no longer in a room.</summary>
/// <remarks>Unverified: further members. Name on the wire: <c>conference.member.left</c>. Source: <c>/webhooks/conference-events/</c>.</remarks>
public sealed record ConferenceMemberLeftEvent : SessionGatewayEvent
{
    /// <summary>The room. Opaque.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? RoomId { get; init; }

    /// <summary>Why. An open set, of which <c>hangup</c>, <c>removed</c> and <c>orphan</c> are known.</summary>
    [JsonPropertyName("reason")]
    [JsonConverter(typeof(TextConverter))]
    public string? Reason { get; init; }
}
