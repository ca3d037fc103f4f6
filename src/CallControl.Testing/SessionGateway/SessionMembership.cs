using System.Text.Json.Nodes;

namespace CallControl.Testing;

/// <summary>
/// The room one call is in, one at most. Unverified: joining while in a room, and leaving or muting outside of one, report a failure;
/// leaving is reported with the reason of a removal.
/// </summary>
internal sealed class SessionMembership(GatewaySession session)
{
    private GatewayRoom? _room;

    public void Join(CommandResult result, GatewayRoom room)
    {
        var joined = _room is null && room.TryAdd(session);
        result.Give(joined);
        if (!joined)
            return;
        _room = room;
        session.Raise(GatewayEvents.MemberJoined, new JsonObject { ["room_id"] = room.RoomId, ["caller_id"] = session.From });
    }

    public void Leave(CommandResult result)
    {
        result.Give(success: _room is not null);
        Leave("removed");
    }

    /// <summary>Nobody hears the difference here: only the result is reported.</summary>
    public void Mute(CommandResult result) => result.Give(success: _room is not null);

    public void EndWithCall() => Leave("hangup");

    /// <summary>The room was closed over the member's head.</summary>
    public void RemoveFrom(GatewayRoom room)
    {
        if (_room == room)
            Leave("removed");
    }

    private void Leave(string reason)
    {
        if (_room is not { } room)
            return;
        _room = null;
        room.Remove(session);
        session.Raise(GatewayEvents.MemberLeft, new JsonObject { ["room_id"] = room.RoomId, ["reason"] = reason });
    }
}
