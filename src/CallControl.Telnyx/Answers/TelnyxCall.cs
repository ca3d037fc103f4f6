using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>A leg, as Telnyx answers a dial or a question for it.</summary>
public sealed record TelnyxCall : TelnyxAnswer
{
    /// <summary>The leg, by the id that commands go to. Not empty.</summary>
    [JsonPropertyName("call_control_id")]
    [JsonConverter(typeof(AnswerCallIdConverter))]
    public required CallId CallControlId { get; init; }

    /// <summary>The leg's own id, which no command takes; null where the answer does not say.</summary>
    /// <value>A UUID.</value>
    [JsonPropertyName("call_leg_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? CallLegId { get; init; }

    /// <summary>What the leg shares with those that belong together with it; no command takes it. Null where the answer does not say.</summary>
    /// <value>A UUID.</value>
    [JsonPropertyName("call_session_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? CallSessionId { get; init; }

    /// <summary><c>call</c> in all that is documented; null where the answer does not say.</summary>
    [JsonPropertyName("record_type")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? RecordType { get; init; }

    /// <summary>Whether the leg is up; always false in the answer to a dial. Null where the answer does not say.</summary>
    [JsonPropertyName("is_alive")]
    [JsonConverter(typeof(ForgivingTruthConverter))]
    public bool? IsAlive { get; init; }

    /// <summary>How long the leg has lasted, in whole seconds; null where the answer does not say.</summary>
    [JsonPropertyName("call_duration")]
    [JsonConverter(typeof(ForgivingSecondsConverter))]
    public TimeSpan? CallDuration { get; init; }

    /// <summary>What the application has attached to the leg; null where it has nothing.</summary>
    [JsonPropertyName("client_state")]
    public TelnyxClientState? ClientState { get; init; }

    /// <summary>When the leg began; null where the answer does not say.</summary>
    [JsonPropertyName("start_time")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>When the leg ended; null while it lasts.</summary>
    [JsonPropertyName("end_time")]
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The recording that begins with the answer; in the answer to a dial that asks for one, else null.</summary>
    /// <value>A UUID.</value>
    [JsonPropertyName("recording_id")]
    [JsonConverter(typeof(ForgivingTextConverter))]
    public string? RecordingId { get; init; }
}
