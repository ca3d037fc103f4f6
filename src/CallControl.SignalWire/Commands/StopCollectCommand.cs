namespace CallControl.SignalWire;

/// <summary>Ends a collection.</summary>
/// <remarks><c>calling.call.collect</c> follows at the collection's own status address.</remarks>
public sealed record StopCollectCommand() : SignalWireFollowUpCommand("calling.collect.stop");
