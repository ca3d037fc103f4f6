namespace CallControl.Testing;

/// <summary>
/// What an application told an emulated vendor to do and was wrong: at SignalWire a document that could not be carried out, at CALLR a
/// reply.
/// </summary>
/// <param name="Timestamp">When it was met, on the emulator's clock.</param>
/// <param name="Session">The vendor's id of the call.</param>
/// <param name="Method">The method or command that was met, or null for what concerns the whole document or reply.</param>
/// <param name="Message">What is wrong. Holds no phone number and no address.</param>
public sealed record EmulatorScriptError(DateTimeOffset Timestamp, string Session, string? Method, string Message);
