using System.Text;

namespace CallControl;

/// <summary>Takes phone numbers, digits and secrets out of text that is going to be logged, thrown or shown.</summary>
/// <remarks>For authors of providers and hosts. Every <c>ToString</c> and exception message of this library goes through it.</remarks>
public static class Redaction
{
    private const int ShortestNumber = 6;
    private const int ShownDigits = 2;

    /// <summary>Masks a number or address: of its digits the last two stay, and of a SIP URI's user part none.</summary>
    /// <param name="value">A phone number, a SIP URI or another address.</param>
    public static string Party(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
            return MaskDigits(value, shortest: 1);

        var scheme = value.AsSpan(0, at).IndexOf(':');
        return string.Concat(value.AsSpan(0, scheme + 1), "***", value.AsSpan(at));
    }

    /// <summary>Masks every run of six or more digits (spaces, dots and hyphens between them count as one run) in free text.</summary>
    /// <param name="value">Free text, such as a vendor's error detail.</param>
    public static string Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MaskDigits(value, ShortestNumber);
    }

    /// <summary>Leaves scheme, host and path of an address; user info, query and fragment, where tokens live, are cut.</summary>
    /// <param name="value">An absolute address; other text, cut in the same way, is handled as by <see cref="Text"/>.</param>
    public static string Url(string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // Cut here, because not every scheme has a query: for Uri, that of an ftp address is a part of the path.
        var end = value.AsSpan().IndexOfAny('?', '#');
        if (end >= 0)
            value = value[..end];

        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? Text(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped))
            : Text(value);
    }

    private static string MaskDigits(string value, int shortest)
    {
        StringBuilder? masked = null;
        var index = 0;
        while (index < value.Length)
        {
            var (end, digits) = DigitRun(value, index);
            if (digits >= shortest)
                Mask(masked ??= new StringBuilder(value), index, end, Math.Max(0, digits - ShownDigits));

            index = Math.Max(end, index + 1);
        }

        return masked?.ToString() ?? value;
    }

    private static (int End, int Digits) DigitRun(string value, int start)
    {
        var end = start;
        var digits = 0;
        for (var i = start; i < value.Length; i++)
        {
            if (char.IsAsciiDigit(value[i]))
            {
                digits++;
                end = i + 1;
            }
            else if (digits == 0 || value[i] is not (' ' or '.' or '-'))
            {
                break;
            }
        }

        return (end, digits);
    }

    private static void Mask(StringBuilder text, int start, int end, int count)
    {
        for (var i = start; i < end && count > 0; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;

            text[i] = '*';
            count--;
        }
    }
}
