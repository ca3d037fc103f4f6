namespace CallControl.Telnyx;

/// <summary>Ends a copy by SIPREC.</summary>
/// <remarks><c>siprec.stopped</c> follows.</remarks>
public sealed record StopSiprecCommand() : TelnyxCallCommand("siprec_stop");
