using System.Text.Json.Nodes;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// From method and path to what the gateway does. Unverified: the order of the checks (application, command, call and owner, body,
/// cooldown), and what an unknown path or a wrong method is told.
/// </summary>
internal sealed class GatewayRoutes(GatewayContext context) : IEmulatedVendor
{
    private const string RoomPath = "/conferences/{room_id}";

    public EmulatorAction Resolve(EmulatorRequest request)
    {
        var path = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return path switch
        {
            ["health"] => Plain(request, "GET", "/health", static () => EmulatorResponse.Json(200, new JsonObject { ["status"] = "ok" })),
            ["admin", "apps", var appId] =>
                Plain(request, "POST", "/admin/apps/{app_id}", () => AdminRoutes.Upsert(request, context, appId)),
            ["api", "v1", "sessions", var session, "commands", .. { Length: > 0 } command] when request.Method == "POST" =>
                Session(request, session, string.Join('/', command)),
            ["api", "v1", "sessions", _, "commands", ..] => Plain(request, "POST", "/sessions/{uuid}/commands", NotFound),
            ["api", "v1", "conferences"] when request.Method == "GET" =>
                ForApp(request, "GET", "/conferences", appId => RoomRoutes.List(context, appId)),
            ["api", "v1", "conferences"] =>
                ForApp(request, "POST", "/conferences", appId => RoomRoutes.Create(RequestFields.Parse(request.Body), context, appId)),
            ["api", "v1", "conferences", var room] when request.Method == "GET" =>
                ForRoom(request, "GET", RoomPath, room, static found => EmulatorResponse.Json(200, RoomRoutes.Describe(found))),
            ["api", "v1", "conferences", var room] =>
                ForRoom(request, "DELETE", RoomPath, room, found => RoomRoutes.Delete(found, context)),
            ["api", "v1", "conferences", var room, var action] => ForRoom(request, "POST", $"{RoomPath}/{action}", room,
                found => RoomRoutes.Act(found, action, RequestFields.Parse(request.Body))),
            _ => new EmulatorAction($"{request.Method} {request.Path}", Session: null, NotFound),
        };
    }

    public EmulatorResponse Failure(int statusCode, TimeSpan? retryAfter) =>
        GatewayErrors.Of(statusCode, statusCode == 429 ? GatewayErrors.CoolingDown : "Injected failure") with { RetryAfter = retryAfter };

    private static EmulatorResponse NotFound() => GatewayErrors.Of(404, GatewayErrors.NotFound);

    private static EmulatorAction Plain(EmulatorRequest request, string method, string path, Func<EmulatorResponse> execute) =>
        new($"{request.Method} {path}", Session: null,
            request.Method == method ? execute : static () => GatewayErrors.Of(405, GatewayErrors.MethodNotAllowed));

    private EmulatorAction ForApp(EmulatorRequest request, string method, string path, Func<string, EmulatorResponse> execute) =>
        Plain(request, method, path, () => GatewayAuth.RefuseApp(request, context.Apps, out var appId) ?? execute(appId));

    private EmulatorAction ForRoom(
        EmulatorRequest request, string method, string path, string roomId, Func<GatewayRoom, EmulatorResponse> execute)
    {
        var room = context.Rooms.Find(roomId);
        var action = ForApp(request, method, path, appId =>
            room is null ? GatewayErrors.Of(404, GatewayErrors.RoomNotFound)
            : room.AppId != appId ? GatewayErrors.Of(403, GatewayErrors.ForeignRoom)
            : execute(room));
        return action with { Queues = room is null ? [] : [room.Queue] };
    }

    private EmulatorAction Session(EmulatorRequest request, string sessionId, string name)
    {
        var session = context.Sessions.GetValueOrDefault(sessionId);
        return new EmulatorAction(name, sessionId, () => Command(request, session, name))
        {
            Queues = session is null ? [] : [session.Queue],
        };
    }

    private EmulatorResponse Command(EmulatorRequest request, GatewaySession? session, string name)
    {
        if (GatewayAuth.RefuseApp(request, context.Apps, out var appId) is { } refusal)
            return refusal;
        if (SessionCommands.Find(name) is not { } command)
            return GatewayErrors.Of(400, GatewayErrors.InvalidCommand);
        if (session is null)
            return GatewayErrors.Of(404, GatewayErrors.SessionNotFound);
        if (session.AppId != appId)
            return GatewayErrors.Of(403, GatewayErrors.ForeignSession);

        var fields = RequestFields.Parse(request.Body);
        fields.AllowOnly(["command_uid", .. command.Fields]);
        var commandUid = fields.CommandUid();
        var effect = command.Bind(fields, context, appId);
        return fields.Refusal ?? session.Execute(command, commandUid, effect);
    }
}
