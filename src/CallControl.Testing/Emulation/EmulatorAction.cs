namespace CallControl.Testing.Emulation;

/// <summary>A request that found its place on the vendor's surface: its name in the traffic, and how to carry it out.</summary>
internal sealed record EmulatorAction(string Name, string? Session, Func<EmulatorResponse> Execute)
{
    /// <summary>Webhooks that carrying out the request may raise, held back until the request itself stands in the traffic.</summary>
    public IReadOnlyList<WebhookQueue> Queues { get; init; } = [];
}
