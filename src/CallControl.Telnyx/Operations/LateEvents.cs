using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Tells late events of what is over from those of what came after it.</summary>
internal static class LateEvents
{
    // How far the vendor's clock and this machine's may be apart.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(10);

    /// <summary>Whether an event happened while an operation went on, or shortly after it was given up.</summary>
    public static bool IsOfItsTime(this CallEvent callEvent, PendingOperation pending) =>
        !pending.HasEnded || (callEvent.OccurredAt ?? callEvent.ReceivedAt) <= pending.EndedAt + Tolerance;
}
