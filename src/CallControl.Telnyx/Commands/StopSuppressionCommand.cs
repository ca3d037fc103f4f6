namespace CallControl.Telnyx;

/// <summary>Ends the suppression of noise.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record StopSuppressionCommand() : TelnyxCallCommand("suppression_stop");
