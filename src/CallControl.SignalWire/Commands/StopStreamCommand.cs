namespace CallControl.SignalWire;

/// <summary>Ends a stream.</summary>
/// <remarks><c>calling.call.stream</c> with <c>finished</c> follows at the stream's own status address.</remarks>
public sealed record StopStreamCommand() : SignalWireFollowUpCommand("calling.stream.stop");
