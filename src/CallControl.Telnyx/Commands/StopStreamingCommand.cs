using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Ends a stream.</summary>
/// <remarks><c>streaming.stopped</c> follows.</remarks>
public sealed record StopStreamingCommand() : TelnyxCallCommand("streaming_stop")
{
    /// <summary>Which stream.</summary>
    /// <value>A UUID. Null, the default, for all of the leg.</value>
    [JsonPropertyName("stream_id")]
    public string? StreamId { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckId("stream_id", StreamId);
    }
}
