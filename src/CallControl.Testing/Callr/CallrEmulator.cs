using System.Diagnostics.CodeAnalysis;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// CALLR Real-Time inside the test process: posts the state of each call to the application's address, takes the next command from the
/// reply, carries it out on the people at the far ends, and posts its result. Beside it runs the vendor's JSON-RPC address on a free port
/// of 127.0.0.1. Incoming calls are placed with <see cref="PlaceCallAsync"/>; who answers the application's own calls is said by
/// <see cref="Callees"/> and <see cref="RefuseDials"/>.
/// </summary>
/// <remarks>
/// Thread-safe. Where the vendor's documents are silent, the choice made stands in a comment marked "unverified". Not emulated: media,
/// webhooks, CDRs, other kinds of apps, and the JSON-RPC methods that no call needs.
/// </remarks>
public sealed class CallrEmulator : IAsyncDisposable
{
    private readonly CallrContext _context;
    private readonly WebhookDispatcher _dispatcher;
    private readonly TrafficLog _log;
    private readonly EmulatorHost _host;
    private int _disposed;

    private CallrEmulator(CallrContext context, WebhookDispatcher dispatcher, TrafficLog log, EmulatorHost host, EmulatorFaults faults)
    {
        _context = context;
        _dispatcher = dispatcher;
        _log = log;
        _host = host;
        Faults = faults;
        BaseAddress = new Uri(host.BaseAddress, CallrRpc.Path);
    }

    /// <summary>
    /// Raised after each entry of <see cref="Traffic"/>, on the thread that handled it and possibly on several at once. A handler must
    /// be quick; what it throws is ignored.
    /// </summary>
    [SuppressMessage("Design", "MA0046:Use EventHandler<T> to declare events", Justification = "An observer needs the entry only.")]
    public event Action<EmulatorTraffic>? TrafficObserved
    {
        add => _log.Observed += value;
        remove => _log.Observed -= value;
    }

    /// <summary>The JSON-RPC address, which ends in <c>/json-rpc/v1.1/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The user name of JSON-RPC requests, as the options said.</summary>
    public string Login => _context.Options.Login;

    /// <summary>The password of JSON-RPC requests, as the options said.</summary>
    public string Password => _context.Options.Password;

    /// <summary>The token of JSON-RPC requests by <c>Api-Key</c>, as the options said.</summary>
    public string ApiKey => _context.Options.ApiKey;

    /// <summary>The token of JSON-RPC requests by <c>Session</c>, as the options said.</summary>
    public string SessionToken => _context.Options.SessionToken;

    /// <summary>The hash of the REALTIME10 app that exists from the start.</summary>
    public string App => _context.App.Hash;

    /// <summary>Where that app's calls are posted; null ends them. A change holds for the next POST.</summary>
    public Uri? RealTimeUrl
    {
        get => Locked(() => _context.App.Url);
        set => Locked(() => _context.App.Url = value);
    }

    /// <summary>The user name sent with that app's POSTs; empty sends none. A change holds for the next POST.</summary>
    public string RealTimeLogin
    {
        get => Locked(() => _context.App.Login);
        set => Locked(() => _context.App.Login = value);
    }

    /// <summary>The password sent with that app's POSTs. A change holds for the next POST.</summary>
    public string RealTimePassword
    {
        get => Locked(() => _context.App.Password);
        set => Locked(() => _context.App.Password = value);
    }

    /// <summary>
    /// The switches for misbehaviour; all off at first. A POST is the webhook named by its <c>call_status</c>. When it is dropped there is
    /// no reply; copies are sent one after the other, both replies stand in <see cref="Traffic"/>, and the last one counts; a wrong
    /// signature is a wrong password, if a login is sent at all. POSTs are never shuffled and never dated.
    /// </summary>
    public EmulatorFaults Faults { get; }

    /// <summary>Who is reached under which number when the application dials.</summary>
    public EmulatedCallees Callees => _context.Callees;

    /// <summary>The media that can be played by number; none at first.</summary>
    public CallrEmulatorLibrary Library => _context.Library;

    /// <summary>All exchanges so far, POSTs and JSON-RPC requests, in the order they ended. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorTraffic> Traffic => _log.Snapshot();

    /// <summary>The POSTs of a call's end that nobody took, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorDeadLetter> DeadLetters => _dispatcher.DeadLetters;

    /// <summary>What was wrong with the application's replies so far, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorScriptError> ScriptErrors => _context.ScriptErrors;

    /// <summary>The longest that a reply took, or was waited for, on the emulator's clock.</summary>
    public TimeSpan SlowestReply => _context.SlowestReply;

    /// <summary>How many replies did not come in time.</summary>
    public int LateReplies => _context.LateReplies;

    /// <summary>The account's numbers and the apps they are assigned to. Each read makes a copy.</summary>
    public IReadOnlyList<CallrEmulatorDid> Dids => Locked(() => _context.Dids.ToArray());

