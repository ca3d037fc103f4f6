namespace CallControl.Providers;

/// <summary>An operation that was registered and has not ended.</summary>
/// <remarks>Thread-safe. Ends exactly once: by an event, with its call, at its deadline, or by hand.</remarks>
public abstract class PendingOperation
{
    /// <summary>An operation's own deadline runs from its acceptance; until then it is bounded by this, which no pause and time-out together reach.</summary>
    /// <value>10 minutes.</value>
    public static TimeSpan SendingAllowance { get; } = TimeSpan.FromMinutes(10);

    private volatile bool _isCutShort;
    private volatile PendingOperation? _successor;

    private protected PendingOperation(CallSession session, OperationId id, bool lingers)
    {
        Session = session;
        Id = id;
        Lingers = lingers;
    }

    /// <summary>The call it goes on at.</summary>
    public CallId Call => Session.Key.Call;

    /// <summary>Its name.</summary>
    public OperationId Id { get; }

    /// <summary>Whether its end was asked for, by a stop or by a command that replaces it: vendors that do not say why something ended leave it to this.</summary>
    public bool IsCutShort
    {
        get => _isCutShort;
        set => _isCutShort = value;
    }

    /// <summary>The operation that replaces it, when that is why its end was asked for; null otherwise.</summary>
    public PendingOperation? Successor
    {
        get => _successor;
        set => _successor = value;
    }

    /// <summary>
    /// Nothing that happened before this time, by the vendor's clock, concerns it: when it was registered, later things had been reported already.
    /// Null where nothing had.
    /// </summary>
    /// <value>A second before the latest of them, since vendors have more clocks than one.</value>
    public DateTimeOffset? NotBefore { get; internal set; }

    /// <summary>
    /// Whether it is shown events after its end as well, in its old place, until one of them ends it for good: for vendors whose events name no
    /// operation, so that a late one is not taken for another operation's.
    /// </summary>
    /// <remarks>
    /// It stays after it timed out or was ended by hand, when its command was abandoned though it may have been carried out, and when the event that ended it let expect
    /// another. A call keeps sixteen at most, and lets go of the oldest.
    /// </remarks>
    public bool Lingers { get; }

    /// <summary>Whether its command was abandoned though it may have been carried out: whether it is there at all is not known.</summary>
    public bool IsDoubtful { get; private protected set; }

    /// <summary>When it ended, by this machine's clock; default while it goes on.</summary>
    public DateTimeOffset EndedAt { get; private protected set; }

    /// <summary>Whether it has ended.</summary>
    public abstract bool HasEnded { get; }

    internal CallSession Session { get; }

    /// <summary>Forgets it, because its command was not accepted. Nobody holds its completion yet.</summary>
    /// <param name="effect">What the command may have done all the same.</param>
    public abstract void Abandon(CommandEffect effect = CommandEffect.NotApplied);

    /// <summary>Sets its deadline anew, from now on: when the vendor has accepted it, and shorter when it has accepted to stop it.</summary>
    /// <param name="patience">How long to wait for its end; more than zero.</param>
    public abstract void ExpectEndWithin(TimeSpan patience);

    /// <summary>Sends its command. From the acceptance on its end is expected; where it was not accepted, it is abandoned.</summary>
    /// <param name="send">Sends the command.</param>
    /// <param name="patience">How long to wait for its end; more than zero.</param>
    /// <param name="cancellationToken">Handed to <paramref name="send"/>.</param>
    public async Task SendAsync(Func<CancellationToken, Task> send, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(send);
        try
        {
            await send(cancellationToken).ConfigureAwait(false);
            ExpectEndWithin(patience);
        }
        catch (Exception exception)
        {
            Abandon((exception as CallControlException)?.Effect ?? CommandEffect.Unknown);
            throw;
        }
    }

    // The two below are called by the session, under its gate.
    internal abstract bool Observe(CallEvent callEvent);

    internal abstract void EndWithCall();
}

/// <summary>An operation that was registered and has not ended.</summary>
/// <typeparam name="TResult">What it yields.</typeparam>
public sealed class PendingOperation<TResult> : PendingOperation
    where TResult : class
{
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(24);

    private readonly TaskCompletionSource<OperationOutcome<TResult>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> _observe;
    private TResult? _partial;
    private ITimer? _deadline;
    private int _hasEnded;

    internal PendingOperation(
        CallSession session, OperationId id, Func<PendingOperation<TResult>, CallEvent, OperationStep<TResult>> observe, bool lingers)
        : base(session, id, lingers)
    {
        _observe = observe;
    }

    /// <summary>Ends when the operation does; never faults, is never cancelled.</summary>
    public Task<OperationOutcome<TResult>> Completion => _completion.Task;

    /// <summary>What the observer has made known so far; null while that is nothing.</summary>
    public TResult? Partial => _partial;

    /// <inheritdoc/>
    public override bool HasEnded => Volatile.Read(ref _hasEnded) != 0;

    /// <summary>Ends it by hand.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <returns>False when it had ended already.</returns>
    public bool TryEnd(OperationOutcome<TResult> outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return TryEnd(outcome, Lingers);
    }

    /// <inheritdoc/>
    public override void Abandon(CommandEffect effect = CommandEffect.NotApplied)
    {
        IsDoubtful = effect == CommandEffect.Unknown;
        TryEnd(OperationOutcome.Failed<TResult>(new OperationFailure { Message = "The command was not accepted." }), Lingers && IsDoubtful);
    }

    private bool TryEnd(OperationOutcome<TResult> outcome, bool stays)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
            return false;

        EndedAt = Session.Time.GetUtcNow();

        // Completed last: whoever goes on from there finds the operation forgotten, and room for the next one.
        Interlocked.Exchange(ref _deadline, null)?.Dispose();
        Session.Forget(this, stays);
        _completion.SetResult(outcome);
        return true;
    }

    /// <inheritdoc/>
    public override void ExpectEndWithin(TimeSpan patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(patience, TimeSpan.Zero);
        var due = patience < LongestTimer ? patience : LongestTimer;
        if (Volatile.Read(ref _deadline) is { } running)
        {
            running.Change(due, Timeout.InfiniteTimeSpan);
            return;
        }

        var timer = Session.Time.CreateTimer(static state => ((PendingOperation<TResult>)state!).OnDeadline(), this, due, Timeout.InfiniteTimeSpan);

        // With a full fence on both sides, either this sees the end or the end sees the timer.
        Interlocked.Exchange(ref _deadline, timer)?.Dispose();
        if (HasEnded)
            Interlocked.Exchange(ref _deadline, null)?.Dispose();
    }

    internal override bool Observe(CallEvent callEvent)
    {
        var step = _observe(this, callEvent);
        _partial = step.Partial ?? _partial;
        var hasJustEnded = step.Outcome is { } outcome && TryEnd(outcome, Lingers && step.ExpectsMore);
        if (step is { IsMine: true, ExpectsMore: false } && !hasJustEnded && HasEnded)
            Session.LetGo(this);

        return step.IsMine;
    }

    internal override void EndWithCall() => TryEnd(OperationOutcome.CallEnded(_partial), stays: false);

    private void OnDeadline() => TryEnd(OperationOutcome.TimedOut(_partial));
}
