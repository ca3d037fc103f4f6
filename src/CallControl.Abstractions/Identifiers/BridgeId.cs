namespace CallControl;

/// <summary>Names what joins calls at the provider: a bridge, a conference room.</summary>
/// <remarks>Opaque.</remarks>
public readonly record struct BridgeId
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">Any text that is not empty or white space.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public BridgeId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text as given; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
