using System.Globalization;
using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// What is kept of calls: one call's log, and its events. Unverified: that a log has the members of a call leg, the members of an event,
/// and that logs are never discarded.
/// </summary>
internal static class SignalWireCallLog
{
    public const string GetName = "GET /api/voice/logs/{id}";
    public const string EventsName = "GET /api/voice/logs/{id}/events";
    public const string ListName = "GET /api/voice/logs";

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

    public static EmulatorResponse Events(SignalWireContext context, string id, EmulatorRequest request)
    {
        lock (context.Gate)
        {
            if (!context.Legs.TryGetValue(id, out var leg))
                return SignalWireError.Plain(404);
            JsonObject[] events =
            [
                .. leg.History.Select((entry, index) => new JsonObject
                {
                    ["id"] = string.Create(CultureInfo.InvariantCulture, $"{leg.Id}-{index}"),
                    ["name"] = SignalWireEvents.State,
                    ["status"] = entry.State,
                    ["created_at"] = Time(entry.At),
                }),
            ];
            return Page(events, $"/api/voice/logs/{id}/events", request);
        }
    }

    public static EmulatorResponse List(SignalWireContext context, EmulatorRequest request)
    {
        lock (context.Gate)
            return Page([.. context.Legs.Values.OrderByDescending(static leg => leg.StartTime).Select(Describe)], "/api/voice/logs", request);
    }

    private static JsonObject Describe(SignalWireLeg leg)
    {
        var log = SignalWireDialer.Describe(leg);
        log["status"] = leg.State switch
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
        return log;
    }

    /// <summary>Unverified: what <c>page_token</c> holds, and that <c>page_number</c> counts from 0.</summary>
    private static EmulatorResponse Page(JsonObject[] all, string path, EmulatorRequest request)
    {
        var size = Number(request, "page_size", DefaultPageSize);
        var number = Number(request, "page_number", 0);
        if (size is < 1 or > MaxPageSize || number < 0)
            return new SignalWireError(SignalWireErrors.InvalidParameter, "Allowed: 1 to 1000.", "page_size").ToResponse();
        var links = new JsonObject { ["self"] = Link(number), ["first"] = Link(0) };
        if ((number + 1) * size < all.Length)
            links["next"] = Link(number + 1);
        if (number > 0)
            links["prev"] = Link(number - 1);
        return EmulatorResponse.Json(200, new JsonObject
        {
            ["links"] = links,
            ["data"] = new JsonArray([.. all.Skip(number * size).Take(size)]),
        });

        string Link(int page) => string.Create(CultureInfo.InvariantCulture, $"{path}?page_size={size}&page_number={page}&page_token=PT{page}");
    }

    private static int Number(EmulatorRequest request, string name, int otherwise) =>
        request.Query[name].ToString() is { Length: > 0 } text
            ? int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : -1
            : otherwise;

    private static string Time(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
