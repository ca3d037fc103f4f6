using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// One leg: its life, what runs on it, whom it is bridged with. All but <see cref="ICalleeSide"/> is called under the project's lock.
/// </summary>
internal sealed class SignalWireLeg : ICalleeSide
{
    private readonly StringBuilder _heard = new();
    private readonly CallTimers _timers;
    private readonly List<(DateTimeOffset At, string State)> _history = [];
    private Action? _onAnswer;
    private Action<SignalWireEnd>? _onEnd;

    public SignalWireLeg(SignalWireContext context, WebhookQueue queue, bool isInbound, string from, string to)
    {
        Context = context;
        Queue = queue;
        IsInbound = isInbound;
        From = from;
        To = to;
        Id = context.Ids.NewUuid();
        NodeId = $"{context.Ids.NewUuid()}@us-east";
        SegmentId = context.Ids.NewUuid();
        Channel = $"swml:{context.Ids.NewUuid()}";
        Kind = KindOf(isInbound ? from : to);
        StartTime = context.Time.GetUtcNow();
        _timers = new CallTimers(context.Time, context.Gate, () => IsAlive);
        Audio = new LegAudio(context.Time, context.Gate);
        Operations = new LegOperations();
        Transcription = new LegTranscript(this);
        Assistants = new LegAssistants(this);
        context.Legs[Id] = this;
    }

    public SignalWireContext Context { get; }

    public SignalWireEmulatorOptions Options => Context.Options;

    /// <summary>The line of callbacks, shared with the legs this one connects to.</summary>
    public WebhookQueue Queue { get; }

    public bool IsInbound { get; }

    public string From { get; }

    public string To { get; }

    public string Id { get; }

    public string NodeId { get; }

    public string SegmentId { get; }

    /// <summary>The <c>event_channel</c> of its callbacks.</summary>
    public string Channel { get; }

    /// <summary>"phone", "sip" or "webrtc".</summary>
    public string Kind { get; }

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndTime { get; private set; }

    public SignalWireEnd? Ending { get; private set; }

    public SignalWireState State { get; private set; }

    public bool IsAlive => State is not SignalWireState.Ended;

    public bool IsAnswered => State is SignalWireState.Answered;

    public bool IsMachine { get; private set; }

    public bool IsDenoised { get; set; }

    /// <summary>The leg that connects to this one.</summary>
    public SignalWireLeg? Parent { get; init; }

    /// <summary>Where the document of its answer came from; null for an inline one.</summary>
    public string? Url { get; set; }

    /// <summary>Told its states, from the first one on.</summary>
    public List<LegStateUrl> StateUrls { get; } = [];

    public LegAudio Audio { get; }

    public LegOperations Operations { get; }

    public LegTranscript Transcription { get; }

    public LegAssistants Assistants { get; }

    /// <summary>The variables of its documents.</summary>
    public JsonObject Variables { get; set; } = [];

    /// <summary>The custom variables of <c>dial</c>.</summary>
    public JsonObject Environment { get; set; } = [];

    /// <summary>The document it carries out; null for a leg that just lasts.</summary>
    public SwmlRun? Run { get; private set; }

    public SignalWireBridge? Bridge { get; set; }

    public SignalWireLeg? Peer => Bridge?.Other(this);

    /// <summary>The conference it is in.</summary>
    public SwmlConference? Conference { get; set; }

    public IReadOnlyList<(DateTimeOffset At, string State)> History => _history;

    public CallMilestones Milestones { get; } = new();

    string ICallerSide.SessionId => Id;

    /// <summary>How many transfers and jumps its documents have made.</summary>
    public int Transfers { get; set; }

    public string HeardDigits
    {
        get
        {
            lock (Context.Gate)
                return _heard.ToString();
        }
    }

    public static string KindOf(string party) =>
        party.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || party.StartsWith("sips:", StringComparison.OrdinalIgnoreCase)
            ? "sip"
            : party.StartsWith('/') ? "webrtc" : "phone";

    public void Press(char key)
    {
        lock (Context.Gate)
        {
            if (!IsAlive)
                throw new InvalidOperationException("The call is over: nobody hears the key.");
            if (!IsAnswered)
                return;
            Operations.Press(key);
            foreach (var hearer in Hearers())
                hearer.Hear(key);
        }
    }

    public void Say(string text)
    {
        lock (Context.Gate)
        {
            if (!IsAlive)
                throw new InvalidOperationException("The call is over: nobody hears the words.");
            Operations.Say(text);
            Transcription.Say(text);
            Assistants.Say(text, role: "remote-caller");
            foreach (var hearer in Hearers())
            {
                hearer.Transcription.Say(text);
                hearer.Assistants.Say(text, role: "local-caller");
            }
        }
    }

    void ICallerSide.HangUp()
    {
        lock (Context.Gate)
            End(SignalWireEnd.ByParty(IsInbound, IsAnswered));
    }

    public void AnswerAsCallee(bool isMachine)
    {
        lock (Context.Gate)
        {
            if (State is not SignalWireState.Ringing)
                return;
            IsMachine = isMachine;
            BecomeAnswered();
        }
    }

