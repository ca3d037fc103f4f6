using System.Globalization;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// Which logs are listed. Unverified: that days are those of UTC, and that "before" and "after" leave the day itself out. Discarded
/// logs can be asked for, but there are none.
/// </summary>
internal sealed record CallLogFilter(DateOnly? Before, DateOnly? On, DateOnly? After, string Query)
{
    private static readonly string[] Days = ["created_before", "created_on", "created_after"];

    /// <summary>The filter that a query says; null with the parameter that is wrong.</summary>
    public static CallLogFilter? Of(EmulatorRequest request, out string wrong)
    {
        var days = new DateOnly?[Days.Length];
        var query = "";
        for (var i = 0; i < Days.Length; i++)
        {
            wrong = Days[i];
            if (request.Query[wrong].ToString() is not { Length: > 0 } text)
                continue;
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return null;
            days[i] = day;
            query += $"&{wrong}={text}";
        }

        wrong = "include_deleted";
        if (request.Query[wrong].ToString() is { Length: > 0 } deleted)
        {
            if (deleted is not ("true" or "false"))
                return null;
            query += $"&{wrong}={deleted}";
        }

        return new CallLogFilter(days[0], days[1], days[2], query);
    }

    public bool Takes(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return (Before is null || day < Before) && (On is null || day == On) && (After is null || day > After);
    }
}
