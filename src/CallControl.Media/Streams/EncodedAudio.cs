using System.Buffers;

namespace CallControl.Media;

/// <summary>Audio within a message that was read: a view of it, good as long as the message's bytes are.</summary>
public readonly ref struct EncodedAudio
{
    /// <summary>The direction it comes from; <see cref="MediaDirection.Unknown"/> when the vendor does not say.</summary>
    public MediaDirection Track { get; init; }

    /// <summary>The audio's number in its track; null where the vendor gives none.</summary>
    public long? Chunk { get; init; }

    /// <summary>When it was taken, in milliseconds from the stream's beginning; null where the vendor does not say.</summary>
    public long? TimestampMilliseconds { get; init; }

    /// <summary>The message's number in its stream; null where the vendor gives none.</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>The audio in base64, as it stands between the quotes of the message.</summary>
    public ReadOnlySpan<byte> Base64 { get; init; }

    /// <summary>The most bytes that <see cref="TryDecode"/> can need.</summary>
    public int MaxDecodedLength => Base64.Length / 4 * 3 + 3;

    /// <summary>Decodes the audio.</summary>
    /// <param name="destination">Where to; <see cref="MaxDecodedLength"/> bytes are always enough.</param>
    /// <param name="written">How many bytes there are.</param>
    /// <returns>False when it is not base64, or the room is too small.</returns>
    public bool TryDecode(Span<byte> destination, out int written) =>
        System.Buffers.Text.Base64.DecodeFromUtf8(Base64, destination, out _, out written) == OperationStatus.Done;
}
