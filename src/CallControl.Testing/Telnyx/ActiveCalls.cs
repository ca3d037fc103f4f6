using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;
using Microsoft.AspNetCore.Http;

namespace CallControl.Testing;

/// <summary>
/// <c>GET /connections/{id}/active_calls</c>: cursor pages. Unverified: 20 calls a page unless told otherwise and 250 at most, the order
/// of their beginning, and that cursors of pages that do not exist are left out.
/// </summary>
internal static class ActiveCalls
{
    public const string Name = "GET /connections/{connection_id}/active_calls";

    private const int DefaultLimit = 20;
    private const int MaxLimit = 250;

    /// <summary>How long the state of an ended call can be asked for.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromMinutes(10);

    public static EmulatorResponse List(TelnyxContext context, string connectionId, IQueryCollection query)
    {
        if (connectionId != context.Options.ConnectionId)
            return new TelnyxError(404, TelnyxErrors.NotFound).ToResponse();
        var limit = DefaultLimit;
        if (query["page[limit]"].ToString() is { Length: > 0 } asked
            && (!int.TryParse(asked, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MaxLimit))
        {
            return TelnyxError.Unprocessable(TelnyxErrors.OutOfRange, "Allowed: 1 to 250.", "page[limit]").ToResponse();
        }

        lock (context.Gate)
        {
            TelnyxLeg[] all = [.. context.Legs.Values.Where(static leg => leg.IsAlive).OrderBy(static leg => leg.Number)];
            var page = Page(all, query, limit);
            var path = $"/v2/connections/{connectionId}/active_calls?page[limit]={limit.ToString(CultureInfo.InvariantCulture)}";
            var cursors = new JsonObject();
            var meta = new JsonObject { ["cursors"] = cursors, ["total_items"] = all.Length };
            if (page.Length > 0 && page[^1] != all[^1])
            {
                cursors["after"] = CursorOf(page[^1]);
                meta["next"] = $"{path}&page[after]={CursorOf(page[^1])}";
            }

            if (page.Length > 0 && page[0] != all[0])
            {
                cursors["before"] = CursorOf(page[0]);
                meta["previous"] = $"{path}&page[before]={CursorOf(page[0])}";
            }

            return EmulatorResponse.Json(200, new JsonObject
            {
                ["data"] = new JsonArray([.. page.Select(static leg => leg.DescribeActive())]),
                ["meta"] = meta,
            });
        }
    }

    private static TelnyxLeg[] Page(TelnyxLeg[] all, IQueryCollection query, int limit)
    {
        if (Number(query["page[after]"]) is { } after)
            return [.. all.Where(leg => leg.Number > after).Take(limit)];
        return Number(query["page[before]"]) is { } before
            ? [.. all.Where(leg => leg.Number < before).TakeLast(limit)]
            : [.. all.Take(limit)];
    }

    private static string CursorOf(TelnyxLeg leg) =>
        Convert.ToHexString(Encoding.ASCII.GetBytes(leg.Number.ToString(CultureInfo.InvariantCulture)));

    private static int? Number(string? cursor) =>
        cursor is { Length: > 0 and < 20 } && cursor.Length % 2 == 0 && cursor.All(char.IsAsciiHexDigit)
        && int.TryParse(Encoding.ASCII.GetString(Convert.FromHexString(cursor)), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
