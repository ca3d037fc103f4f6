using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Misbehaviour on request: what an emulated vendor does to its webhooks and to the commands it is sent. Everything may be set at any
/// time from any thread; a webhook is treated by the settings in force when it was raised.
/// </summary>
/// <remarks>
/// The predicates run on the emulator's threads with the call locked: they must be quick, must not throw and must not call back into
/// the emulator. The <c>...Next</c> methods queue up: a request uses the oldest one whose <c>command</c> fits it. Their
/// <c>command</c> is a name as <see cref="EmulatorTraffic.Name"/> gives it; null fits every request.
/// </remarks>
public sealed class EmulatorFaults
{
    private readonly Lock _gate = new();
    private readonly List<CommandFault> _next = [];

    /// <summary>How many times each webhook is delivered. Default 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int DuplicateWebhooks
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (_gate)
                field = value;
        }
    } = 1;

    /// <summary>
    /// Whether the webhooks of a call that are raised within <see cref="ReorderWindow"/> of one another are shuffled. Two or more
    /// never arrive in the order they were raised. Default false.
    /// </summary>
    public bool ReorderWebhooks
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    }

    /// <summary>How long webhooks are gathered before they are shuffled. Default 20 ms.</summary>
    public TimeSpan ReorderWindow
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_gate)
                field = value;
        }
    } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long after it was raised a webhook is first delivered. Default zero.</summary>
    public TimeSpan WebhookDelay
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_gate)
                field = value;
        }
    }

    /// <summary>Tells by an event's name whether its webhook is lost on the way: numbered, but never sent. Default null: none is.</summary>
    public Func<string, bool>? DropWebhook
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    }

    /// <summary>Tells by an event's name whether its webhook is sent as JSON that does not parse. Default null: none is.</summary>
    public Func<string, bool>? MalformedWebhooks
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    }

    /// <summary>
    /// Tells by an event's name whether its webhook carries a signature that does not fit its body; at CALLR, which signs
    /// nothing, a wrong password. Default null: none does. No effect where the vendor proves itself in no way.
    /// </summary>
    public Func<string, bool>? WrongSignatures
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    }

    /// <summary>
    /// Tells by an event's name whether its webhook is dated and signed one hour before it is sent, as in a replay. Default null: none
    /// is. No effect where the vendor signs no date.
    /// </summary>
    public Func<string, bool>? StaleTimestamps
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            lock (_gate)
                field = value;
        }
    }

    /// <summary>How long every request waits before the vendor looks at it. Default zero.</summary>
    public TimeSpan CommandDelay
    {
        get
        {
            lock (_gate)
                return field;
        }

        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_gate)
                field = value;
        }
    }

    /// <summary>Answers coming requests with an error; they have no effect.</summary>
    /// <param name="statusCode">The HTTP status, 200 to 599.</param>
    /// <param name="body">The body; null for the vendor's usual error body.</param>
    /// <param name="times">How many requests.</param>
    /// <param name="command">Which requests; null for any.</param>
    public void FailNext(int statusCode, string? body = null, int times = 1, string? command = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        Add(new CommandFault(CommandFaultKind.Fail, command) { StatusCode = statusCode, Body = body }, times);
    }

    /// <summary>Carries coming requests out, but answers with JSON that does not parse, under the status they earned.</summary>
    /// <param name="times">How many requests.</param>
    /// <param name="command">Which requests; null for any.</param>
    public void RespondMalformedNext(int times = 1, string? command = null) =>
        Add(new CommandFault(CommandFaultKind.Malformed, command), times);

    /// <summary>Cuts the connection of coming requests instead of answering them.</summary>
    /// <param name="times">How many requests.</param>
    /// <param name="command">Which requests; null for any.</param>
    /// <param name="afterExecution">
    /// Whether they are carried out first, so that only the answer is lost. Default false: they have no effect.
    /// </param>
    public void ResetConnectionNext(int times = 1, string? command = null, bool afterExecution = false) =>
        Add(new CommandFault(afterExecution ? CommandFaultKind.ResetAfter : CommandFaultKind.ResetBefore, command), times);

    /// <summary>Answers coming requests with 429; they have no effect.</summary>
    /// <param name="retryAfter">
    /// When to come back, in the vendor's way and rounded up to whole seconds: <c>Retry-After</c> of the session gateway,
    /// <c>x-ratelimit-reset</c> and its companions of Telnyx, <c>Retry-After</c> of SignalWire and CALLR (unverified). Null sends no
    /// such header.
    /// </param>
    /// <param name="times">How many requests.</param>
    /// <param name="command">Which requests; null for any.</param>
    public void RateLimitNext(TimeSpan? retryAfter = null, int times = 1, string? command = null) =>
        Add(new CommandFault(CommandFaultKind.Fail, command) { StatusCode = 429, RetryAfter = retryAfter }, times);

    /// <summary>Puts every setting back to its default and forgets queued faults.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _next.Clear();
            DuplicateWebhooks = 1;
            ReorderWebhooks = false;
            ReorderWindow = TimeSpan.FromMilliseconds(20);
            WebhookDelay = TimeSpan.Zero;
            CommandDelay = TimeSpan.Zero;
            DropWebhook = null;
            MalformedWebhooks = null;
            WrongSignatures = null;
            StaleTimestamps = null;
        }
    }

    internal CommandFault? Take(string command)
    {
        lock (_gate)
        {
            var index = _next.FindIndex(fault => fault.Command is null || string.Equals(fault.Command, command, StringComparison.Ordinal));
            if (index < 0)
                return null;
            var found = _next[index];
            _next.RemoveAt(index);
            return found;
        }
    }

    private void Add(CommandFault fault, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
            _next.AddRange(Enumerable.Repeat(fault, times));
    }
}
