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

    /// <summary>Whose command the vendor has passed over; null for none.</summary>
    public RealTimeTurn? Lost { get; init; }

    /// <summary>Whether the command that is reported on was given by nobody: it kept the call alive, or ends it.</summary>
    public bool IsFiller { get; init; }

    /// <summary>Whether it is the first to say that the call is live.</summary>
    public bool IsAnswer { get; init; }

    /// <inheritdoc cref="Identity"/>
    public static (string CommandId, string Command, RealTimeCallStatus Status) IdentityOf(RealTimeRequest request) => (request.CommandId, request.Command, request.Status);

    // What follows is guarded by the call's lock.

    /// <summary>Whether its events were handed on, so that its answer may be decided.</summary>
    public bool IsReady { get; set; }

    /// <summary>How many requests wait for the answer: none where the vendor has broken off, more than one where it repeats itself.</summary>
    public int Listeners { get; set; }

    /// <summary>The answer where the time for a decision is over; null until then.</summary>
    public RealTimeResponse? Fallback { get; set; }

    /// <summary>What tells it from the call's other requests.</summary>
    public (string CommandId, string Command, RealTimeCallStatus Status) Identity { get; } = IdentityOf(request);
}
