using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Puts the session into a room; <c>conference.member.joined</c> follows when the switch confirms it.</summary>
/// <remarks>Group conference: 2 s a session, shared with leaving. Unverified: path, fields and timing. Sources: <c>/guides/rate-limits/</c>, <c>/webhooks/conference-events/</c>.</remarks>
public sealed record JoinConferenceCommand() : SessionCommand(SessionGatewayCommandNames.JoinConference, CooldownGroup.Conference)
{
    /// <summary>The room, by the id that <see cref="ISessionGatewayClient.CreateConferenceAsync"/> returned. Opaque.</summary>
    /// <value>Not empty. Unverified: the field's name on the wire, <c>room_id</c>; another can be given in <see cref="SessionGatewayCommand.AdditionalProperties"/>.</value>
    [JsonPropertyName("room_id")]
    public required string RoomId { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (string.IsNullOrWhiteSpace(RoomId))
            violations.Add("room_id", "must not be empty");
    }
}
