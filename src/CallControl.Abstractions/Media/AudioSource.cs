namespace CallControl;

/// <summary>Audio in memory: <see cref="MediaSource.Audio"/>.</summary>
public sealed record AudioSource : MediaSource
{
    internal AudioSource(ReadOnlyMemory<byte> bytes, AudioFormat format)
    {
        if (bytes.IsEmpty)
            throw new ArgumentException("There is no audio.", nameof(bytes));

        Bytes = bytes;
        Format = format;
    }

    /// <summary>The encoded audio, owned by who made the source.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>How <see cref="Bytes"/> is packed.</summary>
    public AudioFormat Format { get; }
}
