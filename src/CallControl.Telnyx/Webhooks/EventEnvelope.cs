namespace CallControl.Telnyx;

/// <summary>What stands around the payload of a webhook.</summary>
internal struct EventEnvelope
{
    /// <summary>The kind of event; null where its name is not known.</summary>
    public TelnyxEventCatalog.Entry? Kind;

    /// <summary>The name of an event whose kind is not known; null where there is none.</summary>
    public string? UnknownName;

    public string? Id;
    public string? RecordType;
    public DateTimeOffset? OccurredAt;
    public DateTimeOffset? CreatedAt;
    public int? Attempt;
    public string? DeliveredTo;

    /// <summary>Where the payload is in the body; empty where it is absent, or null.</summary>
    public Range Payload;

    public bool HasCreatedAt;
    public bool IsPayloadObject;

    public readonly string? Name => Kind?.Name ?? UnknownName;
}
