using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Settings of live transcription, by the engine.</summary>
/// <remarks>
/// Set the engine beside it to the same: see <see cref="StartTranscriptionCommand.Engine"/>. A new engine's settings can be given in
/// <see cref="TelnyxCommand.AdditionalProperties"/>.
/// </remarks>
[JsonDerivedType(typeof(AssemblyAiTranscriptionConfig))]
[JsonDerivedType(typeof(AzureTranscriptionConfig))]
[JsonDerivedType(typeof(DeepgramNova2TranscriptionConfig))]
[JsonDerivedType(typeof(DeepgramNova3TranscriptionConfig))]
[JsonDerivedType(typeof(GoogleTranscriptionConfig))]
[JsonDerivedType(typeof(HumainTranscriptionConfig))]
[JsonDerivedType(typeof(LegacyGoogleTranscriptionConfig))]
[JsonDerivedType(typeof(LegacyTelnyxTranscriptionConfig))]
[JsonDerivedType(typeof(ParakeetTranscriptionConfig))]
[JsonDerivedType(typeof(Reson8TranscriptionConfig))]
[JsonDerivedType(typeof(SonioxTranscriptionConfig))]
[JsonDerivedType(typeof(SpeechmaticsTranscriptionConfig))]
[JsonDerivedType(typeof(TelnyxTranscriptionConfig))]
[JsonDerivedType(typeof(XaiTranscriptionConfig))]
public abstract record TranscriptionEngineConfig : TelnyxCommandPart
{
    private protected TranscriptionEngineConfig(string engine) => Engine = engine;

    /// <summary>The engine.</summary>
    [JsonPropertyName("transcription_engine")]
    public string Engine { get; }
}
