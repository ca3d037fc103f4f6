namespace CallControl;

/// <summary>How audio is packed in a file or a block of bytes.</summary>
/// <remarks> An open set: a value this version does not list is kept as it is. Compared without regard to case.</remarks>
public readonly struct AudioFormat : IEquatable<AudioFormat>
{
    private readonly string? _value;

    /// <summary>Wraps a value, listed below or not.</summary>
    /// <param name="value">The value's text.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null, empty or white space.</exception>
    public AudioFormat(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>RIFF/WAVE.</summary>
    public static AudioFormat Wav => new("wav");

    /// <summary>MPEG layer III.</summary>
    public static AudioFormat Mp3 => new("mp3");

    /// <summary>MPEG-4 audio.</summary>
    public static AudioFormat Mp4 => new("mp4");

    /// <summary>Raw G.711 µ-law, 8 kHz, without a header.</summary>
    public static AudioFormat Mulaw => new("mulaw");

    /// <summary>Raw G.711 A-law, 8 kHz, without a header.</summary>
    public static AudioFormat Alaw => new("alaw");

    /// <summary>The value's text; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>Same text, letter case aside.</summary>
    public static bool operator ==(AudioFormat left, AudioFormat right) => left.Equals(right);

    /// <summary>Different text, letter case aside.</summary>
    public static bool operator !=(AudioFormat left, AudioFormat right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(AudioFormat other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AudioFormat other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
