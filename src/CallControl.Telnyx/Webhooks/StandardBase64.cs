using System.Diagnostics.CodeAnalysis;

namespace CallControl.Telnyx;

/// <summary>Base64 as RFC 4648, section 4 writes it, in the one form that each sequence of bytes has.</summary>
internal static class StandardBase64
{
    /// <summary>Decodes into <paramref name="bytes"/>, all of which must be filled.</summary>
    /// <returns>False for other lengths, the other alphabet, missing padding, white space, or bits that are set beyond the last byte.</returns>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<byte> bytes) =>
        text.Length == LengthOf(bytes.Length)
        && Convert.TryFromBase64Chars(text, bytes, out var length)
        && length == bytes.Length
        && IsCanonical(text, bytes);

    /// <summary>Decodes text of any length.</summary>
    public static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = new byte[text.Length / 4 * 3];
        if (Convert.TryFromBase64Chars(text, bytes, out var length) && text.Length == LengthOf(length) && IsCanonical(text, bytes.AsSpan(0, length)))
            Array.Resize(ref bytes, length);
        else
            bytes = null;

        return bytes is not null;
    }

    private static int LengthOf(int bytes) => (bytes + 2) / 3 * 4;

    private static bool IsCanonical(ReadOnlySpan<char> text, ReadOnlySpan<byte> bytes)
    {
        // Only the last group can be written in several ways.
        Span<char> last = stackalloc char[4];
        var rest = bytes.Length % 3 is var over and not 0 ? over : Math.Min(3, bytes.Length);
        return Convert.TryToBase64Chars(bytes[^rest..], last, out var length) && text[^length..].SequenceEqual(last[..length]);
    }
}
