using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>One event as the gateway sent it.</summary>
/// <remarks>
/// <para>
/// Read liberally: a member that is absent is null, a number may have come as text, and a length of time that no <see cref="TimeSpan"/> holds is
/// null. The vendor's pages describe an envelope with the payload in <c>data</c>, and show samples without one; both are read, see
/// <see cref="IsNested"/>. Sources: <c>/webhooks/overview/</c> and the event pages.
/// </para>
/// <para>Events may come twice and out of order; <see cref="SessionUuid"/> and <see cref="Sequence"/> together tell them apart where both are given.</para>
/// </remarks>
public abstract record SessionGatewayEvent
{
    private protected SessionGatewayEvent()
    {
    }

    /// <summary>The event's name, such as <c>playback.stopped</c>; empty where there was none.</summary>
    [JsonPropertyName("event")]
    [JsonConverter(typeof(EventNameConverter))]
    public string Event { get; init => field = value ?? ""; } = "";

    /// <summary>The session it happened on, as written; null in events of rooms.</summary>
    [JsonPropertyName("session_uuid")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? SessionUuid { get; init; }

    /// <summary>The event's place among those of its session, beginning with 1; null where it was not given, as in all samples without an envelope.</summary>
    [JsonPropertyName("sequence")]
    [JsonConverter(typeof(CountConverter))]
    public long? Sequence { get; init; }

    /// <summary>Whether the payload came in <c>data</c>, below an envelope, rather than beside <c>event</c>.</summary>
    [JsonIgnore]
    public bool IsNested { get; init; }

    /// <summary>The members that this record has no property for, of the payload and of the envelope around it; null where there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary><see cref="SessionUuid"/> as the call's id; <c>default</c> where there is none.</summary>
    [JsonIgnore]
    public CallId Session => string.IsNullOrWhiteSpace(SessionUuid) ? default : new CallId(SessionUuid);

    /// <summary>The event's kind only: what is in it may be a phone number or a PIN.</summary>
    public sealed override string ToString() => GetType().Name;
}
