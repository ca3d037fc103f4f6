using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A call came in. The first event of every session.</summary>
/// <remarks>Name on the wire: <c>call.new</c>. Source: <c>/webhooks/call-events/</c>.</remarks>
public sealed record CallNewEvent : SessionGatewayEvent
{
    /// <summary>The calling party, an E.164 number in the sample.</summary>
    [JsonPropertyName("caller_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? CallerId { get; init; }

    /// <summary>The number that was called.</summary>
    [JsonPropertyName("did")]
    [JsonConverter(typeof(TextConverter))]
    public string? Did { get; init; }
}
