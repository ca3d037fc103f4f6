using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace CallControl.Media;

/// <summary>Room for a message, written from its beginning: UTF-8 JSON, nothing allocated.</summary>
/// <param name="room">Large enough; whoever writes has reckoned that.</param>
internal ref struct MessageRoom(Span<byte> room)
{
    /// <summary>More than all names and punctuation of a message without the stream's id.</summary>
    public const int Frame = 64;

    private const int LongestEscape = 6;

    // What stands in a JSON text as it is, and takes one byte.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private readonly Span<byte> _room = room;

    /// <summary>How much is written.</summary>
    public int Length { get; private set; }

    /// <summary>The most that a text can take.</summary>
    public static int Longest(string text) => checked(LongestEscape * text.Length);

    /// <summary>Writes bytes as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_room[Length..]);
        Length += bytes.Length;
    }

    /// <summary>Writes bytes in base64.</summary>
    public void WriteBase64(scoped ReadOnlySpan<byte> bytes)
    {
        _ = Base64.EncodeToUtf8(bytes, _room[Length..], out _, out var written);
        Length += written;
    }

    /// <summary>Writes what stands between the quotes of a JSON text (RFC 8259, section 7); half a character becomes U+FFFD.</summary>
    public void WriteText(string text)
    {
        // As long as there is nothing special in it, a character is a byte.
        var rest = _room[Length..];
        _ = Utf8.FromUtf16(text, rest, out _, out var written);
        var special = rest[..written].IndexOfAnyExcept(Plain);
        Length += special < 0 ? written : special;
        if (special >= 0)
            WriteRunes(text.AsSpan(special));
    }

    private void WriteRunes(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case < ' ':
                    Write("\\u00"u8);
                    Length += Hexadecimal(rune.Value, _room[Length..]);
                    break;
                case '"' or '\\':
                    Write("\\"u8);
                    Write([(byte)rune.Value]);
                    break;
                default:
                    Length += rune.EncodeToUtf8(_room[Length..]);
                    break;
            }
        }
    }

    private static int Hexadecimal(int value, Span<byte> destination)
    {
        _ = value.TryFormat(destination, out var written, "x2", System.Globalization.CultureInfo.InvariantCulture);
        return written;
    }
}
