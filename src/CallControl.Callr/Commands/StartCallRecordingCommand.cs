using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Callr;

/// <summary>Begins to record the call as a whole. It does not wait for the end: the recording goes on beside the next commands.</summary>
public sealed record StartCallRecordingCommand() : RealTimeCommand<CallRecordingResult>(RealTimeCommandNames.StartCallRecording)
{
    /// <summary>Tells the parties that they are recorded.</summary>
    /// <value><see cref="CallrMedia.None"/> by default.</value>
    [JsonPropertyName("announce")]
    public CallrMedia Announce { get; init; } = CallrMedia.None;

    /// <summary>Which sides are taken.</summary>
    /// <value><see cref="CallrRecordingFeeds.Both"/> by default.</value>
    [JsonPropertyName("feeds")]
    public CallrRecordingFeeds Feeds { get; init; } = CallrRecordingFeeds.Both;

    /// <summary>The language that is spoken, for a transcription.</summary>
    /// <value>Like <c>en_US</c>. Empty, the default, has the vendor find out, which it advises against.</value>
    [JsonPropertyName("locale")]
    public string Locale { get; init; } = "";

    /// <summary>Whether the recording is transcribed.</summary>
    /// <value>Null, the default, leaves it to what is set for the account.</value>
    [JsonPropertyName("transcription")]
    public bool? Transcription { get; init; }

    /// <summary>Whether the transcription is searched for names, places and the like: named-entity recognition.</summary>
    /// <value>Null, the default, is true. Of no effect without a transcription.</value>
    [JsonPropertyName("ner")]
    public bool? Ner { get; init; }

    /// <summary>Whether the transcription is searched for personally identifiable information.</summary>
    /// <value>Null, the default, is true. Of no effect without a transcription.</value>
    [JsonPropertyName("pii")]
    public bool? Pii { get; init; }

    /// <summary>Whether the transcription is evaluated by sentiment analysis.</summary>
    /// <value>Null, the default, is true. Of no effect without a transcription.</value>
    [JsonPropertyName("sentiment")]
    public bool? Sentiment { get; init; }

    internal override void Validate(ViolationList violations)
    {
        violations.CheckMedia("announce", Announce);
        violations.CheckRequired("feeds", Feeds.Value);
    }

    internal override CallRecordingResult ReadResult(RealTimeRequest report) => new(report);
}
