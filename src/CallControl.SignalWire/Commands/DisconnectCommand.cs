namespace CallControl.SignalWire;

/// <summary>Separates a bridged leg from the other one; neither is hung up.</summary>
/// <remarks>What each leg does then is told by its script. It has no event of its own; the script's <c>connect</c> tells <c>disconnected</c> at its status address.</remarks>
public sealed record DisconnectCommand() : SignalWireCommand("calling.disconnect");
