using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>The caller pressed a key. Comes in any state of the call, also for the keys that <see cref="PlayAndGetDigitsCommand"/> collects.</summary>
/// <remarks>Name on the wire: <c>dtmf</c>. Source: <c>/webhooks/dtmf-events/</c>.</remarks>
public sealed record DtmfEvent : SessionGatewayEvent
{
    /// <summary>The key: one of <c>0</c> to <c>9</c>, <c>A</c> to <c>D</c>, <c>*</c> and <c>#</c>.</summary>
    [JsonPropertyName("digit")]
    [JsonConverter(typeof(TextConverter))]
    public string? Digit { get; init; }

    /// <summary>How long it was held, in milliseconds.</summary>
    [JsonPropertyName("duration_ms")]
    [JsonConverter(typeof(QuantityConverter))]
    public long? DurationMs { get; init; }
}
