namespace CallControl.SignalWire;

/// <summary>Ends a recording.</summary>
/// <remarks><c>calling.call.record</c> with <c>finished</c> follows at the recording's own status address.</remarks>
public sealed record StopRecordCommand() : SignalWireFollowUpCommand("calling.record.stop");
