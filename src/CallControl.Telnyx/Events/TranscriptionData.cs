using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>A piece of what was said.</summary>
public sealed record TranscriptionData
{
    /// <summary>The words.</summary>
    [JsonPropertyName("transcript")]
    public string? Transcript { get; init; }

    /// <summary>How sure the engine is, from 0 to 1.</summary>
    [JsonPropertyName("confidence")]
    public double? Confidence { get; init; }

    /// <summary>False for a piece that will come again, better.</summary>
    [JsonPropertyName("is_final")]
    public bool? IsFinal { get; init; }

    /// <summary>Whose words.</summary>
    [JsonPropertyName("transcription_track")]
    public CallTranscriptionTrack Track { get; init; }

    /// <summary>The type only: what was said is private.</summary>
    public override string ToString() => nameof(TranscriptionData);
}
