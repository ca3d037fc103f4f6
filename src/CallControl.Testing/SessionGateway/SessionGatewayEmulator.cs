using System.Diagnostics.CodeAnalysis;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// A session gateway inside the test process: a real web server on a free port of 127.0.0.1 that takes the gateway's commands, keeps
/// the state of calls and conference rooms, and posts the gateway's webhooks. Calls are placed with <see cref="PlaceCallAsync"/>.
/// </summary>
/// <remarks>Thread-safe. Where the gateway's documents are silent, the choice made stands in a comment marked "unverified".</remarks>
public sealed class SessionGatewayEmulator : IAsyncDisposable
{
    private readonly GatewayContext _context;
    private readonly WebhookDispatcher _dispatcher;
    private readonly TrafficLog _log;
    private readonly EmulatorHost _host;
    private int _disposed;

    private SessionGatewayEmulator(
        GatewayContext context, WebhookDispatcher dispatcher, TrafficLog log, EmulatorHost host, EmulatorFaults faults)
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

    /// <summary>Where commands go: scheme, address and port, without the API's path.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>The switches for misbehaviour; all off at first.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>
    /// Where webhooks of the application that receives the calls go. A change holds for the next delivery; null discards webhooks,
    /// those included that wait to be retried.
    /// </summary>
    public Uri? WebhookUrl
    {
        get => _context.Apps.Find(_context.Options.AppId)?.WebhookUrl;
        set => _context.Apps.SetWebhookUrl(_context.Options.AppId, value);
    }

    /// <summary>All exchanges so far, commands and webhook deliveries, in the order they ended. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorTraffic> Traffic => _log.Snapshot();

    /// <summary>The webhooks given up so far, in that order. Each read makes a copy.</summary>
    public IReadOnlyList<EmulatorDeadLetter> DeadLetters => _dispatcher.DeadLetters;

    /// <summary>Starts an emulator; it takes requests when the task completes.</summary>
    /// <param name="options">The setup; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting lies outside of its range.</exception>
    public static async Task<SessionGatewayEmulator> StartAsync(
        SessionGatewayEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SessionGatewayEmulatorOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxWebhookAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WebhookRetryDelay, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.WebhookTimeout, TimeSpan.Zero, nameof(options));

        var faults = new EmulatorFaults();
        var log = new TrafficLog();
        var settings = new WebhookSettings(options.MaxWebhookAttempts, options.WebhookRetryDelay, options.WebhookTimeout);
        var dispatcher = new WebhookDispatcher(options.TimeProvider, settings, faults, log);
        var context = new GatewayContext(options, dispatcher);
        var pipeline = new EmulatorPipeline(new GatewayRoutes(context), faults, log, options.TimeProvider);
        try
        {
            var host = await EmulatorHost.StartAsync(pipeline, cancellationToken).ConfigureAwait(false);
            return new SessionGatewayEmulator(context, dispatcher, log, host, faults);
        }
        catch
        {
            await dispatcher.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Lets somebody call: creates a session of <see cref="SessionGatewayEmulatorOptions.AppId"/> and raises <c>call.new</c>.
    /// </summary>
    /// <param name="from">The caller's number.</param>
    /// <param name="to">The number called.</param>
    /// <param name="cancellationToken">Checked before the call is placed.</param>
    /// <returns>The caller's end of the call, which rings until it is answered or hung up.</returns>
    public Task<EmulatedCaller> PlaceCallAsync(
        string from = "+15550100001", string to = "+15550100002", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentException.ThrowIfNullOrEmpty(to);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        var session = new GatewaySession(_context, _context.Options.AppId, from);
        _context.Sessions[session.SessionId] = session;
        session.Begin(to);
        return Task.FromResult(new EmulatedCaller(session, from, to));
    }

    /// <summary>Completes when no webhook waits to be delivered: each raised so far was taken, or given up.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task WaitForIdleAsync(CancellationToken cancellationToken = default) => _dispatcher.WhenIdleAsync(cancellationToken);

    /// <summary>Stops the server, ends all calls without reporting it and discards webhooks not yet delivered.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _host.DisposeAsync().ConfigureAwait(false);
        await _dispatcher.DisposeAsync().ConfigureAwait(false);
        foreach (var session in _context.Sessions.Values)
            session.Abandon();
        _context.Rooms.StopAll();
    }
}
