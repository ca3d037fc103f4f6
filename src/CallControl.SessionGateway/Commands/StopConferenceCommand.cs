namespace CallControl.SessionGateway;

/// <summary>Stops what is being played to a room.</summary>
/// <remarks>Group of the room's playback controls: 200 ms a room, shared with pause and volume. Unverified: fields and events. Source: <c>/guides/rate-limits/</c>.</remarks>
public sealed record StopConferenceCommand : RoomCommand;
