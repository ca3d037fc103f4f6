namespace CallControl.Testing;

/// <summary>A document of the application that an emulated vendor could not carry out; the call was ended.</summary>
/// <param name="Timestamp">When it was met, on the emulator's clock.</param>
/// <param name="Session">The vendor's id of the call.</param>
/// <param name="Method">The method that was met, or null for what concerns the whole document.</param>
/// <param name="Message">What is wrong. Holds no phone number and no address.</param>
public sealed record EmulatorScriptError(DateTimeOffset Timestamp, string Session, string? Method, string Message);
