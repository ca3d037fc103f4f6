using System.Text.Json.Serialization;

namespace CallControl.Telnyx;

/// <summary>What a stream was asked to be.</summary>
public sealed record StreamAskedFor
{
    /// <summary>Where it was to go.</summary>
    [JsonPropertyName("stream_url")]
    public string? StreamUrl { get; init; }

    /// <summary>Which audio was to go.</summary>
    [JsonPropertyName("track")]
    public StreamTrack Track { get; init; }

    /// <summary>The type only: addresses may carry tokens.</summary>
    public override string ToString() => nameof(StreamAskedFor);
}
