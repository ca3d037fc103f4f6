using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>What a recording is, and, on some of the vendor's pages, where it is.</summary>
public sealed record CallRecording
{
    /// <summary>How it is made.</summary>
    [JsonPropertyName("audio")]
    public CallRecordingAudio? Audio { get; init; }

    /// <summary>Where it is.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>How long it is; seconds on the wire.</summary>
    [JsonPropertyName("duration")]
    public TimeSpan? Duration { get; init; }

    /// <summary>How long the file is, in bytes.</summary>
    [JsonPropertyName("size")]
    [JsonConverter(typeof(CountConverter))]
    public long? Size { get; init; }

    /// <summary>The format of the file, such as <c>mp3</c> or <c>wav</c>: here for a script's <c>record_call</c>, within <see cref="Audio"/> for other recordings.</summary>
    [JsonPropertyName("format")]
    public string? Format { get => field ?? Audio?.Format; init; }

    /// <summary>The type only.</summary>
    public override string ToString() => nameof(CallRecording);
}
