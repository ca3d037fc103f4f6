using System.Diagnostics.CodeAnalysis;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// SignalWire calling inside the test process: a real web server on a free port of 127.0.0.1 that takes the vendor's 42 commands, fetches
/// SWML documents from the application and carries them out, keeps the state of call legs, plays the people on their far ends, and
/// posts signed callbacks. Incoming calls are placed with <see cref="PlaceCallAsync"/>; who answers the application's own calls is said by
/// <see cref="Callees"/>.
/// </summary>
/// <remarks>
/// Thread-safe. Where the vendor's documents are silent, the choice made stands in a comment marked "unverified". Documents are read as
/// JSON only, their expressions as paths and simple comparisons. What a document asks for and the emulator cannot do ends the call and
/// stands in <see cref="ScriptErrors"/>. Not emulated: streams in G722 and taps in Opus or
/// to a WebSocket, RELAY, assistants, payments, faxes, rooms, messages.
/// </remarks>
public sealed class SignalWireEmulator : IAsyncDisposable
{
    private readonly SignalWireContext _context;
    private readonly WebhookDispatcher _dispatcher;
    private readonly TrafficLog _log;
    private readonly EmulatorHost _host;
    private int _disposed;

    private SignalWireEmulator(
        SignalWireContext context, WebhookDispatcher dispatcher, TrafficLog log, EmulatorHost host, EmulatorFaults faults)
    {
        _context = context;
        _dispatcher = dispatcher;
        _log = log;
        _host = host;
        Faults = faults;
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

    /// <summary>The space's address: scheme, address and port. Commands go to <c>/api/calling/calls</c> below it.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>The project's id, as the options said.</summary>
    public string ProjectId => _context.Options.ProjectId;

    /// <summary>The API token, as the options said.</summary>
    public string ApiToken => _context.Options.ApiToken;

    /// <summary>The key that signs fetches and callbacks, as the options said.</summary>
    public string SigningKey => _context.Options.SigningKey;

    /// <summary>
    /// The switches for misbehaviour; all off at first. A fetch of a document is the webhook <c>swml.fetch</c>: when it is dropped it has
    /// no answer, copies are answered each and the last answer counts, and it is never shuffled.
    /// </summary>
    public EmulatorFaults Faults { get; }

    /// <summary>What is done to the media of streams and taps; nothing at first.</summary>
    public EmulatedMediaFaults MediaFaults => _context.MediaFaults;

    /// <summary>Who is reached under which number or address when the application dials or connects.</summary>
    public EmulatedCallees Callees => _context.Callees;

    /// <summary>What other SIP servers, speech recognition, fax machines and assistants answer.</summary>
    public SignalWireScript Script => _context.Script;

    /// <summary>Where the document of an incoming call is fetched; null ends incoming calls. A change holds for the next call.</summary>
    public Uri? SwmlUrl
    {
        get => _context.SwmlUrl;
        set => _context.SwmlUrl = value;
    }

    /// <summary>Where the document is fetched when <see cref="SwmlUrl"/> gives none; null for nowhere.</summary>
    public Uri? FallbackUrl
    {
        get => _context.FallbackUrl;
        set => _context.FallbackUrl = value;
    }

    /// <summary>Where the states of incoming calls go; null discards them. A change holds for the next delivery.</summary>
    public Uri? StatusUrl
    {
        get => _context.StatusUrl;
        set => _context.StatusUrl = value;
    }

    /// <summary>All exchanges so far, commands, fetches and callbacks, in the order they ended. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorTraffic> Traffic => _log.Snapshot();

    /// <summary>
    /// What was made of every tap so far, in the order they began. Each read makes a copy, with the numbers of that moment.
    /// </summary>
    public IReadOnlyList<EmulatedFork> ForkTraffic
    {
        get
        {
            lock (_context.Gate)
                return _context.Forks.Snapshot();
        }
    }

    /// <summary>The callbacks given up so far, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorDeadLetter> DeadLetters => _dispatcher.DeadLetters;

    /// <summary>What was wrong with the application's documents so far, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorScriptError> ScriptErrors => _context.ScriptErrors;

    /// <summary>Starts an emulator; it takes requests when the task completes.</summary>
    /// <param name="options">The setup; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">A setting is empty or lies outside of its range.</exception>
    public static async Task<SignalWireEmulator> StartAsync(
        SignalWireEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SignalWireEmulatorOptions();
        ArgumentException.ThrowIfNullOrEmpty(options.ProjectId, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.ApiToken, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.SigningKey, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWebhookAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DialsPerSecond ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxQueuedDials, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WebhookRetryDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.WebhookTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.FetchTimeout, TimeSpan.Zero, nameof(options));

        var faults = new EmulatorFaults();
        var log = new TrafficLog();
        var settings = new WebhookSettings(options.MaxWebhookAttempts, options.WebhookRetryDelay, options.WebhookTimeout)
        {
            Format = new SignalWireCallbackFormat(options.SigningKey, options.SignCallbacks),
        };
        var dispatcher = new WebhookDispatcher(options.TimeProvider, settings, faults, log);
        var context = new SignalWireContext(options, dispatcher);
        var pipeline = new EmulatorPipeline(new SignalWireRoutes(context), faults, log, options.TimeProvider);
        try
        {
            var host = await EmulatorHost.StartAsync(pipeline, cancellationToken).ConfigureAwait(false);
            return new SignalWireEmulator(context, dispatcher, log, host, faults);
        }
        catch
        {
            await dispatcher.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Lets somebody call the application: creates an incoming leg, tells <see cref="StatusUrl"/>, and fetches the document that says what
    /// to do.
    /// </summary>
    /// <param name="from">The caller's number, a SIP address, or a fabric address such as "/private/alice".</param>
    /// <param name="to">The number or address called.</param>
    /// <param name="cancellationToken">Checked before the call is placed.</param>
    /// <returns>The caller's end of the call, which rings until a document answers or ends it.</returns>
    public Task<EmulatedCaller> PlaceCallAsync(
        string from = "+15550100001", string to = "+15550100002", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        lock (_context.Gate)
        {
            Uri?[] addresses = [SwmlUrl, FallbackUrl];
            var leg = new SignalWireLeg(_context, _context.NewQueue(), isInbound: true, from, to) { Url = SwmlUrl?.OriginalString };
            leg.StateUrls.Add(new LegStateUrl(() => _context.StatusUrl, Events: null));
            leg.BecomeCreated();
            leg.Begin().StartFrom([.. addresses.OfType<Uri>()]);
            leg.BecomeRinging();
            return Task.FromResult(new EmulatedCaller(leg, from, to));
        }
    }

    /// <summary>
    /// Waits until the application calls somebody, by dialling or by a document. The waits count, as those of
    /// <see cref="EmulatedParty"/> do: a call that began earlier is not missed, and none is handed out twice.
    /// </summary>
    /// <param name="to">The number or address called; null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The end of the called person, who behaves as <see cref="Callees"/> says.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before anybody was called.</exception>
    public Task<EmulatedCallee> WaitForDialAsync(string? to = null, CancellationToken cancellationToken = default) =>
        _context.Desk.WaitAsync(to, cancellationToken);

    /// <summary>
    /// Completes when no callback and no fetch is under way, each so far was taken, or given up, and no media stream is about to be opened.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task WaitForIdleAsync(CancellationToken cancellationToken = default)
    {
        // A fetched document may open a stream, and a stream that cannot be opened may lead to a fetch.
        do
        {
            await _dispatcher.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
            await _context.Sockets.WhenTriedAsync(cancellationToken).ConfigureAwait(false);
        }
        while (!_dispatcher.IsIdle);
    }

    /// <summary>Stops the server, ends all calls without reporting it and discards callbacks not yet delivered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _host.DisposeAsync().ConfigureAwait(false);
        await _dispatcher.DisposeAsync().ConfigureAwait(false);
        lock (_context.Gate)
        {
            _context.IsMuted = true;
            foreach (var leg in _context.Legs.Values)
                leg.End(SignalWireEnd.ByParty(leg.IsInbound, leg.IsAnswered));
        }

        await _context.Sockets.WhenGoneAsync().ConfigureAwait(false);
        _context.Desk.Close();
    }
}
