using System.Globalization;
using CallControl.Providers;

namespace CallControl.Benchmarks;

/// <summary>What an answered call on which nothing happens keeps in memory.</summary>
internal static class IdleCalls
{
    private const int Count = 10_000;

    /// <summary>Brings calls in by their webhooks, answers them, and weighs them.</summary>
    /// <returns>Bytes a call: its state, its two events with their bodies, the memory of their ids, and the <see cref="Call"/>.</returns>
    public static async Task<double> WeighAsync()
    {
        await using var account = new GatewayAccount(new Uri("https://gateway.example.com/"));
        await BringInAsync(account, "acW68-warm", 100);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await BringInAsync(account, "acW68-f47ac10b-58cc-4372-a567-0e02b2c3", Count);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(account);
        return (after - before) / (double)Count;
    }

    private static async Task BringInAsync(GatewayAccount account, string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var session = string.Create(CultureInfo.InvariantCulture, $"{prefix}{i:x4}");
            await DeliverAsync(account.Inbound, WebhookSamples.Incoming(session));
            await DeliverAsync(account.Inbound, WebhookSamples.Answered(session));
            var call = account.Hub.Get(GatewayAccount.Name, new CallId(session));
            _ = call.EndedToken;
        }

        while (account.Hub.PendingEvents > 0)
            await Task.Yield();
    }

    private static async Task DeliverAsync(IInboundHandler inbound, byte[] body)
    {
        var request = new InboundRequest
        {
            Method = "POST",
            Path = "",
            Url = new Uri("https://calls.example.com/calls/session-gateway"),
            ContentType = "application/json",
            Header = static _ => null,
            Body = body,
        };
        var answer = await inbound.HandleAsync(request, CancellationToken.None);
        if (answer.StatusCode != 200)
            throw new InvalidOperationException($"A webhook was refused: {answer.Problem}");
    }
}
