namespace CallControl.SignalWire;

/// <summary>Ends what <see cref="SwmlDenoise"/> began.</summary>
/// <remarks>Sets the variable <c>denoise_result</c> (off).</remarks>
public sealed record SwmlStopDenoise() : SwmlObjectMethod("stop_denoise");
