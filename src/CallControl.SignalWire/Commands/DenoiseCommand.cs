namespace CallControl.SignalWire;

/// <summary>Removes noise from a leg's audio.</summary>
/// <remarks>Status 409 where it does so already (unverified). No event follows.</remarks>
public sealed record DenoiseCommand() : SignalWireCommand("calling.denoise");
