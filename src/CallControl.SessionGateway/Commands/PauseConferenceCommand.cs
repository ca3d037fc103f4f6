namespace CallControl.SessionGateway;

/// <summary>Pauses what is being played to a room.</summary>
/// <remarks>Group of the room's playback controls: 200 ms a room, shared with stop and volume. Unverified: fields and events. Source: <c>/guides/rate-limits/</c>.</remarks>
public sealed record PauseConferenceCommand : RoomCommand;
