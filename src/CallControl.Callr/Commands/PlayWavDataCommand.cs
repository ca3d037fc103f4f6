using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Media;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays audio that is sent along.</summary>
/// <remarks>Unverified: how much audio the vendor takes. A minute of it is 1.3 MB on the wire.</remarks>
public sealed record PlayWavDataCommand() : RealTimeCommand<PlayResult>(RealTimeCommandNames.PlayWavData)
{
    private const string Wanted = "a WAV file of PCM, 8000 Hz, 16 bit, one channel";

    /// <summary>A whole WAV file.</summary>
    /// <value>
    /// PCM of 8000 Hz, 16 bit and one channel, with its RIFF header, and at least one sample. The extensible form of that header passes too (unverified: whether the vendor reads it).
    /// Not copied: do not change it while the command is in use.
    /// </value>
    [JsonPropertyName("audio_data")]
    public required ReadOnlyMemory<byte> AudioData { get; init; }

    internal override void Validate(ViolationList violations)
    {
        if (!WaveReader.TryRead(AudioData, out var file, out _))
            violations.Add("audio_data", $"must be {Wanted}, and is no WAV file that can be read");
        else if (file is not { Encoding: SampleEncoding.Pcm16, Channels: 1, Rate: Resampler.OutputRate })
            violations.Add("audio_data", $"must be {Wanted}", string.Create(CultureInfo.InvariantCulture, $"{file.Encoding}, {file.Rate} Hz, {file.Channels} channel(s)"));
        else if (file.Frames == 0)
            violations.Add("audio_data", $"must be {Wanted}, and holds no sound");
    }

    internal override PlayResult ReadResult(RealTimeRequest report) => new(report);
}
