namespace CallControl.SignalWire;

/// <summary>Pauses a playback.</summary>
/// <remarks><c>calling.call.play</c> with <c>paused</c> follows at the playback's own status address.</remarks>
public sealed record PausePlayCommand() : SignalWireFollowUpCommand("calling.play.pause");
