using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>Files are being played.</summary>
/// <remarks>The sources differ on when: as soon as all files are fetched (<c>/endpoints/playback/</c>), or when the caller hears them (<c>/webhooks/playback-events/</c>). Name on the wire: <c>playback.started</c>.</remarks>
public sealed record PlaybackStartedEvent : SessionGatewayEvent
{
    /// <summary>Of the <see cref="StartPlaybackCommand"/>.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }

    /// <summary>What was asked for, in that order.</summary>
    [JsonPropertyName("urls")]
    [JsonConverter(typeof(TextListConverter))]
    public IReadOnlyList<string>? Urls { get; init; }

    /// <summary><see cref="Urls"/> joined with commas; the vendor is going to drop it.</summary>
    [JsonPropertyName("file_path")]
    [JsonConverter(typeof(TextConverter))]
    public string? FilePath { get; init; }
}
