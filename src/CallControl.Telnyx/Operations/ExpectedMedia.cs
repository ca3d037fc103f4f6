namespace CallControl.Telnyx;

/// <summary>One piece of media that a command has put, or is putting, on a call: which events are its own, and which of them have come.</summary>
/// <remarks>
/// Told by kind and address or name, in the order of the commands, and once an id is known, by that. Where there is none, the times of the
/// events tell a late one from the next piece's: no piece starts after its end, or ends after the next one of the same file has started, unless one is laid over the other.
/// Not thread-safe: belongs to one observer.
/// </remarks>
internal sealed class ExpectedMedia(MediaKind kind, string? url = null, string? name = null)
{
    private string? _id;
    private DateTimeOffset? _endedAt;
    private DateTimeOffset? _nextStartedAt;
    private int _laterStarts;
    private int _laterEnds;

    /// <summary>Whether it was heard to start.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether it was heard to end.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Whether one of the two is still to come: they may come in either order.</summary>
    public bool IsHalfSeen => HasStarted != HasEnded;

    /// <summary>When it started, by the vendor's clock; null while that is not known.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>How long it lasted until it ended; null where that is not known.</summary>
    /// <param name="endedAt">When it ended.</param>
    public TimeSpan? LengthUntil(DateTimeOffset? endedAt) => endedAt - StartedAt is { } length && length >= TimeSpan.Zero ? length : null;

    /// <summary>Takes an event if it is its own.</summary>
    /// <param name="sign">What the event says.</param>
    /// <param name="occurredAt">When it happened; null where the vendor does not say, and any order is possible.</param>
    /// <param name="isOver">
    /// Whether the operation has ended. Then only the other half of what was half seen is taken: what never started may never have been played,
    /// and must not take what a later command plays.
    /// </param>
    public bool TryTake(MediaSign sign, DateTimeOffset? occurredAt, bool isOver)
    {
        if (!Fits(sign))
            return false;

        var isTaken = sign.IsEnd ? TryTakeEnd(occurredAt, isOver) : TryTakeStart(occurredAt, isOver);
        if (isTaken)
            _id ??= sign.Id;

        return isTaken;
    }

    private bool TryTakeStart(DateTimeOffset? occurredAt, bool isOver)
    {
        if (HasStarted)
        {
            if (occurredAt > StartedAt)
                NoteLaterStart(occurredAt.Value);

            return false;
        }

        if (HasEnded ? occurredAt > _endedAt : isOver)
            return false;

        (HasStarted, StartedAt) = (true, occurredAt);
        return true;
    }

    private bool TryTakeEnd(DateTimeOffset? occurredAt, bool isOver)
    {
        if (HasEnded || (!HasStarted && isOver))
            return false;

        // Each piece that has started since has one end: what is beyond their number is this one's, laid over the others.
        if (occurredAt > _nextStartedAt && _laterEnds < _laterStarts)
        {
            _laterEnds++;
            return false;
        }

        (HasEnded, _endedAt) = (true, occurredAt);
        return true;
    }

    private void NoteLaterStart(DateTimeOffset at)
    {
        _laterStarts++;
        if (!(at > _nextStartedAt))
            _nextStartedAt = at;
    }

    // An id may come with the start, with the end, or with neither.
    private bool Fits(MediaSign sign)
    {
        if (sign.Kind != kind)
            return false;

        return _id is not null && sign.Id is not null ? sign.Id == _id : sign.IsOf(url, name);
    }
}
