using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Plays audio files to a room; events of the family <c>conference.play.*</c> follow.</summary>
/// <remarks>Group conference play: 2 s a room. Unverified: the fields. Sources: <c>/guides/rate-limits/</c>, <c>/webhooks/playback-events/</c>.</remarks>
public sealed record PlayConferenceCommand : RoomCommand
{
    /// <summary>Where the files are.</summary>
    /// <value>Null, the default, leaves the field out; else checked like <see cref="StartPlaybackCommand.Urls"/>. Unverified: name and limits, taken from <c>playback/start</c>.</value>
    [JsonPropertyName("urls")]
    [JsonConverter(typeof(GatewayUrlsConverter))]
    public IReadOnlyList<Uri>? Urls { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        if (Urls is not null)
            GatewayUrl.Check(violations, "urls", Urls, fewest: 1);
    }
}
