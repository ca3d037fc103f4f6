using System.Globalization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Which logs of calls are listed.</summary>
public sealed record CallLogQuery
{
    private const int LargestPage = 1_000;

    /// <summary>Calls before this day.</summary>
    /// <value>Null, the default, for no limit.</value>
    public DateOnly? CreatedBefore { get; init; }

    /// <summary>Calls on this day.</summary>
    /// <value>Null, the default, for any.</value>
    public DateOnly? CreatedOn { get; init; }

    /// <summary>Calls after this day.</summary>
    /// <value>Null, the default, for no limit.</value>
    public DateOnly? CreatedAfter { get; init; }

    /// <summary>Whether logs that were deleted are listed; see <see cref="SignalWireCallLog.DiscardedAt"/>.</summary>
    /// <value>Null, the default, is false.</value>
    public bool? IncludeDeleted { get; init; }

    /// <summary>The most logs a page.</summary>
    /// <value>1 to 1000. Null, the default, is 50.</value>
    public int? PageSize { get; init; }

    internal void Validate(ViolationList violations) => violations.CheckRange("page_size", PageSize, 1, LargestPage);

    internal string ToQueryString()
    {
        var parts = new[]
        {
            Day("created_before", CreatedBefore),
            Day("created_on", CreatedOn),
            Day("created_after", CreatedAfter),
            IncludeDeleted is { } isIncluded ? "include_deleted=" + (isIncluded ? "true" : "false") : null,
            PageSize is { } size ? string.Create(CultureInfo.InvariantCulture, $"page_size={size}") : null,
        };
        var query = string.Join('&', parts.Where(part => part is not null));
        return query.Length == 0 ? "" : "?" + query;
    }

    private static string? Day(string name, DateOnly? day) => day is { } date ? $"{name}={date.ToString("O", CultureInfo.InvariantCulture)}" : null;
}
