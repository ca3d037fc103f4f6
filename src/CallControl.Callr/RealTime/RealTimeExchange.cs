using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>One request of the vendor's and its answer.</summary>
/// <param name="request">What the vendor tells and asks.</param>
/// <param name="slot">Where the answer is decided.</param>
internal sealed class RealTimeExchange(RealTimeRequest request, ReplySlot<RealTimeResponse> slot)
{
    public RealTimeRequest Request { get; } = request;

    public ReplySlot<RealTimeResponse> Slot { get; } = slot;

    /// <summary>Whose command is reported on; null for none.</summary>
    public RealTimeTurn? Turn { get; init; }

    /// <summary>Whether <see cref="Turn"/> is over.</summary>
    public bool IsLast { get; init; }

    /// <summary>Whether the command that is reported on only kept the call alive.</summary>
    public bool IsFiller { get; init; }

    /// <summary>Whether it is the first to say that the call is live.</summary>
    public bool IsAnswer { get; init; }

    // The two below are guarded by the call's lock.

    /// <summary>Whether its events were handed on, so that its answer may be decided.</summary>
    public bool IsReady { get; set; }

    /// <summary>Whether the time for a decision is over.</summary>
    public bool IsGivenUp { get; set; }

    public bool IsSameAs(RealTimeRequest other) =>
        Request.CommandId == other.CommandId && Request.Command == other.Command && Request.Status == other.Status;
}
