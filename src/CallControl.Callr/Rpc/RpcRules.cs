using System.Buffers;
using System.Text;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>The formats of the JSON-RPC interface's own values; see also <see cref="CallrRules"/>. Source: the vendor's page on formats.</summary>
internal static class RpcRules
{
    private const int HashLength = 8;
    private const int LongestAppName = 64;

    private static readonly SearchValues<char> HashCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Whether a text is the hash of an app or a number: <c>^[A-Z0-9]{8}$</c>.</summary>
    public static bool IsHash(string? hash) => hash is { Length: HashLength } && !hash.AsSpan().ContainsAnyExcept(HashCharacters);

    public static void CheckHash(this ViolationList violations, string field, string? hash)
    {
        if (!IsHash(hash))
            violations.Add(field, "must be eight characters of A-Z and 0-9", $"'{hash}'");
    }

    /// <summary><c>^[\pL0-9\(\) _-]{1,64}$</c></summary>
    public static void CheckAppName(this ViolationList violations, string field, string name)
    {
        var length = 0;
        var isWrong = false;
        foreach (var rune in name.EnumerateRunes())
        {
            length++;
            isWrong |= !(Rune.IsLetter(rune) || rune.Value is (>= '0' and <= '9') or '(' or ')' or ' ' or '_' or '-');
        }

        if (isWrong || length is 0 or > LongestAppName)
            violations.Add(field, "must be 1 to 64 of letters, 0-9, parentheses, spaces, _ and -", $"'{name}'");
    }
}
