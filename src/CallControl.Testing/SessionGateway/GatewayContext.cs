using System.Collections.Concurrent;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>What all calls and rooms of one emulated gateway share.</summary>
internal sealed class GatewayContext(SessionGatewayEmulatorOptions options, WebhookDispatcher dispatcher)
{
    public SessionGatewayEmulatorOptions Options => options;

    public TimeProvider Time => options.TimeProvider;

    public SeededIds Ids { get; } = new(options.Seed);

    public GatewayApps Apps { get; } = new(options);

    public ConcurrentDictionary<string, GatewaySession> Sessions { get; } = new(StringComparer.Ordinal);

    public GatewayRooms Rooms { get; } = new();

    /// <summary>The first part of every session and room id.</summary>
    public string NodeHash => field ??= Ids.NewText(5);

    public GatewayEventStream NewEventStream(string appId, string? sessionId) =>
        new(this, dispatcher, new WebhookQueue(dispatcher, Ids.NewRandom()), appId, sessionId);
}
