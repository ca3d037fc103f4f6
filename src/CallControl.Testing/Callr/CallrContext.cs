using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What all calls of one emulated account share. One lock guards all of it, since conferences and commands reach from call to call;
/// timers run under it too.
/// </summary>
internal sealed class CallrContext
{
    private const string HashAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly WebhookDispatcher _dispatcher;
    private readonly List<EmulatorScriptError> _scriptErrors = [];
    private readonly SeededIds _ids;
    private ulong _nextCallId;
    private TimeSpan _slowestReply;
    private int _lateReplies;

    public CallrContext(CallrEmulatorOptions options, WebhookDispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        _ids = new SeededIds(options.Seed);
        _nextCallId = options.FirstCallId;
        Options = options;
        App = AddApp("Real-Time");
        (App.Url, App.Login, App.Password) = (options.RealTimeUrl, options.RealTimeLogin, options.RealTimePassword);
        Dids = [.. options.Dids.Select(number => new CallrEmulatorDid(number, NewHash(), App: null))];
    }

    public CallrEmulatorOptions Options { get; }

    public TimeProvider Time => Options.TimeProvider;

    public Lock Gate { get; } = new();

    public EmulatedCallees Callees { get; } = new();

    public CalleeDesk Desk { get; } = new(typeof(CallrEmulator));

    public CallrEmulatorLibrary Library { get; } = new();

    /// <summary>The app that exists from the start.</summary>
    public CallrApp App { get; }

    /// <summary>All apps by hash.</summary>
    public Dictionary<string, CallrApp> Apps { get; } = new(StringComparer.Ordinal);

    public List<CallrEmulatorDid> Dids { get; }

    /// <summary>All lines that are not over, by call id.</summary>
    public Dictionary<ulong, CallrLine> Lines { get; } = [];

    /// <summary>Conference rooms by id, as long as somebody is in them.</summary>
    public Dictionary<string, CallrRoom> Rooms { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>record</c> made: how long each file is. Unverified: that a file outlives its call.</summary>
    public Dictionary<string, TimeSpan> Recordings { get; } = new(StringComparer.Ordinal);

    /// <summary>Numbers that nobody gets through to.</summary>
    public Dictionary<string, CallrEmulatorRefusal> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>How far each broadcast has come, by request id.</summary>
    public Dictionary<string, string> Broadcasts { get; } = new(StringComparer.Ordinal);

    public List<CallrEmulatorSubscription> Subscriptions { get; } = [];

    public bool IsMuted { get; set; }

    public TimeSpan SlowestReply
    {
        get
        {
            lock (Gate)
                return _slowestReply;
        }
    }

    public int LateReplies
    {
        get
        {
            lock (Gate)
                return _lateReplies;
        }
    }

    public IReadOnlyList<EmulatorScriptError> ScriptErrors
    {
        get
        {
            lock (Gate)
                return [.. _scriptErrors];
        }
    }

    /// <summary>The vendor's <c>hash</c>: eight capital letters or digits.</summary>
    public string NewHash() => _ids.NewText(8, HashAlphabet);

    /// <summary>The vendor's <c>hid</c>: 32 letters or digits.</summary>
    public string NewLongHash() => _ids.NewText(32);

    public ulong NewCallId() => _nextCallId++;

    public CallrApp AddApp(string name)
    {
        var app = new CallrApp(NewHash(), name, Time.GetUtcNow());
        Apps[app.Hash] = app;
        return app;
    }

    public CallrRoom RoomOf(string id)
    {
        if (!Rooms.TryGetValue(id, out var room))
            Rooms[id] = room = new CallrRoom(this, id);
        return room;
    }

    /// <summary>
    /// Sends a POST and takes the answer to its last copy back under the lock; an answer that never came is none. A defect must not vanish
    /// with the task it happens in.
    /// </summary>
    public void Post(CallrCall call, RaisedWebhook post, Uri target, bool isLast, Action<WebhookAnswer> taken)
    {
        if (IsMuted)
            return;
        var terms = new QuestionTerms(Options.SafetyLimit) { LimitOnClock = Options.ReplyLimit, IsBuried = isLast };
        _dispatcher.Run(async () =>
        {
            var answers = await _dispatcher.AskEachAsync(post, target, terms).ConfigureAwait(false);
            lock (Gate)
            {
                foreach (var answer in answers)
                    Measure(answer);
                call.Guard(() => taken(answers.Count > 0 ? answers[^1] : WebhookAnswer.None));
            }
        });
    }

    /// <summary>Called under the lock.</summary>
    public void Report(CallrLine line, string? command, string message) =>
        _scriptErrors.Add(new EmulatorScriptError(Time.GetUtcNow(), line.SessionId, command, message));

    private void Measure(WebhookAnswer answer)
    {
        if (answer.IsLate)
            _lateReplies++;
        if (answer.Elapsed > _slowestReply)
            _slowestReply = answer.Elapsed;
    }
}
