namespace CallControl.Testing;

/// <summary>
/// What an emulated vendor made of one direction of a fork or tap, at one moment. <see cref="Packets"/> less <see cref="Lost"/> plus
/// <see cref="Duplicated"/> were sent, once the fork has stopped; until then, some may be held back for
/// <see cref="EmulatedMediaFaults.ReorderWithin"/>.
/// </summary>
public sealed record EmulatedFork
{
    /// <summary>The vendor's id of the leg: at Telnyx <c>call_leg_id</c>, at SignalWire the call's <c>id</c>.</summary>
    public required string CallLegId { get; init; }

    /// <summary>"inbound": what the person says; "outbound": what the person hears; "both": the two mixed, at SignalWire only.</summary>
    public required string Direction { get; init; }

    /// <summary>Where the packets go, as the application asked: <c>udp://address:port</c>.</summary>
    public required Uri Target { get; init; }

    /// <summary>The synchronization source of the packets (RFC 3550).</summary>
    public required uint Ssrc { get; init; }

    /// <summary>How many packets were made.</summary>
    public required long Packets { get; init; }

    /// <summary>How many of them were never sent, by <see cref="EmulatedMediaFaults.Loss"/>.</summary>
    public required long Lost { get; init; }

    /// <summary>How many of them were sent twice, by <see cref="EmulatedMediaFaults.Duplicates"/>.</summary>
    public required long Duplicated { get; init; }

    /// <summary>How many of them were first sent behind one that was made later, by <see cref="EmulatedMediaFaults.ReorderWithin"/>.</summary>
    public required long Reordered { get; init; }

    /// <summary>
    /// How many datagrams the operating system did not take, or were not given to it: those for addresses reserved for documentation,
    /// and for host names, which are not looked up. 0 when all is well.
    /// </summary>
    public required long Unsent { get; init; }
}
