namespace CallControl;

/// <summary>Something that happened on a call, as its provider reported it.</summary>
/// <remarks>
/// Nothing the vendor sent is lost: the vendor's own typed event and its bytes ride along. <see cref="ToString"/> shows neither them nor any
/// number or digit, so that events may be logged.
/// </remarks>
public abstract record CallEvent
{
    private protected CallEvent()
    {
    }

    /// <summary>The registered name of the provider account that reported it.</summary>
    public required string Provider { get; init; }

    /// <summary>The call it happened on.</summary>
    /// <value><c>default</c> for what concerns no single call, such as a conference room that was created.</value>
    public required CallId Call { get; init; }

    /// <summary>The vendor's name of the event, such as <c>playback.stopped</c>; empty where it gave none.</summary>
    public required string Name { get; init; }

    /// <summary>The event's identity, by which a second delivery is known; null where the vendor gives nothing to tell two events apart.</summary>
    public CallEventId? Id { get; init; }

    /// <summary>The operation it concerns; null when it concerns none, or when that cannot be told.</summary>
    public OperationId? Operation { get; init; }

    /// <summary>The event's place among the events of its call, rising by one; null where the vendor does not number them.</summary>
    public long? Sequence { get; init; }

    /// <summary>When it happened, by the vendor's clock; null where the vendor does not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>When it reached this process.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The vendor's event as the provider package typed it; null in events that no vendor sent.</summary>
    public object? NativeEvent { get; init; }

    /// <summary>The vendor's message as it came, UTF-8 JSON; empty in events that no vendor sent.</summary>
    public ReadOnlyMemory<byte> RawJson { get; init; }

    /// <summary>Kind, name and call.</summary>
    public sealed override string ToString() => $"{GetType().Name} ({Provider}: {Name}) on {Call}";
}
