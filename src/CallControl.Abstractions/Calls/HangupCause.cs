namespace CallControl;

/// <summary>Why a call ended or is to be ended.</summary>
/// <remarks>The neutral words below are what adapters map their vendor's causes to, both ways; the vendor's own word stays on the native event. An open set: a value this version does not list is kept as it is. Compared without regard to case.</remarks>
public readonly struct HangupCause : IEquatable<HangupCause>
{
    private readonly string? _value;

    /// <summary>Wraps a value, listed below or not.</summary>
    /// <param name="value">The value's text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public HangupCause(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>One side hung up in the ordinary way (Q.850 cause 16).</summary>
    public static HangupCause Normal => new("normal");

    /// <summary>The called party is busy (Q.850 cause 17).</summary>
    public static HangupCause Busy => new("busy");

    /// <summary>Nobody answered in time (Q.850 causes 18 and 19).</summary>
    public static HangupCause NoAnswer => new("no-answer");

    /// <summary>The called party refused the call (Q.850 cause 21).</summary>
    public static HangupCause Rejected => new("rejected");

    /// <summary>The calling party gave up before the answer.</summary>
    public static HangupCause Cancelled => new("cancelled");

    /// <summary>The number does not exist or cannot be reached (Q.850 causes 1, 3 and 27).</summary>
    public static HangupCause Unreachable => new("unreachable");

    /// <summary>The network or the provider failed (Q.850 causes 31, 38, 41 and the like).</summary>
    public static HangupCause Failed => new("failed");

    /// <summary>No news came for so long that this library gave the call up. No provider reports it.</summary>
    public static HangupCause Lost => new("lost");

    /// <summary>The provider gave no cause.</summary>
    public static HangupCause Unknown => new("unknown");

    /// <summary>The value's text; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Same text, letter case aside.</summary>
    public static bool operator ==(HangupCause left, HangupCause right) => left.Equals(right);

    /// <summary>Different text, letter case aside.</summary>
    public static bool operator !=(HangupCause left, HangupCause right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(HangupCause other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is HangupCause other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
