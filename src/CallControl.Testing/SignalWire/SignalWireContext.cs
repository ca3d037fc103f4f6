using System.Collections.Concurrent;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What all legs of one emulated project share. One lock guards all legs, since bridges, conferences and queues reach from leg to leg;
/// timers run under it too.
/// </summary>
internal sealed class SignalWireContext(SignalWireEmulatorOptions options, WebhookDispatcher dispatcher)
{
    private readonly List<EmulatorScriptError> _scriptErrors = [];
    private volatile Uri? _swmlUrl = options.SwmlUrl;
    private volatile Uri? _fallbackUrl = options.FallbackUrl;
    private volatile Uri? _statusUrl = options.StatusUrl;

    public SignalWireEmulatorOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public Lock Gate { get; } = new();

    public SeededIds Ids { get; } = new(options.Seed);

    public EmulatedMediaFaults MediaFaults { get; } = new();

    public ForkLog Forks { get; } = new();

    public MediaSockets Sockets { get; } = new();

    public string SpaceId { get; } = "5e7d1a60-0000-4000-8000-00000000face";

    public EmulatedCallees Callees { get; } = new();

    public SignalWireScript Script { get; } = new();

    public CalleeDesk Desk { get; } = new(typeof(SignalWireEmulator));

    public SignalWireDialPace Pace { get; } = new(options.TimeProvider, options.DialsPerSecond, options.MaxQueuedDials);

    /// <summary>All legs there ever were, by id: their logs outlive them.</summary>
    public ConcurrentDictionary<string, SignalWireLeg> Legs { get; } = new(StringComparer.Ordinal);

    public bool IsMuted { get; set; }

    public Uri? SwmlUrl
    {
        get => _swmlUrl;
        set => _swmlUrl = value;
    }

    public Uri? FallbackUrl
    {
        get => _fallbackUrl;
        set => _fallbackUrl = value;
    }

    public Uri? StatusUrl
    {
        get => _statusUrl;
        set => _statusUrl = value;
    }

    public IReadOnlyList<EmulatorScriptError> ScriptErrors
    {
        get
        {
            lock (Gate)
                return [.. _scriptErrors];
        }
    }

    /// <summary>Conferences by name, as long as somebody is in them.</summary>
    public Dictionary<string, SwmlConference> Conferences { get; } = new(StringComparer.Ordinal);

    /// <summary>Queues by name.</summary>
    public Dictionary<string, SwmlQueue> Queues { get; } = new(StringComparer.Ordinal);

    /// <summary>A reason in the spelling that the options ask for.</summary>
    public string Spell(string reason) => !options.SpellReasonsAsSwml ? reason : reason switch
    {
        "noAnswer" => "no_answer",
        "decline" => "declined",
        "maxDuration" => "max_duration",
        _ => reason,
    };

    public WebhookQueue NewQueue() => new(dispatcher, Ids.NewRandom());

    public void Raise(WebhookQueue queue, RaisedWebhook webhook)
    {
        if (!IsMuted)
            dispatcher.Raise(queue, webhook);
    }

    public Task<WebhookAnswer> AskAsync(RaisedWebhook webhook, Uri target) => dispatcher.AskAsync(webhook, target, options.FetchTimeout);

    /// <summary>
    /// Does something for a leg outside of the lock; the emulator is not idle before its end. A defect must not vanish with the task it
    /// happens in.
    /// </summary>
    public void Start(SignalWireLeg leg, Func<Task> work) => dispatcher.Run(async () =>
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception defect)
        {
            lock (Gate)
                leg.Fail(method: null, defect);
        }
    });

    /// <summary>Called under the lock.</summary>
    public void Report(SignalWireLeg leg, string? method, string message) =>
        _scriptErrors.Add(new EmulatorScriptError(Time.GetUtcNow(), leg.Id, method, message));
}
