using System.Globalization;
using CallControl.Telnyx.Tests;

namespace CallControl.Benchmarks;

/// <summary>All paths in a few seconds: ratios to their floors beside the budgets.</summary>
internal static class QuickRun
{
    private const int WarmUps = 3;
    private const double IdleCallBudget = 4096;
    private const double CommandBudget = 1200;
    private const double WebhookBudget = 2048;
    private const double SignatureBudget = 16;
    private const double HeaderBudget = 0;
    private const double FrameBudget = 100;

    // Nothing for a packet; a timer's tick, now and then, is not one.
    private const double PacketBudget = 0.1;

    private static readonly Uri Nowhere = new("https://gateway.example.com/");

    /// <summary>Measures, and prints a table.</summary>
    /// <returns>0; 1 when a budget for memory is missed. Times are printed only: other work on the machine must not fail a build.</returns>
    public static async Task<int> RunAsync()
    {
        await using var gateway = await LoopbackGateway.StartAsync();
        var (canned, rawCanned) = (new CannedGateway(), new CannedGateway());
        await using var account = new GatewayAccount(Nowhere, canned);
        using var raw = new RawGateway(Nowhere, rawCanned);
        await using var remote = new GatewayAccount(gateway.Address);
        using var rawRemote = new RawGateway(gateway.Address, new SocketsHttpHandler());
        await using var few = new GatewayAccount(Nowhere, eventBacklog: WaitingCalls.EventBacklog);
        await using var many = new GatewayAccount(Nowhere, eventBacklog: WaitingCalls.EventBacklog);
        using var signed = LibCrypto.IsHere ? new SignedWebhook() : null;
        var fetch = new SignedFetch();
        var (ten, tenThousand) = (new WaitingCalls(few.Hub, 10), new WaitingCalls(many.Hub, 10_000));
        await DemandSameBytesAsync(raw.HangupAsync, account.HangupAsync, rawCanned, canned);
        await DemandSameBytesAsync(raw.PlayAsync, account.PlayAsync, rawCanned, canned);
        var headers = new HeaderReads();
        DemandSameSum(headers.ReadStrepUnchecked, headers.ReadStrep);
        DemandSameSum(headers.ReadRtpUnchecked, headers.ReadRtp);
        DemandSameSum(headers.ReadFullRtpUnchecked, headers.ReadFullRtp);
        var (telnyx, signalWire) = (StreamFrames.Telnyx(), StreamFrames.SignalWire());
        foreach (var frames in new[] { telnyx, signalWire })
        {
            DemandSameSum(frames.Decode, frames.Read);
            DemandSameSum(frames.Encode, frames.Write);
        }
        await using var forks = new ForkTraffic();

        Comparison[] comparisons =
        [
            new("hang-up, no network", 2000, Times(raw.HangupAsync), Times(account.HangupAsync), 1.5, CommandBudget, IsOverFloor: true),
            new("playback until taken, no network", 2000, Times(raw.PlayAsync), Times(account.StartAndEndAsync), 1.5, CommandBudget, IsOverFloor: true),
            new("playback and its end, no network", 2000, Times(raw.PlayAsync), Times(account.PlayAsync), 1.5, IsOverFloor: true),
            new("hang-up, loopback, 8 at once", 1600, AtOnce(rawRemote.HangupAsync), AtOnce(remote.HangupAsync), 1 / 0.9),
            new("webhook, flat", 10_000, Times(WebhookReader.RawFlat), Times(() => WebhookReader.Read(WebhookSamples.Flat)), 1.5, WebhookBudget),
            new("webhook, nested", 10_000, Times(WebhookReader.RawNested), Times(() => WebhookReader.Read(WebhookSamples.Nested)), 1.5, WebhookBudget),
            new("webhook, Telnyx", 10_000, Times(WebhookReader.RawTelnyx), Times(() => WebhookReader.ReadTelnyx(WebhookSamples.Telnyx)), 1.5, WebhookBudget),
            new("event to one of ten, of 10,000 waiters", 20_000, Times(ten.EndAnyAsync), Times(tenThousand.EndOneOfTenAsync), 1.5),
            new("event to any of 10,000 waiters", 20_000, Times(ten.EndAnyAsync), Times(tenThousand.EndAnyAsync), 1.5),
            .. signed is null ? [] : new Comparison[] { new("webhook signature, Ed25519", 200, Times(signed.RawVerify), Times(signed.Verify), 4, SignatureBudget) },
            new("webhook signature, HMAC-SHA256", 5000, Times(fetch.RawVerify), Times(fetch.Verify), 1.5, SignatureBudget),
            new("STREP header", 200_000, Loop(headers.ReadStrepUnchecked), Loop(headers.ReadStrep), 2, HeaderBudget),
            new("RTP packet, plain", 200_000, Loop(headers.ReadRtpUnchecked), Loop(headers.ReadRtp), 2, HeaderBudget),
            new("RTP packet, with every option", 200_000, Loop(headers.ReadFullRtpUnchecked), Loop(headers.ReadFullRtp), 2, HeaderBudget),
            new("stream frame in, Telnyx", 50_000, Loop(telnyx.Decode), Loop(telnyx.Read), 3, FrameBudget),
            new("stream frame in, SignalWire", 50_000, Loop(signalWire.Decode), Loop(signalWire.Read), 3, FrameBudget),
            new("stream frame out, Telnyx", 100_000, Loop(telnyx.Encode), Loop(telnyx.Write), 3, FrameBudget),
            new("stream frame out, SignalWire", 100_000, Loop(signalWire.Encode), Loop(signalWire.Write), 3, FrameBudget),
            new("fork receiver, callback", 20_000, forks.ReceiveBareAsync, forks.ReceiveWithCallbackAsync, 1 / 0.9, PacketBudget),
            new("fork receiver, reader", 20_000, forks.ReceiveBareAsync, forks.ReceiveWithReaderAsync, 1 / 0.9, PacketBudget),
        ];

        // Twice over all of them: compiling for good happens in the background, in two steps, and in pauses.
        for (var i = 0; i < WarmUps; i++)
        {
            foreach (var comparison in comparisons)
                await Measurement.WarmUpAsync(comparison);
        }

        if (signed is null)
            Console.WriteLine("The signature is left out: there is no libcrypto of OpenSSL here to compare with.");

        Console.WriteLine(Row("path", "time", "budget", "bytes", "floor", "counted", "budget", ""));
        var isMissed = false;
        foreach (var comparison in comparisons)
            isMissed |= Print(comparison, await Measurement.TakeAsync(comparison));

        var idle = await IdleCalls.WeighAsync();
        isMissed |= idle > IdleCallBudget;
        Console.WriteLine(Row("an idle call", "", "", Bytes(idle), "", Bytes(idle), Bytes(IdleCallBudget), idle > IdleCallBudget ? "MISSED" : ""));
        return isMissed ? 1 : 0;
    }

