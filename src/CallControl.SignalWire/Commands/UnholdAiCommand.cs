namespace CallControl.SignalWire;

/// <summary>Lets the call's AI agent go on after a hold.</summary>
public sealed record UnholdAiCommand() : SignalWireCommand("calling.ai_unhold");