    /// <summary>The webhooks subscribed to, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<CallrEmulatorSubscription> Subscriptions => Locked(() => _context.Subscriptions.ToArray());

    /// <summary>Starts an emulator; it takes requests when the task completes.</summary>
    /// <param name="options">The setup; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">A setting is empty or lies outside of its range.</exception>
    public static async Task<CallrEmulator> StartAsync(CallrEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CallrEmulatorOptions();
        ArgumentException.ThrowIfNullOrEmpty(options.Login, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.Password, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.ApiKey, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.SessionToken, nameof(options));
        ArgumentNullException.ThrowIfNull(options.RealTimeLogin, nameof(options));
        ArgumentNullException.ThrowIfNull(options.RealTimePassword, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ReplyLimit, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.SafetyLimit, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RingTime, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MediaDuration ?? TimeSpan.Zero, TimeSpan.Zero, nameof(options));

        var faults = new EmulatorFaults();
        var log = new TrafficLog();
        var settings = new WebhookSettings(MaxAttempts: 1, RetryDelay: TimeSpan.Zero, options.SafetyLimit)
        {
            Format = new CallrPostFormat(),
        };
        var dispatcher = new WebhookDispatcher(options.TimeProvider, settings, faults, log);
        var context = new CallrContext(options, dispatcher);
        var pipeline = new EmulatorPipeline(new CallrRpc(context), faults, log, options.TimeProvider);
        try
        {
            var host = await EmulatorHost.StartAsync(pipeline, cancellationToken).ConfigureAwait(false);
            return new CallrEmulator(context, dispatcher, log, host, faults);
        }
        catch
        {
            await dispatcher.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets somebody call the application, which is told by a POST of <c>INCOMING_CALL</c>.</summary>
    /// <param name="from">The caller's number; empty when it is withheld.</param>
    /// <param name="to">The number called.</param>
    /// <param name="app">
    /// The hash of the app that takes the call. Null, the default, for the one that <paramref name="to"/> is assigned to, or the one that
    /// exists from the start.
    /// </param>
    /// <param name="cancellationToken">Checked before the call is placed.</param>
    /// <returns>The caller's end of the call, which rings until the first command but <c>hangup</c> answers it.</returns>
    /// <exception cref="ArgumentException">There is no such app.</exception>
    public Task<EmulatedCaller> PlaceCallAsync(
        string from = "+15550100001", string to = "+15550100002", string? app = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        lock (_context.Gate)
        {
            var hash = app ?? _context.Dids.Find(did => did.Number == to)?.App ?? App;
            if (!_context.Apps.TryGetValue(hash, out var taker))
                throw new ArgumentException($"There is no app '{hash}'.", nameof(app));
            var call = new CallrCall(_context, taker, from, to);
            call.Arrive();
            return Task.FromResult(new EmulatedCaller(call, from, to));
        }
    }

    /// <summary>
    /// Waits until the application calls somebody. The waits count, as those of <see cref="EmulatedParty"/> do: a call that began earlier
    /// is not missed, and none is handed out twice.
    /// </summary>
    /// <param name="to">The number called; null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The end of the called person, who behaves as <see cref="Callees"/> says.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before anybody was called.</exception>
    public Task<EmulatedCallee> WaitForDialAsync(string? to = null, CancellationToken cancellationToken = default) =>
        _context.Desk.WaitAsync(to, cancellationToken);

    /// <summary>Completes when no POST is under way: each so far was replied to, or given up.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForIdleAsync(CancellationToken cancellationToken = default) => _dispatcher.WhenIdleAsync(cancellationToken);

    /// <summary>Says that nobody gets through to a number, whatever <see cref="Callees"/> says. Its telephone does not ring.</summary>
    /// <param name="to">The number.</param>
    /// <param name="refusal">Who refuses the calls; null lets them through again.</param>
    public void RefuseDials(string to, CallrEmulatorRefusal? refusal)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        lock (_context.Gate)
        {
            if (refusal is { } reason)
                _context.Refusals[to] = reason;
            else
                _context.Refusals.Remove(to);
        }
    }

    /// <summary>Closes a conference room, as an operator of the vendor's does: everybody in it gets <c>CONFERENCE_CLOSED</c>.</summary>
    /// <param name="id">The room's id.</param>
    /// <returns>Whether anybody was in it.</returns>
    public bool CloseConference(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        lock (_context.Gate)
        {
            if (!_context.Rooms.TryGetValue(id, out var room))
                return false;
            room.Close();
            return true;
        }
    }

    /// <summary>Stops the server, ends all calls without reporting it and gives up POSTs under way.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        lock (_context.Gate)
            _context.IsMuted = true;
        await _host.DisposeAsync().ConfigureAwait(false);
        await _dispatcher.DisposeAsync().ConfigureAwait(false);
        lock (_context.Gate)
        {
            foreach (var line in _context.Lines.Values.ToArray())
                line.End(CallrPost.HangUp);
        }

        _context.Desk.Close();
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_context.Gate)
            return read();
    }
}
