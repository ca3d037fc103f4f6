using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Transcribes a leg live.</summary>
/// <remarks>A <c>call.transcription</c> comes for each result. Refused with code 90054 while a transcription runs.</remarks>
public sealed record StartTranscriptionCommand() : TelnyxCallCommand("transcription_start")
{
    /// <summary>Who transcribes.</summary>
    /// <value>Null, the default, is Google.</value>
    [JsonPropertyName("transcription_engine")]
    public TranscriptionEngine? Engine { get; init; }

    /// <summary>The engine's settings; of the same engine as <see cref="Engine"/>.</summary>
    /// <value>Null, the default, for the engine's defaults.</value>
    [JsonPropertyName("transcription_engine_config")]
    public TranscriptionEngineConfig? EngineConfig { get; init; }

    /// <summary>What is transcribed; inbound is the leg that the command goes to.</summary>
    /// <value>Null, the default, is inbound.</value>
    [JsonPropertyName("transcription_tracks")]
    public LegTrack? Tracks { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckEngine("", Engine, EngineConfig);
    }
}
