using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>One event as Telnyx sent it, of webhook API version 2.</summary>
/// <remarks>
/// <para>
/// The vendor requires no member of any event: all may be absent, and absent and null are the same here. Numbers may come as text and texts as
/// numbers. A point in time that cannot be read, and a number that is out of range, are null. Words of the vendor's vocabularies are open sets.
/// </para>
/// <para>
/// Events come twice, out of order and at the same time: <see cref="Id"/> tells whether one was seen, <see cref="OccurredAt"/> which one came first.
/// </para>
/// <para>Source: the webhooks of the vendor's OpenAPI description of 2026-07-16, its SDKs of 2026-08-21, and captures where a member says so.</para>
/// </remarks>
public abstract record TelnyxEvent
{
    private const int LongestShownName = 64;

    private string _eventType = "";
    private string? _id;
    private string? _recordType;
    private DateTimeOffset? _occurredAt;
    private DateTimeOffset? _createdAt;
    private int? _attempt;
    private string? _deliveredTo;

    private protected TelnyxEvent()
    {
    }

    /// <summary>The event's name as sent, such as <c>call.playback.ended</c>; empty where there was none. See <see cref="TelnyxEventNames"/>.</summary>
    [JsonIgnore]
    public string EventType { get => _eventType; init => _eventType = value ?? ""; }

    /// <summary>The event's id, a UUID; the same in every delivery of it.</summary>
    [JsonIgnore]
    public string? Id { get => _id; init => _id = value; }

    /// <summary>What kind of object was sent: <c>event</c>.</summary>
    [JsonIgnore]
    public string? RecordType { get => _recordType; init => _recordType = value; }

    /// <summary>When it happened, to the microsecond. Most events of conferences have it in the payload, others beside; where both do, the latter counts.</summary>
    [JsonPropertyName("occurred_at")]
    public DateTimeOffset? OccurredAt { get => _occurredAt; init => _occurredAt = value; }

    /// <summary>When the event was made, where it says so beside <see cref="OccurredAt"/>.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt { get => _createdAt; init => _createdAt = value; }

    /// <summary>Which delivery this is, beginning with 1 (<c>meta.attempt</c>).</summary>
    [JsonIgnore]
    public int? Attempt { get => _attempt; init => _attempt = value; }

    /// <summary>The address it was sent to (<c>meta.delivered_to</c>).</summary>
    [JsonIgnore]
    public string? DeliveredTo { get => _deliveredTo; init => _deliveredTo = value; }

    /// <summary>The leg (<c>call_control_id</c>), as commands name it; <c>default</c> where it was absent.</summary>
    [JsonPropertyName("call_control_id")]
    public CallId Call { get; init; }

    /// <summary>The leg as a UUID; of no use in commands.</summary>
    [JsonPropertyName("call_leg_id")]
    public string? CallLegId { get; init; }

    /// <summary>What legs that belong together share, a UUID; of no use in commands.</summary>
    [JsonPropertyName("call_session_id")]
    public string? CallSessionId { get; init; }

    /// <summary>The Call Control application, digits.</summary>
    [JsonPropertyName("connection_id")]
    public string? ConnectionId { get; init; }

    /// <summary>What the application attached to the leg; null where it attached nothing.</summary>
    [JsonPropertyName("client_state")]
    [JsonConverter(typeof(EventClientStateConverter))]
    public TelnyxClientState? ClientState { get; init; }

    /// <summary>The calling party: an E.164 number, a SIP URI, or a word such as <c>anonymous</c>.</summary>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The called party: an E.164 number or a SIP URI.</summary>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>What kind of party calls. Unverified but for three events: seen in captures of nearly all events of calls.</summary>
    [JsonPropertyName("calling_party_type")]
    public CallingPartyType CallingPartyType { get; init; }

    /// <summary>The members of the payload that this record has no property for; null where there are none.</summary>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The event's kind and name only: what is in it may be a phone number, a PIN or a card.</summary>
    public sealed override string ToString() => IsPlain(EventType) ? $"{GetType().Name} ({EventType})" : GetType().Name;

    /// <summary>Adds what stood around the payload. Not by a copy: an event is made for every webhook.</summary>
    internal void Complete(in EventEnvelope envelope, string eventType)
    {
        _eventType = eventType;
        _id = envelope.Id;
        _recordType = envelope.RecordType;
        _occurredAt = envelope.OccurredAt ?? _occurredAt;
        _createdAt = envelope.CreatedAt;
        _attempt = envelope.Attempt;
        _deliveredTo = envelope.DeliveredTo;
    }

    // A name that this version does not know may be anything.
    private static bool IsPlain(string name)
    {
        foreach (var character in name)
        {
            if (character is not (>= 'a' and <= 'z' or '.' or '_'))
                return false;
        }

        return name.Length is > 0 and <= LongestShownName;
    }
}
