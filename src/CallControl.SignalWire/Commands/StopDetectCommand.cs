namespace CallControl.SignalWire;

/// <summary>Ends a detection.</summary>
/// <remarks><c>calling.call.detect</c> with <c>finished</c> follows at the detection's own status address.</remarks>
public sealed record StopDetectCommand() : SignalWireFollowUpCommand("calling.detect.stop");
