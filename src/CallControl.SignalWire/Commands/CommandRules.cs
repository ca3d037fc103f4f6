using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>The vendor's rules that several commands share, under the vendor's field names.</summary>
/// <remarks>Where the vendor's sources contradict each other, the wider range holds here: it is the vendor who refuses then.</remarks>
internal static class CommandRules
{
    /// <summary>Either way, in decibels.</summary>
    public const double LoudestVolume = 40;

    private const int MostVariables = 20;
    private const int LongestVariable = 1_024;

    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789ABCDabcd*#");
    private static readonly SearchValues<char> SendableDigits = SearchValues.Create("0123456789ABCD*#w,");
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
    private static readonly string[] ReservedPrefixes = ["signalwire_", "sw_", "rtc_", "internal_"];

    public static void CheckParts(this ViolationList violations, string field, IReadOnlyList<SignalWireCommandPart>? parts)
    {
        for (var i = 0; i < parts?.Count; i++)
        {
            if (violations.CheckGiven(ViolationListExtensions.Item(field, i), parts[i]))
                parts[i].Validate(violations, ViolationListExtensions.Item(field, i));
        }
    }

    public static void CheckCount(this ViolationList violations, string field, int? count, int min)
    {
        if (count < min)
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must have at least {min}"), count.Value);
    }

    public static void CheckAbove(this ViolationList violations, string field, double? value, double min)
    {
        if (value is { } number && !(double.IsFinite(number) && number > min))
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must be above {min}"), Text(number));
    }

    /// <summary>A number without a documented range, which JSON can write.</summary>
    public static void CheckFinite(this ViolationList violations, string field, double? value)
    {
        if (value is { } number && !double.IsFinite(number))
            violations.Add(field, "must be a finite number", Text(number));
    }

    public static void CheckExactlyOne(this ViolationList violations, string field, bool isGiven, string other, bool isOtherGiven)
    {
        if (!isGiven && !isOtherGiven)
            violations.Add(field, $"must be given, or else {other}");

        violations.CheckNotTogether(other, isOtherGiven, field, isGiven);
    }

    public static void CheckSocketUrl(this ViolationList violations, string field, Uri url)
    {
        if (!(url.IsAbsoluteUri && (url.Scheme == Uri.UriSchemeWs || url.Scheme == Uri.UriSchemeWss)))
            violations.Add(field, "must be an absolute ws or wss address", Redaction.Url(url.OriginalString));
    }

    public static void CheckStreamUrl(this ViolationList violations, string field, Uri url)
    {
        if (!(url.IsAbsoluteUri && url.Scheme == Uri.UriSchemeWss))
            violations.Add(field, "must be an absolute wss address", Redaction.Url(url.OriginalString));
        else if (url.Query.Length > 0)
            violations.Add(field, "must have no query, use custom_parameters instead", Redaction.Url(url.OriginalString));
    }

    public static void CheckSipAddress(this ViolationList violations, string field, string? address)
    {
        if (address is not null && !IsSip(address))
            violations.Add(field, "must be a sip: or sips: address", $"'{address}'");
    }

    /// <summary>Keys that are pressed; an empty text passes.</summary>
    public static void CheckKeys(this ViolationList violations, string field, string? keys)
    {
        if (keys.AsSpan().ContainsAnyExcept(Keys))
            violations.Add(field, "must consist of 0-9, A-D, a-d, * and #", "***");
    }

    /// <summary>Keys that are sent; an empty text passes. What they are may be a secret of the caller's.</summary>
    public static void CheckSendDigits(this ViolationList violations, string field, string? digits)
    {
        if (digits.AsSpan().ContainsAnyExcept(SendableDigits))
            violations.Add(field, "must consist of 0-9, A-D, *, #, w and commas", "***");
    }

    public static void CheckVariables(this ViolationList violations, string field, IReadOnlyDictionary<string, string>? variables)
    {
        if (variables is null)
            return;

        if (variables.Count > MostVariables)
            violations.Add(field, $"must have at most {MostVariables}", variables.Count);

        foreach (var (name, value) in variables)
        {
            if (name.Length == 0 || char.IsAsciiDigit(name[0]) || name.AsSpan().ContainsAnyExcept(NameCharacters))
                violations.Add($"{field}.{name}", "must have a name of letters, digits and underscores that begins with no digit");

            if (Array.Find(ReservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } reserved)
                violations.Add($"{field}.{name}", $"must have a name that does not begin with {reserved}");

            var bytes = Encoding.UTF8.GetByteCount(value ?? "");
            if (bytes is 0 or > LongestVariable)
                violations.Add($"{field}.{name}", $"must have 1 to {LongestVariable} bytes", bytes);
        }
    }

    /// <summary>An IPv4 address that the vendor can reach. Ranges for documentation pass.</summary>
    public static void CheckPublicAddress(this ViolationList violations, string field, string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork || parsed.ToString() != address)
            violations.Add(field, "must be an IPv4 address", address is null ? null : $"'{address}'");
        else if (!IsPublic(parsed.GetAddressBytes()))
            violations.Add(field, "must be a public address, which the vendor can reach", address);
    }

    // RFC 6890: this host, private, shared, loopback, link-local; RFC 1112: multicast and above.
    private static bool IsPublic(byte[] address) => (address[0], address[1]) switch
    {
        (0 or 10 or 127 or >= 224, _) => false,
        (100, >= 64 and <= 127) => false,
        (169, 254) => false,
        (172, >= 16 and <= 31) => false,
        (192, 168) => false,
        _ => true,
    };

    private static bool IsSip(string address) =>
        address.StartsWith("sip:", StringComparison.Ordinal) || address.StartsWith("sips:", StringComparison.Ordinal);

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
