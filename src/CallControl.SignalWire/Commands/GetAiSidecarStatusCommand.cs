namespace CallControl.SignalWire;

/// <summary>Asks how the call's AI sidecar is doing.</summary>
/// <remarks>Unverified: where the result, a line of text, is in the answer. Look into <see cref="SignalWireAnswer.ExtensionData"/>.</remarks>
public sealed record GetAiSidecarStatusCommand() : SignalWireCommand("calling.ai_sidecar.status");
