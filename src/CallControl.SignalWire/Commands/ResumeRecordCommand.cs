namespace CallControl.SignalWire;

/// <summary>Continues a paused recording.</summary>
/// <remarks><c>calling.call.record</c> with <c>recording</c> follows at the recording's own status address.</remarks>
public sealed record ResumeRecordCommand() : SignalWireFollowUpCommand("calling.record.resume");
