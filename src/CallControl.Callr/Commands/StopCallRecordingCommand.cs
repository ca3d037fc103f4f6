using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Ends what <see cref="StartCallRecordingCommand"/> has begun.</summary>
/// <remarks>Unverified: what comes back where nothing is being recorded.</remarks>
public sealed record StopCallRecordingCommand() : RealTimeCommand<CallRecordingResult>(RealTimeCommandNames.StopCallRecording)
{
    /// <summary>Tells the parties that they are not recorded any more.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("announce")]
    public CallrMedia Announce { get; init; } = CallrMedia.None;

    internal override void Validate(ViolationList violations) => violations.CheckMedia("announce", Announce);

    internal override CallRecordingResult ReadResult(RealTimeRequest report) => new(report);
}
