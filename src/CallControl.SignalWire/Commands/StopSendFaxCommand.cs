namespace CallControl.SignalWire;

/// <summary>Stops sending a fax.</summary>
/// <remarks>Nothing here starts one: it was started by a script or over the vendor's socket, under an id that you know.</remarks>
public sealed record StopSendFaxCommand() : SignalWireFollowUpCommand("calling.send_fax.stop");
