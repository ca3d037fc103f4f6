using System.Collections.Concurrent;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What all calls and rooms of one emulated gateway share.</summary>
internal sealed class GatewayContext
{
    private readonly WebhookDispatcher _dispatcher;

    public GatewayContext(SessionGatewayEmulatorOptions options, WebhookDispatcher dispatcher)
    {
        _dispatcher = dispatcher;
        Options = options;
        Apps = new GatewayApps(options);
        Ids = new SeededIds(options.Seed);
        NodeHash = Ids.NewText(5);
    }

    public SessionGatewayEmulatorOptions Options { get; }

    public TimeProvider Time => Options.TimeProvider;

    public SeededIds Ids { get; }

    public GatewayApps Apps { get; }

    public ConcurrentDictionary<string, GatewaySession> Sessions { get; } = new(StringComparer.Ordinal);

    public GatewayRooms Rooms { get; } = new();

    /// <summary>The first part of every session and room id.</summary>
    public string NodeHash { get; }

    public GatewayEventStream NewEventStream(string appId, string? sessionId) =>
        new(this, _dispatcher, new WebhookQueue(_dispatcher, Ids.NewRandom()), appId, sessionId);
}
