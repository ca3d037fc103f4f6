using System.Text.Json;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>One event as SignalWire sent it.</summary>
/// <remarks>
/// <para>
/// Any member may be absent, and absent and null are the same here. Numbers may come as text and texts as numbers. A point in time that cannot be read, and a
/// number that is out of range, are null. Words of the vendor's vocabularies are open sets.
/// </para>
/// <para>
/// Events may come late, twice, out of order, or not at all: the vendor promises nothing. Those that also come over its RELAY socket are known from a draft of
/// its description of that socket; that status callbacks carry the same is Unverified.
/// </para>
/// <para>Source: the vendor's documentation of 2026-08-21, and the draft of 2026-07-15.</para>
/// </remarks>
public abstract record SignalWireEvent
{
    private const int LongestShownName = 64;

    private string _eventType = "";
    private string? _eventChannel;
    private DateTimeOffset? _timestamp;
    private string? _projectId;
    private string? _spaceId;
    private CallId _call;
    private CallEventId? _id;

    private protected SignalWireEvent()
    {
    }

    /// <summary>The event's name as sent, such as <c>calling.call.play</c>; empty where there was none. See <see cref="SignalWireEventNames"/>.</summary>
    [JsonPropertyName("event_type")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string EventType { get => _eventType; init => _eventType = value ?? ""; }

    /// <summary>What made the event, such as <c>swml:…</c> with an id.</summary>
    [JsonPropertyName("event_channel")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? EventChannel { get => _eventChannel; init => _eventChannel = value; }

    /// <summary>When the vendor made the event, to the microsecond; seconds on the wire.</summary>
    [JsonPropertyName("timestamp")]
    [JsonConverter(typeof(EpochSecondsConverter))]
    public DateTimeOffset? Timestamp { get => _timestamp; init => _timestamp = value; }

    /// <summary>The project, a UUID.</summary>
    [JsonPropertyName("project_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? ProjectId { get => _projectId; init => _projectId = value; }

    /// <summary>The space, a UUID.</summary>
    [JsonPropertyName("space_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? SpaceId { get => _spaceId; init => _spaceId = value; }

    /// <summary>
    /// What two deliveries of one event share; null where nothing does. The vendor sends no id, so it is made: of a <see cref="CallStateEvent"/> from leg and
    /// state, since a leg comes into each state once; of an event with a <see cref="Timestamp"/> from the whole body (a digest), since what is sent again is
    /// sent unchanged (Unverified). Without a timestamp two events of one leg may be the same to the byte, such as a playback that is resumed twice: those
    /// have none, and are never taken for duplicates.
    /// </summary>
    [JsonIgnore]
    public CallEventId? Id { get => _id; init => _id = value; }

    /// <summary>The leg; <c>default</c> where none was named.</summary>
    [JsonPropertyName("call_id")]
    public CallId Call { get => _call == default ? OtherCall : _call; init => _call = value; }

    /// <summary>The operation that it is about, as the command that began it named it; null where none was named.</summary>
    [JsonPropertyName("control_id")]
    public OperationId? ControlId { get; init; }

    /// <summary>The node that the leg is on: a UUID with a region, such as <c>…@us-east</c>.</summary>
    [JsonPropertyName("node_id")]
    public string? NodeId { get; init; }

    /// <summary>The part of a conversation that the leg belongs to.</summary>
    [JsonPropertyName("segment_id")]
    public string? SegmentId { get; init; }

    /// <summary>What the application attached to the leg.</summary>
    [JsonPropertyName("tag")]
    public string? Tag { get; init; }

    /// <summary>The members that this record has no property for; null where there are none.</summary>
    /// <remarks>Those of the objects within it are in <see cref="CallEvent.RawJson"/> only.</remarks>
    [JsonExtensionData]
    [JsonInclude]
    public IDictionary<string, JsonElement>? ExtensionData { get; internal set; }

    /// <summary>The leg where it stands elsewhere.</summary>
    private protected virtual CallId OtherCall => default;

    /// <summary>The event's kind and name only: what is in it may be a phone number, a PIN or a card.</summary>
    public sealed override string ToString() => IsPlain(EventType) ? $"{GetType().Name} ({EventType})" : GetType().Name;

    /// <summary>Adds what stood around the members. Not by a copy: an event is made for every webhook.</summary>
    internal void Complete(in EventEnvelope envelope)
    {
        _eventType = envelope.Name ?? _eventType;
        _eventChannel = envelope.EventChannel ?? _eventChannel;
        _timestamp = envelope.Timestamp ?? _timestamp;
        _projectId = envelope.ProjectId ?? _projectId;
        _spaceId = envelope.SpaceId ?? _spaceId;
    }

    /// <summary>Adds the id that was made for it.</summary>
    internal void Identify(CallEventId? id) => _id = id;

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
