using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays audio that is sent along.</summary>
/// <remarks>Unverified: how much audio the vendor takes. A minute of it is 1.3 MB on the wire.</remarks>
public sealed record PlayWavDataCommand() : RealTimeCommand<PlayResult>("play_wav_data")
{
    /// <summary>A whole WAV file.</summary>
    /// <value>PCM of 8000 Hz, 16 bit and one channel, with its RIFF header. Not copied: do not change it while the command is in use.</value>
    [JsonPropertyName("audio_data")]
    public required ReadOnlyMemory<byte> AudioData { get; init; }

    internal override void Validate(ViolationList violations)
    {
        if (!WavHeader.TryRead(AudioData.Span, out var header))
            violations.Add("audio_data", $"must be {WavHeader.Wanted}, and is no WAV file with a sound in it");
        else if (!header.IsTelephone)
            violations.Add("audio_data", $"must be {WavHeader.Wanted}", header.ToString());
    }

    internal override PlayResult ReadResult(RealTimeRequest report) => new(report);
}