    private static bool Print(Comparison comparison, Measurement measured)
    {
        var counted = measured.PathBytes - (comparison.IsOverFloor ? measured.FloorBytes : 0);
        var isMissed = counted > comparison.ByteBudget;
        var isSlow = measured.TimeRatio > comparison.TimeBudget;
        Console.WriteLine(Row(
            comparison.Name,
            Ratio(measured.TimeRatio),
            Ratio(comparison.TimeBudget),
            Bytes(measured.PathBytes),
            Bytes(measured.FloorBytes),
            comparison.ByteBudget is null ? "" : Bytes(counted),
            comparison.ByteBudget is { } budget ? Bytes(budget) : "",
            isMissed ? "MISSED" : isSlow ? "slow" : ""));
        return isMissed;
    }

    private static async Task DemandSameBytesAsync(Func<Task> floor, Func<Task> path, CannedGateway atFloor, CannedGateway atPath)
    {
        await floor();
        await path();
        if (atFloor.LastLength != atPath.LastLength)
            throw new InvalidOperationException($"The floor sends {atFloor.LastLength} bytes, the SDK {atPath.LastLength}: they cannot be compared.");
    }

    private static void DemandSameSum(Func<int, long> floor, Func<int, long> path)
    {
        if (floor(1000) != path(1000))
            throw new InvalidOperationException("The SDK reads or writes something else than the floor does: they cannot be compared.");
    }

    private static Func<int, Task> Times(Func<Task> command) => count => Repeat.RunAsync(count, command);

    private static Func<int, Task> AtOnce(Func<Task> command) => count => Crowd.RunAsync(count, command);

    private static Func<int, Task> Times(Func<object> read) => count =>
    {
        for (var i = 0; i < count; i++)
            GC.KeepAlive(read());

        return Task.CompletedTask;
    };

    private static Func<int, Task> Times(Func<bool> verify) => count =>
    {
        for (var i = 0; i < count; i++)
        {
            if (!verify())
                throw new InvalidOperationException("The signature is valid, and was refused.");
        }

        return Task.CompletedTask;
    };

    private static Func<int, Task> Loop(Func<int, long> read) => count =>
    {
        _ = read(count);
        return Task.CompletedTask;
    };

    private static string Row(string name, string time, string timeBudget, string bytes, string floor, string counted, string byteBudget, string verdict) =>
        $"{name,-40} {time,6} {timeBudget,7} {bytes,7} {floor,7} {counted,8} {byteBudget,7}  {verdict}".TrimEnd();

    private static string Ratio(double value) => value.ToString("0.00x", CultureInfo.InvariantCulture);

    private static string Bytes(double value) => value.ToString("0", CultureInfo.InvariantCulture);
}
