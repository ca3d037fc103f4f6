using System.Buffers;
using System.Text;

namespace CallControl;

/// <summary>Takes phone numbers, digits and secrets out of text that is going to be logged, thrown or shown.</summary>
/// <remarks>For authors of providers and hosts. Every <c>ToString</c> and exception message of this library goes through it.</remarks>
public static class Redaction
{
    private const int ShortestNumber = 6;
    private const int ShownDigits = 2;
    private const string SchemeEnd = "://";

    // What an address that stands in free text ends at.
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\r\n\"'<>");

    /// <summary>Masks a number or address: of all its digits the last two stay; of an address with <c>@</c> nothing before it but <c>sip:</c> or the like.</summary>
    /// <param name="value">A phone number, a SIP URI or another address.</param>
    public static string Party(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = value.LastIndexOf('@');
        return at < 0 ? MaskAllDigits(value) : string.Concat(Scheme(value), "***", Text(value[at..]));
    }

    /// <summary>Masks every run of six or more digits (spaces, dots and hyphens between them count as one run) in free text, and cuts the query of addresses in it.</summary>
    /// <param name="value">Free text, such as a vendor's error detail.</param>
    public static string Text(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return MaskNumbers(value.Contains(SchemeEnd, StringComparison.Ordinal) ? CutQueries(value) : value);
    }

    /// <summary>Leaves scheme, host and path of an address; user info, query and fragment, where tokens live, are cut.</summary>
    /// <param name="value">An address; of one that is not absolute, and of other text, what stands before <c>@</c> and after <c>?</c> or <c>#</c> is cut.</param>
    public static string Url(string value)
    {
        ArgumentNullException.ThrowIfNull(value);

        // Cut by hand: of a scheme that has no query, such as ftp, the parser takes it for a part of the path.
        var tail = value.AsSpan().IndexOfAny('?', '#');
        var head = tail < 0 ? value : value[..tail];
        if (Uri.TryCreate(head, UriKind.Absolute, out var uri) && uri.Host.Length > 0)
            return Text(uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));

        var at = head.LastIndexOf('@');
        return Text(at < 0 ? head : string.Concat(Scheme(head), "***", head.AsSpan(at)));
    }

    private static string CutQueries(string value)
    {
        var text = new StringBuilder(value.Length);
        var rest = value.AsSpan();
        while (rest.IndexOf(SchemeEnd, StringComparison.Ordinal) is var scheme and >= 0)
        {
            var length = rest[scheme..].IndexOfAny(AddressEnds);
            var end = length < 0 ? rest.Length : scheme + length;
            var query = rest[scheme..end].IndexOfAny('?', '#');
            text.Append(query < 0 ? rest[..end] : rest[..(scheme + query)]).Append(query < 0 ? "" : "…");
            rest = rest[end..];
        }

        return text.Append(rest).ToString();
    }

    private static string Scheme(string value)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["sip:", "sips:", "tel:"])
        {
            if (value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme;
        }

        return "";
    }

    private static string MaskAllDigits(string value)
    {
        var masked = value.Count(char.IsAsciiDigit) - ShownDigits;
        if (masked <= 0)
            return value;

        var text = new StringBuilder(value);
        Mask(text, 0, text.Length, masked);
        return text.ToString();
    }

    private static string MaskNumbers(string value)
    {
        StringBuilder? masked = null;
        var index = 0;
        while (index < value.Length)
        {
            var (end, digits) = DigitRun(value, index);
            if (digits >= ShortestNumber)
                Mask(masked ??= new StringBuilder(value), index, end, digits - ShownDigits);

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
