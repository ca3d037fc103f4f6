using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Whose an event is that should carry a <c>command_uid</c> and may not.</summary>
internal static class UnnamedEvents
{
    /// <summary>
    /// Whether an event concerns an operation. The vendor does not show the fields of all events: one without a <c>command_uid</c> is the
    /// oldest operation's that goes on, since the gateway runs one playback or gather at a time, and what is cut short is over there.
    /// </summary>
    public static bool IsOf(this CallEvent callEvent, PendingOperation pending) =>
        callEvent.Operation == pending.Id || (callEvent.Operation is null && !pending.IsCutShort);
}
