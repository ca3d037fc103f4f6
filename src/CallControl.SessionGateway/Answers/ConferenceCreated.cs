using System.Text.Json.Serialization;

namespace CallControl.SessionGateway;

/// <summary>A conference room was created.</summary>
/// <remarks>Status 201. Source: <c>/endpoints/conference/</c>.</remarks>
public sealed record ConferenceCreated
{
    /// <summary>The room. Opaque: a node's hash, <c>-room-</c> and a UUID. Not empty.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(RequiredTextConverter))]
    public required string RoomId { get; init; }
}
