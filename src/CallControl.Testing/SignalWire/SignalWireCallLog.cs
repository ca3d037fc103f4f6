using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What is kept of calls: one call's log, its events, and the list of logs. Unverified: that a log's id is the call's, that an event is
/// kept for each state, the names of events but the first, and that logs are never discarded.
/// </summary>
internal static class SignalWireCallLog
{
    public const string GetName = "GET /api/voice/logs/{id}";
    public const string EventsName = "GET /api/voice/logs/{id}/events";
    public const string ListName = "GET /api/voice/logs";

    private const string ListPath = "/api/voice/logs";
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public static EmulatorResponse Get(SignalWireContext context, string id)
    {
        lock (context.Gate)
        {
            return context.Legs.TryGetValue(id, out var leg)
                ? EmulatorResponse.Json(200, Describe(leg))
                : SignalWireError.Plain(404);
        }
    }

    /// <summary>All of a call's events: the vendor documents no pages of them.</summary>
    public static EmulatorResponse Events(SignalWireContext context, string id)
    {
        lock (context.Gate)
        {
            return context.Legs.TryGetValue(id, out var leg)
                ? EmulatorResponse.Json(200, new JsonObject
                {
                    ["data"] = new JsonArray([.. leg.History.Select(entry => DescribeEvent(leg, entry.At, entry.State))]),
                })
                : SignalWireError.Plain(404);
        }
    }

    public static EmulatorResponse List(SignalWireContext context, EmulatorRequest request)
    {
        if (CallLogFilter.Of(request, out var wrong) is not { } filter)
            return Refuse(SignalWireErrors.InvalidParameter, "Allowed: a day as yyyy-MM-dd, or true and false for a flag.", wrong);
        lock (context.Gate)
        {
            var logs = context.Legs.Values.Where(leg => filter.Takes(leg.StartTime)).OrderByDescending(static leg => leg.StartTime);
            return Page(context, [.. logs.Select(Describe)], filter, request);
        }
    }

    /// <summary>Unverified: which direction and which status stands for what.</summary>
    private static JsonObject Describe(SignalWireLeg leg)
    {
        var log = SignalWireDialer.Describe(leg);
        if (leg.Parent is not null)
            log["direction"] = "outbound-dial";
        if (log["status"] is not null)
            log["status"] = StatusOf(leg);
        return log;
    }

    private static string StatusOf(SignalWireLeg leg) => leg.State switch
    {
        SignalWireState.Queued => "queued",
        SignalWireState.Created => "initiated",
        SignalWireState.Ringing => "ringing",
        SignalWireState.Answered => "in-progress",
        _ => leg.Ending!.Reason switch
        {
            "busy" => "busy",
            "noAnswer" => "no-answer",
            "cancel" => "canceled",
            "error" => "failed",
            _ => "completed",
        },
    };

    private static JsonObject DescribeEvent(SignalWireLeg leg, DateTimeOffset at, string state)
    {
        var isFailure = state is "ended" && leg.Ending?.Reason is "error";
        return new JsonObject
        {
            ["event_at"] = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["level"] = isFailure ? "error" : "info",
            ["name"] = isFailure ? "calling_call_failed" : $"calling_call_{(state is "created" ? "initiated" : state)}",
            ["details"] = new JsonObject(),
            ["project_id"] = leg.Options.ProjectId,
            ["log_id"] = leg.Id,
        };
    }

    /// <summary>Links are whole addresses that keep the filter. Unverified: what the token holds, and the code for a wrong one.</summary>
    private static EmulatorResponse Page(SignalWireContext context, JsonObject[] all, CallLogFilter filter, EmulatorRequest request)
    {
        var size = Number(request, "page_size", DefaultPageSize);
        var number = Number(request, "page_number", 0);
        if (size is < 1 or > MaxPageSize)
            return Refuse(SignalWireErrors.InvalidParameter, "Allowed: 1 to 1000.", "page_size");
        if (number < 0)
            return Refuse(SignalWireErrors.InvalidParameter, "Allowed: 0 and above.", "page_number");
        var token = $"PA{context.SpaceId}";
        var given = request.Query["page_token"].ToString();
        if (number > 0 && given.Length == 0)
            return Refuse(SignalWireErrors.MissingParameter, "A page after the first needs the token.", "page_token");
        if (number > 0 && given != token)
            return Refuse(SignalWireErrors.InvalidParameter, "No page has been answered with that token.", "page_token");

        var links = new JsonObject { ["self"] = Link(number), ["first"] = Link(0) };
        if (((long)number + 1) * size < all.Length)
            links["next"] = Link(number + 1, token);
        if (number > 0)
            links["prev"] = Link(number - 1, token);
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["links"] = links,
            ["data"] = new JsonArray([.. all.Skip((int)Math.Min((long)number * size, all.Length)).Take(size)]),
        });

        string Link(int page, string? pageToken = null)
        {
            var query = string.Create(CultureInfo.InvariantCulture, $"page_number={page}&page_size={size}{filter.Query}");
            return $"http://{request.Header("Host")}{ListPath}?{query}{(pageToken is null ? "" : $"&page_token={pageToken}")}";
        }
    }

    private static EmulatorResponse Refuse(string code, string message, string attribute) =>
        new SignalWireError(code, message, attribute).ToResponse();

    private static int Number(EmulatorRequest request, string name, int otherwise) =>
        request.Query[name].ToString() is { Length: > 0 } text
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1
            : otherwise;
}
