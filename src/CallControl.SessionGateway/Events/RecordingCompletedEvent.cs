using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A recording is over and can be fetched.</summary>
/// <remarks>Name on the wire: <c>recording.completed</c>. Source: <c>/webhooks/recording-events/</c>.</remarks>
public sealed record RecordingCompletedEvent : SessionGatewayEvent
{
    /// <summary>Of the <see cref="StartRecordingCommand"/>, not of the stop.</summary>
    [JsonPropertyName("command_uid")]
    [JsonConverter(typeof(OperationIdOrNullConverter))]
    public OperationId? CommandUid { get; init; }

    /// <summary>Where the recording is.</summary>
    [JsonPropertyName("recording_url")]
    [JsonConverter(typeof(TextConverter))]
    public string? RecordingUrl { get; init; }

    /// <summary>How long it is, in seconds; all other durations are in milliseconds.</summary>
    [JsonPropertyName("duration")]
    [JsonConverter(typeof(QuantityConverter))]
    public long? DurationSeconds { get; init; }
}
