using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Something happened to what is being played to a room.</summary>
/// <remarks>A family of events whose names begin with <c>conference.play.</c>; the exact names are unverified, so look at <see cref="SessionGatewayEvent.Event"/>. Source: <c>/webhooks/playback-events/</c>.</remarks>
public sealed record ConferencePlayEvent : SessionGatewayEvent
{
    /// <summary>The room. Unverified.</summary>
    [JsonPropertyName("room_id")]
    [JsonConverter(typeof(TextConverter))]
    public string? RoomId { get; init; }

    /// <summary>What was asked for, in that order.</summary>
    [JsonPropertyName("urls")]
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string>? Urls { get; init; }
}
