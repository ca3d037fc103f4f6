using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Telnyx Call Control inside the test process: a real web server on a free port of 127.0.0.1 that takes the vendor's commands, keeps
/// the state of call legs, plays the people on their far ends, and posts signed webhooks. Incoming calls are placed with
/// <see cref="PlaceCallAsync"/>; who answers the application's own calls is said by <see cref="Callees"/>.
/// </summary>
/// <remarks>
/// Thread-safe. Where the vendor's documents are silent, the choice made stands in a comment marked "unverified". Not emulated:
/// streams in G722, OPUS and AMR-WB, which fail, the sound of files that a stream sends, the media of SIPREC sessions, conferences, video
/// rooms, webhooks delivered by GET. Checked and accepted, but without effect: what concerns supervision, noise suppression, ringing
/// tones and audio, codecs, encryption, SIP routing, and <c>stream_establish_before_call_originate</c>.
/// </remarks>
public sealed class TelnyxEmulator : IAsyncDisposable
{
    private readonly TelnyxContext _context;
    private readonly WebhookDispatcher _dispatcher;
    private readonly TrafficLog _log;
    private readonly EmulatorHost _host;
    private int _disposed;

    private TelnyxEmulator(
        TelnyxContext context, WebhookDispatcher dispatcher, TrafficLog log, EmulatorHost host, EmulatorFaults faults, string publicKey)
    {
        _context = context;
        _dispatcher = dispatcher;
        _log = log;
        _host = host;
        Faults = faults;
        PublicKey = publicKey;
        BaseAddress = new Uri(host.BaseAddress, "/v2");
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

    /// <summary>Where commands go: scheme, address, port, and <c>/v2</c> without a slash behind it.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The account's public key for webhooks: base64 of the 32 raw bytes. The same for the same seed.</summary>
    public string PublicKey { get; }

    /// <summary>The key that commands must bear, as the options said.</summary>
    public string ApiKey => _context.Options.ApiKey;

    /// <summary>The id of the Call Control application, as the options said.</summary>
    public string ConnectionId => _context.Options.ConnectionId;

    /// <summary>The switches for misbehaviour; all off at first.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>What is done to the media of streams and forks; nothing at first.</summary>
    public EmulatedMediaFaults MediaFaults => _context.MediaFaults;

    /// <summary>Who is reached under which number when the application dials or transfers.</summary>
    public EmulatedCallees Callees => _context.Callees;

    /// <summary>What assistants, payment connectors and other SIP servers answer.</summary>
    public TelnyxScript Script => _context.Script;

    /// <summary>
    /// Where the application's webhooks go, unless a command named another address. A change holds for the next delivery; null
    /// discards webhooks, those included that wait to be retried.
    /// </summary>
    public Uri? WebhookUrl
    {
        get => _context.WebhookUrl;
        set => _context.WebhookUrl = value;
    }

    /// <summary>All exchanges so far, commands and webhook deliveries, in the order they ended. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorTraffic> Traffic => _log.Snapshot();

    /// <summary>
    /// What was made of every fork so far: one entry a direction, in the order they began. Each read makes a copy, with the numbers of
    /// that moment.
    /// </summary>
    public IReadOnlyList<EmulatedFork> ForkTraffic
    {
        get
        {
            lock (_context.Gate)
                return _context.Forks.Snapshot();
        }
    }

    /// <summary>The webhooks given up so far, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorDeadLetter> DeadLetters => _dispatcher.DeadLetters;

    /// <summary>Starts an emulator; it takes requests when the task completes.</summary>
    /// <param name="options">The setup; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentException">A setting is empty or lies outside of its range.</exception>
    public static async Task<TelnyxEmulator> StartAsync(
        TelnyxEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TelnyxEmulatorOptions();
        ArgumentException.ThrowIfNullOrEmpty(options.ApiKey, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(options.ConnectionId, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWebhookAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.DialsPerSecond ?? 1, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WebhookRetryDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.WebhookTimeout, TimeSpan.Zero, nameof(options));
        if (options.CallCodec is not ("PCMU" or "PCMA"))
            throw new ArgumentException("The call's codec must be \"PCMU\" or \"PCMA\".", nameof(options));
        if (options.WebhookApiVersion is not ("1" or "2"))
            throw new ArgumentException("The webhook API version must be \"1\" or \"2\".", nameof(options));

        var faults = new EmulatorFaults();
        var log = new TrafficLog();
        var signer = new Ed25519Signer(SHA256.HashData(
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"webhook signing key {options.Seed}"))));
        var settings = new WebhookSettings(options.MaxWebhookAttempts, options.WebhookRetryDelay, options.WebhookTimeout)
        {
            // Unverified: that a redirection is a failure that is not tried again.
            IsRetried = static status => status is 0 or 408 or 429 or >= 500,
            Format = new TelnyxWebhookFormat(options.TimeProvider, signer, isFlat: options.WebhookApiVersion is "1"),
        };
        var dispatcher = new WebhookDispatcher(options.TimeProvider, settings, faults, log);
        var context = new TelnyxContext(options, dispatcher);
        var pipeline = new EmulatorPipeline(new TelnyxRoutes(context), faults, log, options.TimeProvider);
        try
        {
            var host = await EmulatorHost.StartAsync(pipeline, cancellationToken).ConfigureAwait(false);
            return new TelnyxEmulator(context, dispatcher, log, host, faults, Convert.ToBase64String(signer.PublicKey));
        }
        catch
        {
            await dispatcher.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets somebody call the application: creates an incoming leg, which is parked, and raises <c>call.initiated</c>.</summary>
    /// <param name="from">The caller's number, or a SIP URI.</param>
    /// <param name="to">The number called.</param>
    /// <param name="cancellationToken">Checked before the call is placed.</param>
    /// <returns>The caller's end of the call, which rings until it is answered, rejected or hung up.</returns>
    public Task<EmulatedCaller> PlaceCallAsync(
        string from = "+15550100001", string to = "+15550100002", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        lock (_context.Gate)
        {
            var leg = new TelnyxLeg(_context, _context.NewSession(), isIncoming: true, from, to);
            leg.Raise(TelnyxEvents.Initiated, TelnyxDialer.Announce(leg, callerName: from));
            if (_context.Options.FirstCommandTimeout is { } limit)
                leg.FirstCommand = leg.After(limit, () => leg.End(LegEnd.Timeout));
            return Task.FromResult(new EmulatedCaller(leg, from, to));
        }
    }

    /// <summary>
    /// Waits until the application calls somebody, by dialling or by a transfer. The waits count, as those of
    /// <see cref="EmulatedParty"/> do: a call that began earlier is not missed, and none is handed out twice.
    /// </summary>
    /// <param name="to">The number called; null for any.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The end of the called person, who behaves as <see cref="Callees"/> says.</returns>
    /// <exception cref="ObjectDisposedException">The emulator was disposed of before anybody was called.</exception>
    public Task<EmulatedCallee> WaitForDialAsync(string? to = null, CancellationToken cancellationToken = default) =>
        _context.Desk.WaitAsync(to, cancellationToken);

    /// <summary>
    /// Completes when no media stream is about to be opened and no webhook waits to be delivered: each raised so far was taken, or given
    /// up.
    /// </summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task WaitForIdleAsync(CancellationToken cancellationToken = default)
    {
        await _context.Sockets.WhenTriedAsync(cancellationToken).ConfigureAwait(false);
        await _dispatcher.WhenIdleAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stops the server, ends all calls without reporting it and discards webhooks not yet delivered.</summary>
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
                leg.End(LegEnd.HangUp(byCaller: leg.IsIncoming, leg.State is LegState.Answered));
        }

        await _context.Sockets.WhenGoneAsync().ConfigureAwait(false);
        _context.Desk.Close();
    }
}
