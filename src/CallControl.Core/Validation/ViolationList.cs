using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CallControl.Providers;

/// <summary>Collects every breach in a request, so that the caller hears of all of them at once.</summary>
/// <remarks>Not thread-safe; made for one request and thrown away.</remarks>
public sealed class ViolationList
{
    private const int LongestValue = 64;
    private static readonly TimeSpan RenameLimit = TimeSpan.FromSeconds(1);

    private List<Violation>? _violations;

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _violations is null;

    /// <summary>What was found, in the order in which it was.</summary>
    public IReadOnlyList<Violation> Items => _violations ?? (IReadOnlyList<Violation>)[];

    /// <summary>Adds a breach.</summary>
    /// <param name="field">Where.</param>
    /// <param name="rule">What is allowed, to be read after the field's name: <c>must be 1 to 128</c>.</param>
    /// <param name="value">What was given; masked and shortened here. Null for nothing.</param>
    public void Add(string field, string rule, string? value = null) =>
        (_violations ??= []).Add(new Violation(field, rule, value is null ? null : Shorten(Redaction.Text(value))));

    /// <summary>Adds a breach by a quantity: a length, a count, a time. Unlike a text it is shown as it is, for it is no phone number.</summary>
    /// <param name="field">Where.</param>
    /// <param name="rule">What is allowed, to be read after the field's name.</param>
    /// <param name="value">What was given.</param>
    public void Add(string field, string rule, long value) =>
        (_violations ??= []).Add(new Violation(field, rule, value));

    /// <summary>Adds a breach if a number is given that lies outside of a range.</summary>
    public void CheckRange(string field, long? value, long min, long max)
    {
        if (value is { } number && (number < min || number > max))
            Add(field, string.Create(CultureInfo.InvariantCulture, $"must be {min} to {max}"), number);
    }

    /// <summary>Adds a breach if a text is given that is longer than allowed, or has other characters than allowed.</summary>
    /// <param name="field">Where.</param>
    /// <param name="value">The text; null passes.</param>
    /// <param name="minLength">The fewest characters.</param>
    /// <param name="maxLength">The most characters.</param>
    /// <param name="allowed">The characters that may be in it.</param>
    /// <param name="characters">The same in words, to be read after <c>of</c>.</param>
    /// <param name="isSecret">Whether the value must not be shown.</param>
    public void CheckText(
        string field, string? value, int minLength, int maxLength, SearchValues<char> allowed, string characters, bool isSecret = false)
    {
        if (value is null)
            return;

        if (value.Length < minLength || value.Length > maxLength || value.AsSpan().ContainsAnyExcept(allowed))
            Add(field, string.Create(CultureInfo.InvariantCulture, $"must be {minLength} to {maxLength} of {characters}"), isSecret ? "***" : Quote(value));
    }

    /// <summary>Adds a breach if a deadline is given that is over at once.</summary>
    /// <param name="request">The request that may have one.</param>
    public void CheckDeadline(OperationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Deadline is { } deadline && deadline <= TimeSpan.Zero)
            Add(nameof(request.Deadline), "must be more than zero", Text(deadline));
    }

    /// <summary>A length of time for a vendor that counts in seconds; adds a breach if it has a fraction of one.</summary>
    /// <param name="field">Where.</param>
    /// <param name="value">The time; null passes.</param>
    /// <returns>The seconds, or the nearest integer where they are beyond all integers: the command's own check then reports it.</returns>
    public int? WholeSeconds(string field, TimeSpan? value)
    {
        if (value is not { } time)
            return null;

        if (time.Ticks % TimeSpan.TicksPerSecond != 0)
            Add(field, "must be in whole seconds", Text(time));

        return Clamp(time.Ticks / TimeSpan.TicksPerSecond);
    }

    /// <summary>A length of time for a vendor that counts in milliseconds; adds a breach if it has a fraction of one.</summary>
    /// <param name="field">Where.</param>
    /// <param name="value">The time; null passes.</param>
    /// <returns>The milliseconds, or the nearest integer where they are beyond all integers: the command's own check then reports it.</returns>
    public int? WholeMilliseconds(string field, TimeSpan? value)
    {
        if (value is not { } time)
            return null;

        if (time.Ticks % TimeSpan.TicksPerMillisecond != 0)
            Add(field, "must be in whole milliseconds", string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds} ms"));

        return Clamp(time.Ticks / TimeSpan.TicksPerMillisecond);
    }

    /// <summary>Takes over another list's breaches under other field names, in the rules as well.</summary>
    /// <param name="other">The breaches of a vendor's command.</param>
    /// <param name="rename">
    /// The neutral name of each of the vendor's fields: of the field as a whole, or else of what stands before its index, which is kept. Fields that are not in it keep their name. In rules
    /// only names with an underscore are exchanged: the others are words, too.
    /// </param>
    public void AddRange(ViolationList other, IReadOnlyDictionary<string, string> rename)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(rename);
        if (other.IsEmpty)
            return;

        foreach (var violation in other.Items)
        {
            var bracket = violation.Field.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? violation.Field : violation.Field[..bracket];
            var index = bracket < 0 ? "" : violation.Field[bracket..];
            (_violations ??= []).Add(violation with
            {
                Field = rename.TryGetValue(violation.Field, out var whole) ? whole : (rename.TryGetValue(name, out var neutral) ? neutral : name) + index,
                Rule = rename.Where(each => each.Key.Contains('_', StringComparison.Ordinal))
                    .Aggregate(violation.Rule, (rule, each) => Regex.Replace(
                        rule, $"(?<![a-z_]){Regex.Escape(each.Key)}(?![a-z_])", each.Value.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.None, RenameLimit)),
            });
        }
    }

    /// <summary>Throws if anything was found.</summary>
    /// <param name="provider">The registered name of the provider account.</param>
    /// <param name="call">The call the request was for.</param>
    /// <exception cref="RequestValidationException">There are breaches; all of them are in it.</exception>
    public void ThrowIfAny(string provider, CallId call = default)
    {
        if (_violations is not null)
            throw new RequestValidationException(_violations, provider, call);
    }

    // Without zeros at the end, which would be masked as if they were part of a phone number.
    private static string Text(TimeSpan value) => value.ToString("g", CultureInfo.InvariantCulture);

    private static int Clamp(long value) => (int)Math.Clamp(value, int.MinValue, int.MaxValue);

    private static string Quote(string value) => $"'{value}'";

    private static string Shorten(string value) =>
        value.Length <= LongestValue ? value : string.Concat(value.AsSpan(0, LongestValue), "…");
}
