using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Pauses a recording.</summary>
/// <remarks>No event is documented.</remarks>
public sealed record PauseRecordingCommand() : TelnyxCallCommand("record_pause")
{
    /// <summary>Which of several recordings.</summary>
    /// <value>A UUID. Null, the default, for the running one. Unverified: what becomes of several.</value>
    [JsonPropertyName("recording_id")]
    public string? RecordingId { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckId("recording_id", RecordingId);
    }
}
