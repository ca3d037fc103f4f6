namespace CallControl.SignalWire;

/// <summary>What stands around the members of a webhook.</summary>
internal struct EventEnvelope
{
    /// <summary>The kind of event; null where its name is not known.</summary>
    public SignalWireEventCatalog.Entry? Kind;

    /// <summary>The name of an event whose kind is not known; null where there is none.</summary>
    public string? UnknownName;

    public string? EventChannel;
    public DateTimeOffset? Timestamp;
    public string? ProjectId;
    public string? SpaceId;

    /// <summary>Where the members are in the body; of no meaning unless they have an object of their own.</summary>
    public Range Params;

    public bool HasParams;

    public readonly string? Name => Kind?.Name ?? UnknownName;
}
