using System.Globalization;
using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// One line to one person: whether it rings, is answered or over, what is said and pressed on it. All but <see cref="ICalleeSide"/> is
/// called under the account's lock.
/// </summary>
internal abstract class CallrLine : ICalleeSide
{
    private readonly StringBuilder _heard = new();
    private readonly CallTimers _timers;
    private LockedTimer? _patience;
    private bool _isRinging;

    protected CallrLine(CallrContext context, string from, string to)
    {
        Context = context;
        From = from;
        To = to;
        Id = context.NewCallId();
        Started = context.Time.GetUtcNow();
        _timers = new CallTimers(context.Time, context.Gate, () => IsAlive);
        context.Lines[Id] = this;
    }

    public CallrContext Context { get; }

    public ulong Id { get; }

    /// <summary>The number that calls; empty when it is withheld.</summary>
    public string From { get; }

    public string To { get; }

    public DateTimeOffset Started { get; }

    public bool IsAlive { get; private set; } = true;

    public bool IsAnswered { get; private set; }

    /// <summary>When the person last began to talk.</summary>
    public DateTimeOffset TalksSince { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>When the person ends what was said last, or ended it.</summary>
    public DateTimeOffset TalksUntil { get; private set; } = DateTimeOffset.MinValue;

    public CallMilestones Milestones { get; } = new();

    public string SessionId => Id.ToString(CultureInfo.InvariantCulture);

    public string HeardDigits
    {
        get
        {
            lock (Context.Gate)
                return _heard.ToString();
        }
    }

    /// <summary>Whoever hears what the person presses.</summary>
    protected abstract IReadOnlyList<CallrLine> Hearers { get; }

    public void Press(char key)
    {
        lock (Context.Gate)
        {
            if (!IsAlive)
                throw new InvalidOperationException("The call is over: nobody hears the key.");
            if (!IsAnswered)
                return;
            var hearers = Hearers;
            Guard(() => OnKey(key));
            foreach (var hearer in hearers)
                hearer.Hear(key);
        }
    }

    public void Say(string text)
    {
        lock (Context.Gate)
        {
            if (!IsAlive)
                throw new InvalidOperationException("The call is over: nobody hears the words.");
            if (IsAnswered)
                Talk(Context.Options.TalkDurationOf?.Invoke(text) ?? Context.Options.TalkDuration);
        }
    }

    void ICallerSide.HangUp()
    {
        lock (Context.Gate)
            End(_isRinging && !IsAnswered ? CallrPost.Busy : CallrPost.HangUp);
    }

    public void AnswerAsCallee(bool isMachine)
    {
        lock (Context.Gate)
        {
            if (!_isRinging || !IsAlive || IsAnswered)
                return;
            BecomeAnswered();
            if (isMachine)
                Talk(Context.Options.MachineGreeting);
            Guard(OnAnsweredByCallee);
        }
    }

    /// <summary>Unverified: that a person who declines is reported as busy.</summary>
    public void RejectAsCallee(bool busy)
    {
        lock (Context.Gate)
        {
            if (_isRinging && !IsAnswered)
                End(CallrPost.Busy);
        }
    }

    // What follows is called under the lock only.

    /// <summary>Runs the action once the delay is over, unless the line is over by then; at once when there is none.</summary>
    public LockedTimer? After(TimeSpan delay, Action action) => _timers.After(delay, () => Guard(action));

    /// <summary>
    /// What the emulator did not foresee ends the call, and is kept for the test to see; without its message, which may hold a number.
    /// </summary>
    public void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception defect)
        {
            Context.Report(this, command: null, $"The emulator failed with {defect.GetType().Name}.\n{defect.StackTrace}");
            End(CallrPost.HangUp);
        }
    }

    /// <summary>
    /// Lets the person ring, answer or refuse. Call it when all is prepared: the call may be answered before this returns.
    /// </summary>
    public void Ring(TimeSpan timeout)
    {
        var ringTime = Context.Options.RingTime;
        if (Context.Refusals.TryGetValue(To, out var refusal))
        {
            After(ringTime, () => End(refusal is CallrEmulatorRefusal.Congestion ? CallrPost.Congestion : CallrPost.Rejected));
            return;
        }

        _isRinging = true;
        _patience = After(timeout, () => End(CallrPost.NoAnswer));
        Context.Desk.Ring(new EmulatedCallee(this, From, To));
        switch (Context.Callees.Of(To))
        {
            case CalleeBehavior.Answer:
                After(ringTime, () => AnswerAsCallee(isMachine: false));
                break;
            case CalleeBehavior.Machine:
                After(ringTime, () => AnswerAsCallee(isMachine: true));
                break;
            case CalleeBehavior.Busy:
                After(ringTime, () => RejectAsCallee(busy: true));
                break;
            case CalleeBehavior.Reject:
                After(ringTime, () => RejectAsCallee(busy: false));
                break;
        }
    }

    public void Hear(char key) => _heard.Append(key);

    /// <summary>Ends the line; the status is what the vendor calls its end.</summary>
    public void End(string status)
    {
        if (!IsAlive)
            return;
        IsAlive = false;
        _timers.CancelAll();
        Context.Lines.Remove(Id);
        Milestones.Finish(status);
        Guard(() => OnEnded(status));
    }

    protected void BecomeAnswered()
    {
        if (IsAnswered || !IsAlive)
            return;
        IsAnswered = true;
        _patience?.Cancel();
        Milestones.Answer.Raise();
    }

    protected abstract void OnAnsweredByCallee();

    protected abstract void OnKey(char key);

    protected abstract void OnTalk();

    protected abstract void OnEnded(string status);

    /// <summary>Somebody talks for a while, or for as much longer.</summary>
    private void Talk(TimeSpan duration)
    {
        var now = Context.Time.GetUtcNow();
        if (now >= TalksUntil)
            TalksSince = TalksUntil = now;
        TalksUntil += duration;
        Guard(OnTalk);
    }
}
