namespace CallControl;

/// <summary>The codec of live audio.</summary>
/// <remarks>Named as in RTP (RFC 3551 and the codecs' own payload formats). An open set: a value this version does not list is kept as it is. Compared without regard to case.</remarks>
public readonly struct AudioCodec : IEquatable<AudioCodec>
{
    private readonly string? _value;

    /// <summary>Wraps a value, listed below or not.</summary>
    /// <param name="value">The value's text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public AudioCodec(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>G.711 µ-law, 8 kHz.</summary>
    public static AudioCodec Pcmu => new("PCMU");

    /// <summary>G.711 A-law, 8 kHz.</summary>
    public static AudioCodec Pcma => new("PCMA");

    /// <summary>G.722, 16 kHz.</summary>
    public static AudioCodec G722 => new("G722");

    /// <summary>Opus.</summary>
    public static AudioCodec Opus => new("OPUS");

    /// <summary>AMR-WB, 16 kHz.</summary>
    public static AudioCodec AmrWideband => new("AMR-WB");

    /// <summary>Linear 16-bit PCM; the sample rate is agreed on apart.</summary>
    public static AudioCodec L16 => new("L16");

    /// <summary>The value's text; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Same text, letter case aside.</summary>
    public static bool operator ==(AudioCodec left, AudioCodec right) => left.Equals(right);

    /// <summary>Different text, letter case aside.</summary>
    public static bool operator !=(AudioCodec left, AudioCodec right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(AudioCodec other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AudioCodec other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
