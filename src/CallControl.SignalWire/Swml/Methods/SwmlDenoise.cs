namespace CallControl.SignalWire;

/// <summary>Begins to take noise out of the call's audio.</summary>
/// <remarks>Sets the variable <c>denoise_result</c> (on, failed).</remarks>
public sealed record SwmlDenoise() : SwmlObjectMethod("denoise");