    public void RejectAsCallee(bool busy)
    {
        lock (Context.Gate)
        {
            if (State is SignalWireState.Ringing)
                End(busy ? SignalWireEnd.Busy : SignalWireEnd.Declined);
        }
    }

    // What follows is called under the lock only.

    /// <summary>Runs the action once the delay is over, unless the leg is over by then; at once when there is none.</summary>
    public LockedTimer? After(TimeSpan delay, Action action) => _timers.After(delay, () => Guard(method: null, action));

    /// <summary>Does what a document asks for; what the emulator did not foresee ends the leg, and is kept for the test to see.</summary>
    public void Guard(string? method, Action action)
    {
        try
        {
            action();
        }
        catch (Exception defect)
        {
            Fail(method, defect);
        }
    }

    /// <summary>Ends the leg because of a defect. Its message is left out, as it may hold an address.</summary>
    public void Fail(string? method, Exception defect)
    {
        Context.Report(this, method, $"The emulator failed with {defect.GetType().Name}.\n{defect.StackTrace}");
        End(SignalWireEnd.Error);
    }

    /// <summary>Does something once the leg is answered, in the order of asking.</summary>
    public void WhenAnswered(Action action) => _onAnswer += action;

    /// <summary>Does something once the leg is over, however that came about.</summary>
    public void WhenEnded(Action<SignalWireEnd> action) => _onEnd += action;

    public void BecomeCreated() => Enter(SignalWireState.Created, "created");

    public void BecomeRinging() => Enter(SignalWireState.Ringing, "ringing");

    public void BecomeAnswered()
    {
        if (!IsAlive || IsAnswered)
            return;
        AnsweredAt = Context.Time.GetUtcNow();
        Enter(SignalWireState.Answered, "answered");
        Milestones.Answer.Raise();
        _onAnswer?.Invoke();
    }

    public void Hear(char key) => _heard.Append(key);

    /// <summary>Carries out a document instead of the one that runs. A leg that is bridged leaves its bridge.</summary>
    public SwmlRun Begin()
    {
        Run?.Stop();
        Bridge?.Leave(this);
        Run = new SwmlRun(this);
        return Run;
    }

    /// <summary>
    /// Ends the leg. Unverified: the order of what ends, and that operations end before <c>ended</c> is told.
    /// </summary>
    public void End(SignalWireEnd end)
    {
        if (!IsAlive || Ending is not null)
            return;
        Ending = end;
        if (State is not SignalWireState.Queued)
            Tell("ending");
        Operations.EndAll();
        Audio.End();
        Assistants.EndWithCall();
        Run?.Stop();
        State = SignalWireState.Ended;
        EndTime = Context.Time.GetUtcNow();
        _timers.CancelAll();
        Bridge?.Leave(this);
        Tell("ended");
        Transcription.EndWithCall();
        Milestones.Finish(end.Reason);
        _onEnd?.Invoke(end);
    }

    public void Raise(string name, JsonObject own, Func<Uri?> target, bool isGet = false) =>
        SignalWireCallbacks.Raise(this, name, own, target, isGet);

    /// <summary>The device of its far end.</summary>
    public JsonObject Device()
    {
        var parameters = Kind is "phone"
            ? new JsonObject { ["from_number"] = From, ["to_number"] = To, ["headers"] = new JsonArray() }
            : new JsonObject { ["from"] = From, ["to"] = To };
        if (Kind is "sip")
            parameters["headers"] = new JsonArray();
        return new JsonObject { ["type"] = Kind, ["params"] = parameters };
    }

    public JsonObject Address() => new() { ["call_id"] = Id, ["node_id"] = NodeId };

    /// <summary>Whoever hears what its far end says or presses.</summary>
    private SignalWireLeg[] Hearers() => Peer is { } peer ? [peer] : [.. Conference?.HearersOf(this) ?? []];

    private void Enter(SignalWireState state, string name)
    {
        if (!IsAlive)
            return;
        State = state;
        Tell(name);
    }

    private void Tell(string state)
    {
        _history.Add((Context.Time.GetUtcNow(), state));
        foreach (var url in StateUrls.Where(url => url.Takes(state)))
            Raise(SignalWireEvents.State, DescribeState(state), url.Target);
    }

    /// <summary>Unverified: that moments which have not come are 0.</summary>
    private JsonObject DescribeState(string state)
    {
        var told = new JsonObject
        {
            ["device"] = Device(),
            ["call_state"] = state,
            ["direction"] = IsInbound ? "inbound" : "outbound",
            ["start_time"] = StartTime.ToUnixTimeMilliseconds(),
            ["answer_time"] = AnsweredAt?.ToUnixTimeMilliseconds() ?? 0,
            ["end_time"] = EndTime?.ToUnixTimeMilliseconds() ?? 0,
        };
        if (Parent is { } parent)
        {
            told["parent"] = parent.Address();
            told["parent"]!["device_type"] = parent.Kind;
        }

        if (Peer is { } peer)
            told["peer"] = peer.Address();
        if (state is "ended" && Ending is { } end)
            (told["end_reason"], told["end_source"]) = (Context.Spell(end.Reason), end.Source);
        return told;
    }
}
