namespace CallControl.SignalWire;

/// <summary>Continues a paused playback.</summary>
/// <remarks><c>calling.call.play</c> with <c>playing</c> follows at the playback's own status address.</remarks>
public sealed record ResumePlayCommand() : SignalWireFollowUpCommand("calling.play.resume");
