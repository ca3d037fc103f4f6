using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>Where a recording can be fetched.</summary>
public sealed record RecordingUrls
{
    /// <summary>The MP3; null where there is none.</summary>
    [JsonPropertyName("mp3")]
    public string? Mp3 { get; init; }

    /// <summary>The WAV; null where there is none.</summary>
    [JsonPropertyName("wav")]
    public string? Wav { get; init; }

    /// <summary>The type only: the links are signed, and whoever has one can listen.</summary>
    public override string ToString() => nameof(RecordingUrls);
}
