using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>One call. Its lock guards it and its parts; timers run under that lock too, so what follows the end cannot happen.</summary>
internal sealed class GatewaySession : ICallerSide
{
    private const int KeyDurationMilliseconds = 100;

    private readonly Lock _gate = new();
    private readonly GatewayContext _context;
    private readonly GatewayEventStream _events;
    private readonly Cooldowns _cooldowns;
    private readonly List<CommandResult> _unsettled = [];
    private bool _answered;
    private bool _ended;
    private bool _muted;

    public GatewaySession(GatewayContext context, string appId, string from)
    {
        _context = context;
        AppId = appId;
        From = from;
        SessionId = $"{context.NodeHash}-{context.Ids.NewUuid()}";
        _events = context.NewEventStream(appId, SessionId);
        _cooldowns = new Cooldowns(context.Time, context.Options.EnforceCooldowns);
        Playback = new SessionPlayback(this);
        Digits = new SessionDigits(this);
        Recording = new SessionRecording(this);
        Membership = new SessionMembership(this);
    }

    public string SessionId { get; }

    public string AppId { get; }

    public string From { get; }

    public CallMilestones Milestones { get; } = new();

    /// <summary>The gateway has no command that sends tones.</summary>
    public string HeardDigits => "";

    public SessionPlayback Playback { get; }

    public SessionDigits Digits { get; }

    public SessionRecording Recording { get; }

    public SessionMembership Membership { get; }

    public WebhookQueue Queue => _events.Queue;

    public TimeProvider Time => _context.Time;

    public SessionGatewayEmulatorOptions Options => _context.Options;

    public void Begin(string to)
    {
        lock (_gate)
            Raise(GatewayEvents.CallNew, new JsonObject { ["caller_id"] = From, ["did"] = to });
    }

    public EmulatorResponse Execute(SessionCommand command, string? commandUid, CommandEffect effect)
    {
        lock (_gate)
        {
            if (_ended)
                return GatewayErrors.Of(404, GatewayErrors.SessionNotFound);
            if (!_cooldowns.TryEnter(command.Group))
                return GatewayErrors.Of(429, GatewayErrors.CoolingDown);
            var result = new CommandResult(this, commandUid ?? _context.Ids.NewUuid(), command.Deferred);
            if (command.Deferred)
                _unsettled.Add(result);
            effect(this, result);
        }

        return EmulatorResponse.Json(202, new JsonObject
        {
            ["operation_id"] = _context.Ids.NewUuid(),
            ["status"] = "in_progress",
            ["timeout_ms"] = (int)CommandResult.Limit.TotalMilliseconds,
        });
    }

    public void Press(char key)
    {
        lock (_gate)
        {
            if (_ended)
                throw new InvalidOperationException("The call is over: nobody hears the key.");
            Raise(GatewayEvents.Dtmf, new JsonObject { ["digit"] = key.ToString(), ["duration_ms"] = KeyDurationMilliseconds });
            Digits.Press(key);
        }
    }

    public void Say(string text) => throw new NotSupportedException("The session gateway has no transcription: nobody hears the words.");

    /// <summary>The far end hangs up. Unverified: how a caller who gives up before the answer is reported.</summary>
    public void HangUp()
    {
        lock (_gate)
            End(_answered ? HangupCauses.Completed : HangupCauses.NoAnswer);
    }

    /// <summary>The emulator shuts down: the call ends unreported.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _muted = true;
            HangUp();
        }
    }

    /// <summary>Does something to the call from outside of it, unless it is over.</summary>
    public void IfAlive(Action action)
    {
        lock (_gate)
        {
            if (!_ended)
                action();
        }
    }

    // What follows is called under the lock only.

    public void Raise(string name, JsonObject payload)
    {
        if (!_muted)
            _events.Raise(name, payload);
    }

    public LockedTimer? After(TimeSpan delay, Action action) => LockedTimer.Start(Time, _gate, delay, () =>
    {
        if (!_ended)
            action();
    });

    public void Settle(CommandResult result) => _unsettled.Remove(result);

    public void Answer(CommandResult result) => After(Options.AnswerDelay, () =>
    {
        if (!_answered)
        {
            _answered = true;
            Raise(GatewayEvents.CallAnswered, []);
        }

        Raise(GatewayEvents.CallAnswered, new JsonObject { ["command_uid"] = result.CommandUid, ["success"] = true });
        result.Give(success: true);
        Milestones.Answer.Raise();
    });

    public void End(string cause)
    {
        if (_ended)
            return;
        _ended = true;
        Playback.EndWithCall();
        Digits.EndWithCall();
        Membership.EndWithCall();

        // Unverified: what an unfinished command of an ended call reports. Here each still gets its one result.
        foreach (var result in _unsettled.ToArray())
            result.Give(success: false);
        Raise(GatewayEvents.CallHangup, new JsonObject { ["hangup_cause"] = cause });
        _context.Sessions.TryRemove(SessionId, out _);
        Milestones.Finish(cause);
    }
}
