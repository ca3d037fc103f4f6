using System.Buffers;

namespace CallControl.SessionGateway;

/// <summary>The gateway's character sets and lengths, stated once for options and commands.</summary>
internal static class VendorText
{
    public const int ShortestApiKey = 16;
    public const int LongestAppId = 64;
    public const int LongestCommandUid = 128;

    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    public static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(Upper + Lower + Digits);

    /// <summary>Of application ids and room names: <c>[A-Za-z0-9_-]</c>.</summary>
    public static readonly SearchValues<char> NameCharacters = SearchValues.Create(Upper + Lower + Digits + "_-");

    /// <summary>Of <c>command_uid</c>: <c>[A-Za-z0-9._-]</c>.</summary>
    public static readonly SearchValues<char> CommandUidCharacters = SearchValues.Create(Upper + Lower + Digits + "._-");

    /// <summary>Of hang-up causes: <c>[A-Z_]</c>.</summary>
    public static readonly SearchValues<char> CauseCharacters = SearchValues.Create(Upper + "_");

    /// <summary>Of event names.</summary>
    public static readonly SearchValues<char> EventNameCharacters = SearchValues.Create(Lower + Digits + "._");

    public static readonly SearchValues<char> TerminatorCharacters = SearchValues.Create("#*");

    /// <summary>Printable ASCII without the space: what a key may hold, and what fits into a header.</summary>
    public static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create(string.Create('~' - '!' + 1, '!', static (characters, first) =>
        {
            for (var i = 0; i < characters.Length; i++)
                characters[i] = (char)(first + i);
        }));

    public static bool IsAppId(string? value) =>
        value is { Length: > 0 and <= LongestAppId } && !value.AsSpan().ContainsAnyExcept(NameCharacters);

    public static bool IsApiKey(string? value) =>
        value is { Length: >= ShortestApiKey } && !value.AsSpan().ContainsAnyExcept(KeyCharacters);
}
