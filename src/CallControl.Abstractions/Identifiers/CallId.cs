namespace CallControl;

/// <summary>Names one call leg at its provider.</summary>
/// <remarks>Opaque: providers put routing into it, and not all are UUIDs (the session gateway's is <c>node-hash-uuid</c>, Telnyx's holds colons). Never parse it, never change it. Unique within one provider account only.</remarks>
public readonly record struct CallId
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">Any text that is not empty or white space.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public CallId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text as given; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
