using System.Buffers;

namespace CallControl.Media;

/// <summary>Audio within a message that was read: a view of it, good as long as the message's bytes are.</summary>
public readonly ref struct EncodedAudio
{
    /// <summary>The direction it comes from; <see cref="AudioDirection.Unknown"/> when the vendor does not say.</summary>
    public AudioDirection Track { get; init; }

    /// <summary>The audio's number in its track; null where the vendor gives none.</summary>
    public long? Chunk { get; init; }

    /// <summary>When it was taken, in milliseconds from the stream's beginning (at Telnyx the unit is <em>unverified</em>); null where the vendor does not say.</summary>
    public long? TimestampMilliseconds { get; init; }

    /// <summary>The message's number in its stream; null where the vendor gives none.</summary>
    public long? SequenceNumber { get; init; }

    /// <summary>The audio in base64 (RFC 4648, section 4), as it stands between the quotes of the message: JSON's escapes are still in it. Empty when the vendor sent none.</summary>
    public ReadOnlySpan<byte> Base64 { get; init; }

    /// <summary>The most bytes that <see cref="TryDecode"/> can need.</summary>
    public int MaxDecodedLength => Base64.Length / 4 * 3 + 3;

    /// <summary>Decodes the audio. No audio is zero bytes; the <c>=</c> at the end may be left out; whitespace is no base64.</summary>
    /// <remarks>Nothing is allocated; base64 with JSON's escapes in it, such as <c>\/</c>, goes through a rented buffer.</remarks>
    /// <param name="destination">Where to; <see cref="MaxDecodedLength"/> bytes are always enough.</param>
    /// <param name="written">How many bytes there are; 0 when the result is false.</param>
    /// <returns>False when it is not base64, or the room is too small.</returns>
    public bool TryDecode(Span<byte> destination, out int written) =>
        TryDecodeWhole(Base64, destination, out written) || TryDecodeUnusual(Base64, destination, out written);

    // The framework's decoder skips whitespace: then it writes less than that many characters stand for.
    private static bool TryDecodeWhole(ReadOnlySpan<byte> base64, Span<byte> destination, out int written)
    {
        if (base64.Length % 4 == 0
            && System.Buffers.Text.Base64.DecodeFromUtf8(base64, destination, out _, out written) == OperationStatus.Done
            && written == (base64.Length / 4 * 3) - Padding(base64))
            return true;

        written = 0;
        return false;
    }

    private static int Padding(ReadOnlySpan<byte> base64) => base64 switch
    {
        [.., (byte)'=', (byte)'='] => 2,
        [.., (byte)'='] => 1,
        _ => 0,
    };

    private static bool TryDecodeUnusual(ReadOnlySpan<byte> base64, Span<byte> destination, out int written)
    {
        if (!base64.Contains((byte)'\\'))
            return TryDecodeUnpadded(base64, destination, out written);

        written = 0;
        var rented = ArrayPool<byte>.Shared.Rent(base64.Length);
        try
        {
            return TryUnescape(base64, rented, out var length)
                && (TryDecodeWhole(rented.AsSpan(0, length), destination, out written) || TryDecodeUnpadded(rented.AsSpan(0, length), destination, out written));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    // Two or three characters at the end stand for one or two bytes.
    private static bool TryDecodeUnpadded(ReadOnlySpan<byte> base64, Span<byte> destination, out int written)
    {
        written = 0;
        var tail = base64.Length % 4;
        if (tail < 2 || base64.Contains((byte)'='))
            return false;

        Span<byte> last = [(byte)'=', (byte)'=', (byte)'=', (byte)'='];
        base64[^tail..].CopyTo(last);
        if (!TryDecodeWhole(base64[..^tail], destination, out var whole) || !TryDecodeWhole(last, destination[whole..], out var rest))
            return false;

        written = whole + rest;
        return true;
    }

    // Of what JSON can escape, base64 has only the slash, and any of its characters as \uXXXX.
    private static bool TryUnescape(ReadOnlySpan<byte> text, Span<byte> destination, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            if (text[0] != (byte)'\\')
            {
                destination[length++] = text[0];
                text = text[1..];
            }
            else if (text is [_, (byte)'/', ..])
            {
                destination[length++] = (byte)'/';
                text = text[2..];
            }
            else if (text is [_, (byte)'u', (byte)'0', (byte)'0', _, _, ..] && Convert.FromHexString(text.Slice(4, 2), destination[length..], out _, out _) == OperationStatus.Done)
            {
                length++;
                text = text[6..];
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
