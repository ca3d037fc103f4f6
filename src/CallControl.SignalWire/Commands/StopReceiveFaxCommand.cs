namespace CallControl.SignalWire;

/// <summary>Stops receiving a fax.</summary>
/// <remarks>Nothing here starts one: it was started by a script or over the vendor's socket, under an id that you know.</remarks>
public sealed record StopReceiveFaxCommand() : SignalWireFollowUpCommand("calling.receive_fax.stop");
