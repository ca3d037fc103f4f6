using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// One leg: its life, its bridge, and its parts, which stand in files of their own. All but <see cref="ICalleeSide"/> is called under
/// the account's lock.
/// </summary>
internal sealed class TelnyxLeg : ICalleeSide
{
    private readonly StringBuilder _heard = new();
    private readonly CallTimers _timers;
    private Action? _onAnswer;
    private Action<LegEnd>? _onEnd;

    public TelnyxLeg(TelnyxContext context, TelnyxSession session, bool isIncoming, string from, string to)
    {
        Context = context;
        Session = session;
        IsIncoming = isIncoming;
        From = from;
        To = to;
        CallControlId = context.NewCallControlId();
        CallLegId = context.Ids.NewUuid();
        StartTime = context.Time.GetUtcNow();
        _timers = new CallTimers(context.Time, context.Gate, () => IsAlive);
        CommandIds = new CommandIds(context.Time);
        Audio = new LegAudio(context.Time, context.Gate);
        Webhooks = new LegWebhooks(this);
        Media = new LegMedia(this);
        Gather = new LegGather(this);
        Recordings = new LegRecordings(this);
        Streams = new LegStreams(this);
        Transcription = new LegTranscription(this);
        Place = new LegQueuePlace(this);
        Assistant = new LegAssistant(this);
        Payment = new LegPayment(this);
        Number = context.Legs.Count;
        context.Legs[CallControlId] = this;
    }

    public TelnyxContext Context { get; }

    public TelnyxEmulatorOptions Options => Context.Options;

    public TelnyxSession Session { get; }

    public bool IsIncoming { get; }

    public string From { get; }

    public string To { get; }

    public string CallControlId { get; }

    public string CallLegId { get; }

    /// <summary>The order of beginning: legs are never removed.</summary>
    public int Number { get; }

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public DateTimeOffset? EndTime { get; private set; }

    public LegState State { get; private set; }

    public bool IsAlive => State is not LegState.Ended;

    public string? ClientState { get; set; }

    public CommandIds CommandIds { get; }

    public LegWebhooks Webhooks { get; }

    public LegAudio Audio { get; }

    public LegMedia Media { get; }

    public LegGather Gather { get; }

    public LegRecordings Recordings { get; }

    public LegStreams Streams { get; }

    public LegTranscription Transcription { get; }

    public LegQueuePlace Place { get; }

    public LegAssistant Assistant { get; }

    public LegPayment Payment { get; }

    public LegBridge? Bridge { get; set; }

    public TelnyxLeg? Peer => Bridge?.Other(this);

    /// <summary>Whether an <c>answer</c> was accepted, though it may take effect later.</summary>
    public bool IsAnswerAccepted { get; set; }

    /// <summary>Set when the leg waits for its first command, and cancelled by it.</summary>
    public LockedTimer? FirstCommand { get; set; }

    public CallMilestones Milestones { get; } = new();

    string ICallerSide.SessionId => CallControlId;

    public string HeardDigits
    {
        get
        {
            lock (Context.Gate)
                return _heard.ToString();
        }
    }

    public void Press(char key)
    {
        lock (Context.Gate)
        {
            if (State is LegState.Ended)
                throw new InvalidOperationException("The call is over: nobody hears the key.");
            if (State is LegState.Ringing)
                return;
            ReceiveDigit(key);
            if (Bridge is { } bridge && bridge.PassesDigitsFrom(this))
                bridge.Other(this).Hear(key);
        }
    }

    public void Say(string text)
    {
        lock (Context.Gate)
        {
            if (State is LegState.Ended)
                throw new InvalidOperationException("The call is over: nobody hears the words.");
            Recordings.Say(text);
            Transcription.Say(text, track: "inbound");
            Peer?.Transcription.Say(text, track: "outbound");
        }
    }

    void ICallerSide.HangUp()
    {
        lock (Context.Gate)
            End(LegEnd.HangUp(byCaller: IsIncoming, State is LegState.Answered));
    }

    public void AnswerAsCallee(bool isMachine)
    {
        lock (Context.Gate)
        {
            if (State is not LegState.Ringing)
                return;
            IsMachine = isMachine;
            BecomeAnswered();
        }
    }

    public void RejectAsCallee(bool busy)
    {
        lock (Context.Gate)
        {
            if (State is LegState.Ringing)
                End(busy ? LegEnd.Busy : LegEnd.Rejected);
        }
    }

    // What follows is called under the lock only.

    public bool IsMachine { get; private set; }

    public void Raise(string name, JsonObject payload) => Webhooks.Raise(name, payload);

    /// <summary>Runs the action once the delay is over, unless the leg is over by then; at once when there is none.</summary>
    public LockedTimer? After(TimeSpan delay, Action action) => _timers.After(delay, action);

    /// <summary>Does something once the leg is answered, in the order of asking.</summary>
    public void WhenAnswered(Action action) => _onAnswer += action;

