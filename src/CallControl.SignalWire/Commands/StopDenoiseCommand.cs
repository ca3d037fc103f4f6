namespace CallControl.SignalWire;

/// <summary>No longer removes noise from a leg's audio.</summary>
/// <remarks>Status 409 where it does not (unverified). No event follows.</remarks>
public sealed record StopDenoiseCommand() : SignalWireCommand("calling.denoise.stop");
