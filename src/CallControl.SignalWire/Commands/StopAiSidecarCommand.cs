namespace CallControl.SignalWire;

/// <summary>Ends the call's AI sidecar.</summary>
/// <remarks>Its last events follow at the sidecar's address.</remarks>
public sealed record StopAiSidecarCommand() : SignalWireCommand("calling.ai_sidecar.stop");
