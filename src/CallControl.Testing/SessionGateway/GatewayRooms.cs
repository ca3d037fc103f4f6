namespace CallControl.Testing;

/// <summary>All rooms: a name is taken once an application.</summary>
internal sealed class GatewayRooms
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewayRoom> _byId = new(StringComparer.Ordinal);

    public GatewayRoom? Find(string roomId)
    {
        lock (_gate)
            return _byId.GetValueOrDefault(roomId);
    }

    public GatewayRoom[] Of(string appId)
    {
        lock (_gate)
            return [.. _byId.Values.Where(room => room.AppId == appId)];
    }

    /// <summary>Adds the room; returns the one that has its name already, if there is one.</summary>
    public GatewayRoom? Add(GatewayRoom room)
    {
        lock (_gate)
        {
            var rival = _byId.Values.FirstOrDefault(other => other.AppId == room.AppId && other.Name == room.Name);
            if (rival is null)
                _byId.Add(room.RoomId, room);
            return rival;
        }
    }

    public bool Remove(GatewayRoom room)
    {
        lock (_gate)
            return _byId.Remove(room.RoomId);
    }

    public void StopAll()
    {
        GatewayRoom[] rooms;
        lock (_gate)
            rooms = [.. _byId.Values];
        foreach (var room in rooms)
            room.Stop();
    }
}
