using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Settings of a voice, by who synthesises it.</summary>
/// <remarks>
/// Which providers a command takes is told at the command; a new one can be given in <see cref="TelnyxCommand.AdditionalProperties"/>.
/// </remarks>
[JsonDerivedType(typeof(AwsVoiceSettings))]
[JsonDerivedType(typeof(AzureVoiceSettings))]
[JsonDerivedType(typeof(ElevenLabsVoiceSettings))]
[JsonDerivedType(typeof(InworldVoiceSettings))]
[JsonDerivedType(typeof(MinimaxVoiceSettings))]
[JsonDerivedType(typeof(ResembleVoiceSettings))]
[JsonDerivedType(typeof(TelnyxVoiceSettings))]
[JsonDerivedType(typeof(XaiVoiceSettings))]
public abstract record VoiceSettings : TelnyxCommandPart
{
    private protected VoiceSettings(string kind) => Kind = kind;

    /// <summary>Who synthesises the voice.</summary>
    [JsonPropertyName("type")]
    public string Kind { get; }
}
