namespace CallControl;

/// <summary>Limits and patience of the engine, for all providers together.</summary>
public sealed class CallControlOptions
{
    /// <summary>Where the world reaches the vendors' endpoints, the pattern given to <c>MapCallControl</c> included: <c>https://ivr.example.com/calls</c>.</summary>
    /// <value>
    /// An absolute http or https address without query and fragment; null, the default, for none. Needed by vendors that take an address with each command, or sign the
    /// address that they call. Asked for each time: it can be set when the address is known only once the application listens.
    /// </value>
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>How long to wait for ends that nothing else limits.</summary>
    public OperationDeadlines Deadlines { get; } = new();

    /// <summary>How long an event waits for an earlier one of its call that is still missing.</summary>
    /// <value>1 second by default. Only where the vendor numbers its events.</value>
    public TimeSpan ReorderWindow { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many events of a call wait for an earlier one at most.</summary>
    /// <value>64 by default.</value>
    public int ReorderCapacity { get; set; } = 64;

    /// <summary>How many events of a call are kept for who reads <see cref="Call.Events"/> later.</summary>
    /// <value>64 by default; older ones are forgotten.</value>
    public int EventBacklog { get; set; } = 64;

    /// <summary>How many events wait for a reader of <see cref="Call.Events"/> that is slower than they come.</summary>
    /// <value>256 by default; older ones are dropped, and counted.</value>
    public int EventBuffer { get; set; } = 256;

    /// <summary>How many events may wait to be handled, in all calls together.</summary>
    /// <value>50,000 by default; beyond it the vendor is asked to deliver again later.</value>
    public int MaxPendingEvents { get; set; } = 50_000;

    /// <summary>How many calls may be alive in this process.</summary>
    /// <value>100,000 by default; beyond it the vendor is asked to deliver a new call's events again later.</value>
    public int MaxCalls { get; set; } = 100_000;

    /// <summary>How many operations may be pending on one call.</summary>
    /// <value>64 by default.</value>
    public int MaxOperationsPerCall { get; set; } = 64;

    /// <summary>How many events are remembered at least, to know a second delivery.</summary>
    /// <value>100,000 by default.</value>
    public int DuplicateMemory { get; set; } = 100_000;

    /// <summary>How long an ended call is remembered, so that nothing revives it.</summary>
    /// <value>2 minutes by default.</value>
    public TimeSpan EndedCallMemory { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a call may go without any event before it is given up as lost.</summary>
    /// <value>24 hours by default: longer than any conversation, during which there may be no event at all.</value>
    public TimeSpan CallIdleLimit { get; set; } = TimeSpan.FromHours(24);
}
