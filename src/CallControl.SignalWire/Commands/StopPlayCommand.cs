namespace CallControl.SignalWire;

/// <summary>Ends a playback.</summary>
/// <remarks><c>calling.call.play</c> with <c>finished</c> follows at the playback's own status address. That the call is gone, or the playback over, is no fault here.</remarks>
public sealed record StopPlayCommand() : SignalWireFollowUpCommand("calling.play.stop");
