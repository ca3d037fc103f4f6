using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Plays audio files, one after the other. What is being played is stopped first: the last start wins.</summary>
/// <remarks>
/// Deferred: the files are fetched before anything is heard, and the <c>command.result</c> may be a timer's after 2 s. <c>playback.started</c>,
/// <c>playback.stopped</c> and <c>playback.file_not_found</c> tell what happened. Group playback: 500 ms a session, shared with silence.
/// Sources: <c>/endpoints/playback/</c>, <c>/webhooks/mapping/</c>.
/// </remarks>
public sealed record StartPlaybackCommand() : SessionCommand(SessionGatewayCommandNames.StartPlayback, CooldownGroup.Playback)
{
    private const int LargestOffset = 86_400;

    /// <summary>Where the files are.</summary>
    /// <value>1 to 128 absolute http or https addresses of at most 2048 characters each. An address goes out as it was given; what is not a valid address as it stands (spaces, other letters than ASCII) is escaped.</value>
    [JsonPropertyName("urls")]
    [JsonConverter(typeof(GatewayUrlsConverter))]
    public required IReadOnlyList<Uri> Urls { get; init; }

    /// <summary>Where in the file to begin, in seconds.</summary>
    /// <value>0 to 86400, with a single file only. Null, the default, begins at the beginning.</value>
    [JsonPropertyName("offset_sec")]
    public int? OffsetSeconds { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        GatewayUrl.Check(violations, "urls", Urls ?? [], fewest: 1);
        violations.CheckRange("offset_sec", OffsetSeconds, 0, LargestOffset);
        if (OffsetSeconds is { } offset && Urls?.Count > 1)
            violations.Add("offset_sec", "must not be given with more than one address", offset);
    }
}
