using System.Text.Json;

namespace CallControl.SessionGateway;

/// <summary>Reads what the gateway adds to its refusals.</summary>
public static class SessionGatewayErrorExtensions
{
    /// <summary>The room that has the name already, when <see cref="ISessionGatewayClient.CreateConferenceAsync"/> was refused with 409.</summary>
    /// <param name="exception">The refusal.</param>
    /// <returns>The room's id, with which it can be used like a new one; null when the refusal has another reason, or does not name the room.</returns>
    /// <remarks>Taken from <c>detail.room_id</c> in the answer. Source: <c>/endpoints/conference/</c>.</remarks>
    public static string? GetExistingRoomId(this CommandRejectedException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.Error is not { StatusCode: 409, Detail: { } detail })
            return null;

        try
        {
            using var json = JsonDocument.Parse(detail);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("room_id", out var room)
                && room.ValueKind == JsonValueKind.String
                && room.GetString() is { Length: > 0 } id
                    ? id
                    : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
