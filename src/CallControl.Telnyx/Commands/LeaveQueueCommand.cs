namespace CallControl.Telnyx;

/// <summary>Takes a leg out of its queue.</summary>
/// <remarks><c>call.dequeued</c> is expected to follow.</remarks>
public sealed record LeaveQueueCommand() : TelnyxCallCommand("leave_queue");
