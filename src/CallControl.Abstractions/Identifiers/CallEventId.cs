namespace CallControl;

/// <summary>The vendor's identity of one event: two deliveries with the same id are the same event.</summary>
/// <remarks>Used to drop duplicates. Where a vendor sends no id it is derived from what makes the event unique, for example call and sequence number; where nothing does, the event has none.</remarks>
public readonly record struct CallEventId
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">Any text that is not empty or white space.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public CallEventId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text as given; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
