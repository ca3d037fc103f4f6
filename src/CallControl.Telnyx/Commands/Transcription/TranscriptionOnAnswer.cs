using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Live transcription that begins with the answer; the same fields as <see cref="StartTranscriptionCommand"/>.</summary>
public sealed record TranscriptionOnAnswer : TelnyxCommandPart
{
    /// <summary>What the application attaches to the leg.</summary>
    /// <value>Base64. Null, the default, leaves it as it is.</value>
    [JsonPropertyName("client_state")]
    public TelnyxClientState? ClientState { get; init; }

    /// <summary>Names the start of the transcription, so that a repetition is ignored.</summary>
    /// <value>Null, the default, for none: the command around it has an id of its own.</value>
    [JsonPropertyName("command_id")]
    [JsonConverter(typeof(OperationIdConverter))]
    public OperationId? CommandId { get; init; }

    /// <summary>Who transcribes.</summary>
    /// <value>Null, the default, is Google.</value>
    [JsonPropertyName("transcription_engine")]
    public TranscriptionEngine? Engine { get; init; }

    /// <summary>The engine's settings.</summary>
    /// <value>Null, the default, for the engine's defaults.</value>
    [JsonPropertyName("transcription_engine_config")]
    public TranscriptionEngineConfig? EngineConfig { get; init; }

    /// <summary>What is transcribed.</summary>
    /// <value>Null, the default, is inbound.</value>
    [JsonPropertyName("transcription_tracks")]
    public LegTrack? Tracks { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckState(field + ".client_state", ClientState);
        if (CommandId is { } id)
            violations.CheckRequired(field + ".command_id", id.Value);

        violations.CheckEngine(field + ".", Engine, EngineConfig);
    }
}
