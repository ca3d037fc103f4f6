using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What a command does to a leg; it gives back the refusal, or null when it was carried out.</summary>
internal sealed record SignalWireCommand(Func<SignalWireLeg, RequestBody, EmulatorResponse?> Effect, bool NeedsAnswer = true);
