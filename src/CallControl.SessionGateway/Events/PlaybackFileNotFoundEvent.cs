using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A file could not be fetched, for a playback or for a prompt.</summary>
/// <remarks>Unverified: all members but the session; what else comes is in the extension data. Name on the wire: <c>playback.file_not_found</c>. Source: <c>/endpoints/playback/</c>.</remarks>
public sealed record PlaybackFileNotFoundEvent : SessionGatewayEvent
{
    /// <summary>Of the command that named the file. Unverified.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }
}
