namespace CallControl;

/// <summary>Names a recording at its provider.</summary>
/// <remarks>Opaque. Not every provider names its recordings; those that do not hand out an address only.</remarks>
public readonly record struct RecordingId
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">Any text that is not empty or white space.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public RecordingId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text as given; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
