using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Telnyx has taken an <see cref="AnswerCommand"/>.</summary>
public sealed record AnswerCommandResult : TelnyxCommandResult
{
    /// <summary>The recording that begins with the answer; null where none was asked for.</summary>
    /// <value>A UUID.</value>
    [JsonPropertyName("recording_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? RecordingId { get; init; }
}
