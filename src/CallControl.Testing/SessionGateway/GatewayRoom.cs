using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// One conference room. Its lock may be taken inside a call's lock, never the other way round. What the room's own playback commands
/// take and raise is not documented beyond their names, their cooldowns and the <c>urls</c> array of the events.
/// </summary>
internal sealed class GatewayRoom
{
    private readonly Lock _gate = new();
    private readonly GatewayContext _context;
    private readonly GatewayEventStream _events;
    private readonly Cooldowns _cooldowns;
    private readonly HashSet<GatewaySession> _members = [];
    private bool _closed;
    private string[] _urls = [];
    private MediaClock? _clock;
    private LockedTimer? _timer;

    public GatewayRoom(GatewayContext context, string appId, string name)
    {
        _context = context;
        AppId = appId;
        Name = name;
        RoomId = $"{context.NodeHash}-room-{context.Ids.NewUuid()}";
        _events = context.NewEventStream(appId, sessionId: null);
        _cooldowns = new Cooldowns(context.Time, context.Options.EnforceCooldowns);
    }

    public string RoomId { get; }

    public string AppId { get; }

    public string Name { get; }

    public WebhookQueue Queue => _events.Queue;

    public int MemberCount
    {
        get
        {
            lock (_gate)
                return _members.Count;
        }
    }

    public void Open()
    {
        lock (_gate)
            _events.Raise(GatewayEvents.RoomCreated, new JsonObject { ["app_id"] = AppId, ["room_id"] = RoomId, ["name"] = Name });
    }

    public bool TryAdd(GatewaySession session)
    {
        lock (_gate)
            return !_closed && _members.Add(session);
    }

    public void Remove(GatewaySession session)
    {
        lock (_gate)
            _members.Remove(session);
    }

    public bool TryEnter(CooldownGroup group)
    {
        lock (_gate)
            return _cooldowns.TryEnter(group);
    }

    public void Play(string[] urls)
    {
        lock (_gate)
        {
            StopAudio();
            _urls = urls;
            _clock = new MediaClock(_context.Time, _context.Options.DurationOf(urls));
            _clock.Run();
            RaisePlay(GatewayEvents.RoomPlayStarted);
            Schedule();
        }
    }

    /// <summary>Pauses, or goes on after a pause: no other command that could is documented.</summary>
    public void TogglePause()
    {
        lock (_gate)
        {
            if (_clock is { IsRunning: true })
                _clock.Pause();
            else
                _clock?.Run();
            Schedule();
        }
    }

    public void Stop()
    {
        lock (_gate)
            StopAudio();
    }

    public void Close()
    {
        GatewaySession[] members;
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
            members = [.. _members];
        }

        foreach (var member in members)
            member.IfAlive(() => member.Membership.RemoveFrom(this));
        lock (_gate)
        {
            StopAudio();
            _events.Raise(GatewayEvents.RoomDestroyed, new JsonObject { ["app_id"] = AppId, ["room_id"] = RoomId });
        }
    }

    private void Schedule()
    {
        _timer?.Cancel();
        _timer = null;
        if (_clock is { IsRunning: true, Remaining: { } remaining })
            _timer = LockedTimer.Start(_context.Time, _gate, remaining, StopAudio);
    }

    private void StopAudio()
    {
        _timer?.Cancel();
        _timer = null;
        if (_clock is null)
            return;
        _clock = null;
        RaisePlay(GatewayEvents.RoomPlayStopped);
    }

    private void RaisePlay(string name) => _events.Raise(name, new JsonObject
    {
        ["room_id"] = RoomId,
        ["urls"] = new JsonArray([.. _urls.Select(static url => (JsonNode)url)]),
    });
}
