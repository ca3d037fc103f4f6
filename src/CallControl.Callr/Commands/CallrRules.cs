using System.Buffers;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>The vendor's rules that several commands share.</summary>
/// <remarks>Where the vendor's sources contradict each other, its reference holds, and the wider range: it is the vendor who refuses then.</remarks>
internal static class CallrRules
{
    /// <summary>In place of a caller's number: none is shown.</summary>
    public const string BlockedCallerId = "BLOCKED";

    private const int LongestCdrField = 32;
    private const int FewestDigits = 6;
    private const int MostDigits = 15;

    private static readonly SearchValues<char> CdrCharacters = SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static void CheckMedia(this ViolationList violations, string field, CallrMedia? media)
    {
        if (violations.CheckGiven(field, media))
            media.Validate(violations, field);
    }

    public static void CheckTarget(this ViolationList violations, string field, CallrTarget? target)
    {
        if (violations.CheckGiven(field, target))
            target.Validate(violations, field);
    }

    public static void CheckTargets(this ViolationList violations, string field, IReadOnlyList<CallrTarget>? targets)
    {
        if (targets is not { Count: > 0 })
            violations.Add(field, "must have at least one");

        for (var i = 0; i < targets?.Count; i++)
            violations.CheckTarget(ViolationListExtensions.Item(field, i), targets[i]);
    }

    /// <summary>A number that is called. The vendor's own rule is not known: the one for <c>cli</c> holds.</summary>
    public static void CheckPhoneNumber(this ViolationList violations, string field, string? number)
    {
        if (!IsPhoneNumber(number))
            violations.Add(field, "must be + and 6 to 15 digits, the first of them not 0", Shown(number));
    }

    /// <summary>The vendor's number of a call.</summary>
    public static void CheckVendorCallId(this ViolationList violations, ulong vendorCallId)
    {
        if (vendorCallId == 0)
            violations.Add("callid", "must be 1 or more");
    }

    /// <summary>The number that is shown; null passes.</summary>
    public static void CheckCallerId(this ViolationList violations, string field, string? number)
    {
        if (number is not (null or BlockedCallerId) && !IsPhoneNumber(number))
            violations.Add(field, $"must be {BlockedCallerId}, or + and 6 to 15 digits, the first of them not 0", Shown(number));
    }

    /// <summary>The tag of call detail records; null passes.</summary>
    public static void CheckCdrField(this ViolationList violations, string field, string? tag) =>
        violations.CheckText(field, tag, 0, LongestCdrField, CdrCharacters, "a-z, A-Z and 0-9");

    // cli_phone_number: ^(BLOCKED|\+[1-9][0-9]{5,14})$
    private static bool IsPhoneNumber(string? number) =>
        number is ['+', >= '1' and <= '9', ..] && number.Length - 1 is >= FewestDigits and <= MostDigits && !number.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    private static string? Shown(string? number) => number is null ? null : $"'{Redaction.Party(number)}'";
}
