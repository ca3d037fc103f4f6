using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CallControl.Providers;

/// <summary>Checks that the commands of several providers share.</summary>
public static class ViolationListExtensions
{
    /// <summary>The place of an item of a list: <c>field[0]</c>.</summary>
    /// <param name="field">The list.</param>
    /// <param name="index">Which item, from 0.</param>
    public static string Item(string field, int index) => string.Create(CultureInfo.InvariantCulture, $"{field}[{index}]");

    /// <summary>Adds a breach if something is missing.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where it stands.</param>
    /// <param name="value">What is needed.</param>
    /// <returns>Whether it is there.</returns>
    public static bool CheckGiven(this ViolationList violations, string field, [NotNullWhen(true)] object? value)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (value is null)
            violations.Add(field, "must be given");

        return value is not null;
    }

    /// <summary>Adds a breach if a text is missing, empty or white space.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the text stands.</param>
    /// <param name="value">The text.</param>
    public static void CheckRequired(this ViolationList violations, string field, string? value)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (string.IsNullOrWhiteSpace(value))
            violations.Add(field, "must not be empty");
    }

    /// <summary>Adds a breach if an optional identifier is given that is empty or white space.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the identifier stands.</param>
    /// <param name="value">The identifier; null passes.</param>
    public static void CheckId(this ViolationList violations, string field, string? value)
    {
        if (value is not null)
            violations.CheckRequired(field, value);
    }

    /// <summary>Adds a breach if an optional word is given that is empty. Words that are not listed pass.</summary>
    /// <typeparam name="TWord">The vocabulary.</typeparam>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the word stands.</param>
    /// <param name="word">The word; null passes.</param>
    public static void CheckWord<TWord>(this ViolationList violations, string field, TWord? word)
        where TWord : struct, IVendorWord<TWord> =>
        violations.CheckId(field, word?.Value);

    /// <summary>Adds a breach for each word of a list that is empty.</summary>
    /// <typeparam name="TWord">The vocabulary.</typeparam>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">Where the list stands.</param>
    /// <param name="words">The words; null passes.</param>
    public static void CheckWords<TWord>(this ViolationList violations, string field, IReadOnlyList<TWord>? words)
        where TWord : struct, IVendorWord<TWord>
    {
        for (var i = 0; i < words?.Count; i++)
            violations.CheckRequired(Item(field, i), words[i].Value);
    }

    /// <summary>Adds a breach for each text of a list that is empty or white space.</summary>
    /// <param name="violations">Where they are added.</param>
    /// <param name="field">Where the list stands.</param>
    /// <param name="values">The texts; null passes.</param>
    public static void CheckTexts(this ViolationList violations, string field, IReadOnlyList<string>? values)
    {
        for (var i = 0; i < values?.Count; i++)
            violations.CheckRequired(Item(field, i), values[i]);
    }

    /// <summary>Adds a breach if an integer is given that is too small.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the integer stands.</param>
    /// <param name="value">The integer; null passes.</param>
    /// <param name="min">The smallest one.</param>
    public static void CheckAtLeast(this ViolationList violations, string field, long? value, long min)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (value < min)
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must be {min} or more"), value.Value);
    }

    /// <summary>Adds a breach if a number is given that is too small, or is none (infinity, NaN).</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the number stands.</param>
    /// <param name="value">The number; null passes.</param>
    /// <param name="min">The smallest one.</param>
    public static void CheckNumber(this ViolationList violations, string field, double? value, double min)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (value is { } number && !(double.IsFinite(number) && number >= min))
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must be {min} or more"), Text(number));
    }

    /// <summary>Adds a breach if a number is given that lies outside of a range.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the number stands.</param>
    /// <param name="value">The number; null passes.</param>
    /// <param name="min">The smallest one.</param>
    /// <param name="max">The largest one.</param>
    public static void CheckNumber(this ViolationList violations, string field, double? value, double min, double max)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (value is { } number && !(number >= min && number <= max))
            violations.Add(field, string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}"), Text(number));
    }

    /// <summary>Adds a breach if something is given that the vendor has no place for.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where it stands.</param>
    /// <param name="isGiven">Whether it is given.</param>
    /// <param name="why">Why it must not be, as a clause: "the vendor sends none".</param>
    public static void CheckAbsent(this ViolationList violations, string field, bool isGiven, string why)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (isGiven)
            violations.Add(field, $"must be left out: {why}");
    }

    /// <summary>Adds a breach if two fields are given that exclude each other.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">The field that is named in the breach.</param>
    /// <param name="isGiven">Whether it is given.</param>
    /// <param name="other">The other one.</param>
    /// <param name="isOtherGiven">Whether that is given.</param>
    public static void CheckNotTogether(this ViolationList violations, string field, bool isGiven, string other, bool isOtherGiven)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (isGiven && isOtherGiven)
            violations.Add(field, $"must not be given together with {other}");
    }

    /// <summary>Adds a breach if an address is given that is no absolute http or https address.</summary>
    /// <param name="violations">Where it is added.</param>
    /// <param name="field">Where the address stands.</param>
    /// <param name="url">The address; null passes. Shown without what may be a secret in it.</param>
    public static void CheckHttpUrl(this ViolationList violations, string field, Uri? url)
    {
        ArgumentNullException.ThrowIfNull(violations);
        if (url is not null && !url.IsHttp())
            violations.Add(field, "must be an absolute http or https address", Redaction.Url(url.OriginalString));
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
