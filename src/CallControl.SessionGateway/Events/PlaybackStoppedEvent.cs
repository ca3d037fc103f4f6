using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SessionGateway;

/// <summary>A playback is over, at its end or cut short; the event does not say which.</summary>
/// <remarks>Name on the wire: <c>playback.stopped</c>. Source: <c>/webhooks/playback-events/</c>.</remarks>
public sealed record PlaybackStoppedEvent : SessionGatewayEvent
{
    /// <summary>Of the command that started it.</summary>
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

    /// <summary>Where it stopped, in milliseconds.</summary>
    [JsonPropertyName("offset_ms")]
    [JsonConverter(typeof(QuantityConverter))]
    public long? OffsetMs { get; init; }

    /// <summary>How long it was played, in milliseconds.</summary>
    [JsonPropertyName("duration_ms")]
    [JsonConverter(typeof(QuantityConverter))]
    public long? DurationMs { get; init; }
}