    /// <summary>Does something once the leg is over, however that came about.</summary>
    public void WhenEnded(Action<LegEnd> action) => _onEnd += action;

    public void BecomeAnswered()
    {
        if (State is not LegState.Ringing)
            return;
        State = LegState.Answered;
        AnsweredAt = Context.Time.GetUtcNow();
        Raise(TelnyxEvents.Answered, new JsonObject
        {
            ["custom_headers"] = new JsonArray(),
            ["sip_headers"] = new JsonArray(),
            ["start_time"] = TelnyxTime.Of(StartTime),
            ["state"] = "answered",
            ["tags"] = new JsonArray(),
            ["codec"] = Options.CallCodec,
            ["sampling_rate"] = 8000,
        });
        Milestones.Answer.Raise();
        _onAnswer?.Invoke();
    }

    public void ReceiveDigit(char key)
    {
        Raise(TelnyxEvents.DtmfReceived, new JsonObject { ["digit"] = key.ToString() });
        Gather.Press(key);
        Streams.Press(key);
    }

    public void Hear(char key) => _heard.Append(key);

    /// <summary>
    /// Ends the leg, then what it was bridged with. Unverified: the order of what ends, and that a leg ended along with another is put
    /// down to the vendor's own side.
    /// </summary>
    public void End(LegEnd end)
    {
        if (!IsAlive)
            return;
        var wasAnswered = State is LegState.Answered;
        Media.EndWithCall();
        Gather.EndWithCall();
        Payment.EndWithCall();
        Assistant.EndWithCall();
        Streams.EndWithCall();
        Audio.End();
        Place.EndWithCall();
        State = LegState.Ended;
        EndTime = Context.Time.GetUtcNow();
        _timers.CancelAll();
        Raise(TelnyxEvents.Hangup, new JsonObject
        {
            ["call_quality_stats"] = wasAnswered ? Quality() : null,
            ["custom_headers"] = new JsonArray(),
            ["hangup_cause"] = end.Cause,
            ["hangup_source"] = end.Source,
            ["sip_hangup_cause"] = end.SipCause,
            ["sip_headers"] = new JsonArray(),
            ["start_time"] = TelnyxTime.Of(StartTime),
            ["end_time"] = TelnyxTime.Of(EndTime.Value),
            ["state"] = "hangup",
            ["tags"] = new JsonArray(),
            ["telnyx_error"] = null,
        });
        Recordings.EndWithCall();
        RaiseCost();
        Milestones.Finish(end.Cause);
        _onEnd?.Invoke(end);
        Bridge?.Leave(this);
    }

    /// <summary>The leg as the list of active calls shows it. Unverified: that the duration counts from the answer.</summary>
    public JsonObject DescribeActive()
    {
        var until = EndTime ?? Context.Time.GetUtcNow();
        var call = new JsonObject
        {
            ["record_type"] = "call",
            ["call_control_id"] = CallControlId,
            ["call_leg_id"] = CallLegId,
            ["call_session_id"] = Session.Id,
            ["call_duration"] = (int)(until - (AnsweredAt ?? until)).TotalSeconds,
        };
        if (ClientState is not null)
            call["client_state"] = ClientState;
        return call;
    }

    public JsonObject Describe()
    {
        var call = DescribeActive();
        call["is_alive"] = IsAlive;
        call["start_time"] = TelnyxTime.Of(StartTime);
        if (EndTime is { } end)
            call["end_time"] = TelnyxTime.Of(end);
        return call;
    }

    /// <summary>Unverified: the names of the parts, and that a call nobody answered costs nothing but is reported.</summary>
    private void RaiseCost()
    {
        if (!Options.CallCostInWebhooks)
            return;
        var seconds = (int)Math.Ceiling((EndTime - AnsweredAt)?.TotalSeconds ?? 0);
        var cost = (0.006m * seconds / 60).ToString("0.0000", CultureInfo.InvariantCulture);
        var part = new JsonObject
        {
            ["billed_duration_secs"] = seconds,
            ["call_part"] = "call-control",
            ["cost"] = cost,
            ["currency"] = "USD",
            ["rate"] = "0.0060",
        };
        Raise(TelnyxEvents.Cost, new JsonObject
        {
            ["billed_duration_secs"] = seconds,
            ["billing_group_id"] = null,
            ["cost_parts"] = new JsonArray(part),
            ["status"] = "success",
            ["total_cost"] = cost,
        });
    }

    /// <summary>Numbers as texts, as the vendor writes them; the packets are those of 20 ms frames.</summary>
    private JsonObject Quality()
    {
        var packets = ((long)((EndTime - AnsweredAt)?.TotalMilliseconds ?? 0) / 20).ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["inbound"] = new JsonObject
            {
                ["jitter_max_variance"] = "0.00",
                ["jitter_packet_count"] = "0",
                ["mos"] = "4.50",
                ["packet_count"] = packets,
                ["skip_packet_count"] = "0",
            },
            ["outbound"] = new JsonObject { ["packet_count"] = packets, ["skip_packet_count"] = "0" },
        };
    }
}
