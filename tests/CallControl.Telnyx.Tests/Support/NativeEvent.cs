using System.Globalization;
using System.Text.Json.Nodes;

namespace CallControl.Telnyx.Tests;

/// <summary>A webhook of the vendor's, as it travels.</summary>
internal sealed record NativeEvent(string Id, byte[] Body)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static int _count;

    /// <summary>An event of a call, with an id of its own.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="call">The leg it is of; null where it names none.</param>
    /// <param name="second">When it happened, from <see cref="Start"/>.</param>
    /// <param name="members">What is in its payload besides.</param>
    public static NativeEvent Of(string name, CallId? call, int second = 0, params (string Name, JsonNode? Value)[] members)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"event-{Interlocked.Increment(ref _count)}");
        var payload = new JsonObject();
        if (call is { } leg)
            payload["call_control_id"] = leg.Value;

        foreach (var (member, value) in members)
            payload[member] = value;

        var body = new JsonObject
        {
            ["data"] = new JsonObject
            {
                ["record_type"] = "event",
                ["event_type"] = name,
                ["id"] = id,
                ["occurred_at"] = Start.AddSeconds(second).UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                ["payload"] = payload,
            },
            ["meta"] = new JsonObject { ["attempt"] = 1, ["delivered_to"] = "https://example.com/calls/telnyx" },
        };
        return new NativeEvent(id, EventFixture.Utf8(body));
    }

    /// <summary>The start of a file; an id that is null is left out.</summary>
    public static NativeEvent PlaybackStarted(CallId call, string? url, string? playbackId = null, int second = 0) =>
        Of("call.playback.started", call, second, [("media_url", url), .. Optional("playback_id", playbackId)]);

    /// <summary>The end of a file.</summary>
    public static NativeEvent PlaybackEnded(CallId call, string? url, string? playbackId = null, int second = 0, string status = "completed") =>
        Of("call.playback.ended", call, second, [("media_url", url), ("status", status), .. Optional("playback_id", playbackId)]);

    /// <summary>The end of a gather.</summary>
    public static NativeEvent GatherEnded(CallId call, string digits, string status = "valid", string? gatherId = null, int second = 0) =>
        Of("call.gather.ended", call, second, [("digits", digits), ("status", status), .. Optional("gather_id", gatherId)]);

    /// <summary>A key.</summary>
    public static NativeEvent Key(CallId call, string digit) => Of("call.dtmf.received", call, 0, ("digit", digit));

    private static (string, JsonNode?)[] Optional(string name, string? value) => value is null ? [] : [(name, value)];
}
