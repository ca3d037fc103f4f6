namespace CallControl.Telnyx;

/// <summary>Ends a collection of keys.</summary>
/// <remarks><c>call.gather.ended</c> follows, with the status of a cancelled one.</remarks>
public sealed record StopGatherCommand() : TelnyxCallCommand("gather_stop");
