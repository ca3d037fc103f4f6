using System.Collections.Concurrent;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What all legs of one emulated account share. One lock guards all legs, since bridges, transfers and queues reach from leg to leg;
/// timers run under it too.
/// </summary>
internal sealed class TelnyxContext(TelnyxEmulatorOptions options, WebhookDispatcher dispatcher)
{
    private volatile Uri? _webhookUrl = options.WebhookUrl;

    public TelnyxEmulatorOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public Lock Gate { get; } = new();

    public SeededIds Ids { get; } = new(options.Seed);

    /// <summary>The account, as the messages of streams name it.</summary>
    public string UserId { get; } = new SeededIds(~options.Seed).NewUuid();

    public EmulatedMediaFaults MediaFaults { get; } = new();

    public ForkLog Forks { get; } = new();

    public MediaSockets Sockets { get; } = new();

    public EmulatedCallees Callees { get; } = new();

    public TelnyxScript Script { get; } = new();

    public CalleeDesk Desk { get; } = new(typeof(TelnyxEmulator));

    public TelnyxQueues Queues { get; } = new();

    /// <summary>Dials by their <c>command_id</c>.</summary>
    public CommandIds DialIds { get; } = new(options.TimeProvider);

    public DialRate DialRate { get; } = new(options.TimeProvider, options.DialsPerSecond);

    /// <summary>All legs there ever were, by <c>call_control_id</c>: an ended one is told apart from one that never was.</summary>
    public ConcurrentDictionary<string, TelnyxLeg> Legs { get; } = new(StringComparer.Ordinal);

    public bool IsMuted { get; set; }

    public Uri? WebhookUrl
    {
        get => _webhookUrl;
        set => _webhookUrl = value;
    }

    public TelnyxSession NewSession() => new(Ids.NewUuid(), new WebhookQueue(dispatcher, Ids.NewRandom()));

    /// <summary>An opaque token with every kind of character that the vendor's tokens may hold.</summary>
    public string NewCallControlId() => $"v3:{Ids.NewText(22)}-{Ids.NewText(18)}_{Ids.NewText(17)}=";

    public void Raise(WebhookQueue queue, RaisedWebhook webhook)
    {
        if (!IsMuted)
            dispatcher.Raise(queue, webhook);
    }
}

/// <summary>Legs that belong together, with one line for their webhooks, so that these arrive in the order they were raised.</summary>
internal sealed record TelnyxSession(string Id, WebhookQueue Queue);
