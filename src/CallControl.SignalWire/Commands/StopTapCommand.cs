namespace CallControl.SignalWire;

/// <summary>Ends a tap.</summary>
/// <remarks><c>calling.call.tap</c> with <c>finished</c> follows at the tap's own status address.</remarks>
public sealed record StopTapCommand() : SignalWireFollowUpCommand("calling.tap.stop");
