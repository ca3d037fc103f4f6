using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CallControl.Testing.Emulation;

namespace CallControl.Testing;

/// <summary>
/// <c>/api/v1/conferences</c>. Only creation is documented in full. Unverified: the bodies of list and get, the 200 of all but creation,
/// and that any field is accepted where the fields are unknown.
/// </summary>
internal static partial class RoomRoutes
{
    public static EmulatorResponse Create(RequestFields fields, GatewayContext context, string appId)
    {
        fields.AllowOnly(["name"]);
        var name = fields.Text("name");
        if (name is null)
            fields.Refuse("name is required");
        else if (!NamePattern().IsMatch(name))
            fields.Refuse("name must be at most 64 letters, digits, hyphens and underscores, the first a letter or digit");
        if (fields.Refusal is not null)
            return fields.Refusal;

        var room = new GatewayRoom(context, appId, name!);
        if (context.Rooms.Add(room) is { } rival)
            return GatewayErrors.Of(409, GatewayErrors.NameTaken, new JsonObject { ["room_id"] = rival.RoomId });
        room.Open();
        return EmulatorResponse.Json(201, new JsonObject { ["room_id"] = room.RoomId });
    }

    public static EmulatorResponse List(GatewayContext context, string appId) => EmulatorResponse.Json(200, new JsonObject
    {
        ["conferences"] = new JsonArray([.. context.Rooms.Of(appId).Select(static room => (JsonNode)Describe(room))]),
    });

    public static JsonObject Describe(GatewayRoom room) => new()
    {
        ["room_id"] = room.RoomId,
        ["name"] = room.Name,
        ["members"] = room.MemberCount,
    };

    public static EmulatorResponse Delete(GatewayRoom room, GatewayContext context)
    {
        if (!context.Rooms.Remove(room))
            return GatewayErrors.Of(404, GatewayErrors.RoomNotFound);
        room.Close();
        return Done();
    }

    public static EmulatorResponse Act(GatewayRoom room, string action, RequestFields fields)
    {
        if (action is not ("play" or "pause" or "stop" or "volume"))
            return GatewayErrors.Of(400, GatewayErrors.InvalidCommand);
        var urls = action is "play" ? fields.Urls("urls", required: true, maxLength: 2048) : [];
        if (fields.Refusal is not null)
            return fields.Refusal;
        if (!room.TryEnter(action is "play" ? CooldownGroup.RoomPlay : CooldownGroup.RoomControls))
            return GatewayErrors.Of(429, GatewayErrors.CoolingDown);

        if (action is "play")
            room.Play(urls);
        else if (action is "pause")
            room.TogglePause();
        else if (action is "stop")
            room.Stop();
        return Done();
    }

    private static EmulatorResponse Done() => EmulatorResponse.Json(200, new JsonObject { ["success"] = true });

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
