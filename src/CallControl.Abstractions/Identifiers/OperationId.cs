namespace CallControl;

/// <summary>Names one operation on a call: what started it, and what its events carry.</summary>
/// <remarks>Made by this library unless the provider insists on its own (<c>command_uid</c> at the session gateway, <c>control_id</c> at SignalWire).</remarks>
public readonly record struct OperationId
{
    private readonly string? _value;

    /// <summary>Wraps the text exactly as the provider wrote it.</summary>
    /// <param name="value">Any text that is not empty or white space.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public OperationId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>The text as given; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public override string ToString() => Value;
}
