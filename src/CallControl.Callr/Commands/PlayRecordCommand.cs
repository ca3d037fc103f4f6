using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays what <see cref="RecordCommand"/> has recorded.</summary>
public sealed record PlayRecordCommand() : RealTimeCommand<PlayResult>(RealTimeCommandNames.PlayRecord)
{
    /// <summary>The recording: <see cref="RecordResult.MediaFile"/>.</summary>
    /// <value>Not empty. Unverified: how long the vendor keeps the file.</value>
    [JsonPropertyName("media_file")]
    public required string MediaFile { get; init; }

    internal override void Validate(ViolationList violations) => violations.CheckRequired("media_file", MediaFile);

    internal override PlayResult ReadResult(RealTimeRequest report) => new(report);
}
