using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays something, and stops when the other party has said something short: a person says hello and waits, a machine speaks on.</summary>
/// <remarks>
/// Talk is a sound longer than <see cref="MinMilliseconds"/> and shorter than <see cref="MaxMilliseconds"/>, with at least <see cref="SilenceMilliseconds"/> of silence after it, all
/// within the first <see cref="AnalysisMilliseconds"/>. The defaults are what the vendor recommends.
/// </remarks>
public sealed record PlayTalkDetectCommand() : RealTimeCommand<TalkDetectResult>(RealTimeCommandNames.PlayTalkDetect)
{
    private const int LongestSound = 60_000;

    /// <summary>What is played.</summary>
    [JsonPropertyName("media_id")]
    public required CallrMedia Media { get; init; }

    /// <summary>What a sound must be longer than, in milliseconds.</summary>
    /// <value>1 to 60000; 500 by default.</value>
    [JsonPropertyName("min_ms")]
    public int MinMilliseconds { get; init; } = 500;

    /// <summary>What a sound must be shorter than, in milliseconds.</summary>
    /// <value>1 to 60000; 60000 by default.</value>
    [JsonPropertyName("max_ms")]
    public int MaxMilliseconds { get; init; } = LongestSound;

    /// <summary>How much silence must follow the sound, in milliseconds.</summary>
    /// <value>1 to 5000; 5 by default.</value>
    [JsonPropertyName("silence_ms")]
    public int SilenceMilliseconds { get; init; } = 5;

    /// <summary>For how long from the beginning talk is listened for, in milliseconds.</summary>
    /// <value>1 to 60000; 4000 by default.</value>
    [JsonPropertyName("analysistime_ms")]
    public int AnalysisMilliseconds { get; init; } = 4_000;

    internal override void Validate(ViolationList violations)
    {
        violations.CheckMedia("media_id", Media);
        violations.CheckRange("min_ms", MinMilliseconds, 1, LongestSound);
        violations.CheckRange("max_ms", MaxMilliseconds, 1, LongestSound);
        violations.CheckRange("silence_ms", SilenceMilliseconds, 1, 5_000);
        violations.CheckRange("analysistime_ms", AnalysisMilliseconds, 1, LongestSound);
    }

    internal override TalkDetectResult ReadResult(RealTimeRequest report) => new(report);
}
