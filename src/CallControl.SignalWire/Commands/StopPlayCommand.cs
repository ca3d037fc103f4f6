namespace CallControl.SignalWire;

/// <summary>Ends a playback.</summary>
/// <remarks><c>calling.call.play</c> with <c>finished</c> follows at the playback's own status address.</remarks>
public sealed record StopPlayCommand() : SignalWireFollowUpCommand("calling.play.stop");
