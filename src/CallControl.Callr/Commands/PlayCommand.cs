using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Plays a recording of the account's library, or speaks a text.</summary>
public sealed record PlayCommand() : RealTimeCommand<PlayResult>(RealTimeCommandNames.Play)
{
    /// <summary>What is played.</summary>
    /// <value>A library item must have been processed: unverified what happens before.</value>
    [JsonPropertyName("media_id")]
    public required CallrMedia Media { get; init; }

    internal override void Validate(ViolationList violations) => violations.CheckMedia("media_id", Media);

    internal override PlayResult ReadResult(RealTimeRequest report) => new(report);
}
