using System.Text.Json.Serialization;

namespace CallControl.SignalWire;

/// <summary>A leg joined a room, left it, or did not get in.</summary>
/// <remarks>Name on the wire: <c>calling.call.room</c>.</remarks>
public sealed record CallRoomEvent : SignalWireEvent
{
    /// <summary>What became of it.</summary>
    [JsonPropertyName("join_status")]
    public CallRoomStatus JoinStatus { get; init; }

    /// <summary>The name of the room.</summary>
    [JsonPropertyName("room_name")]
    public string? RoomName { get; init; }
}
