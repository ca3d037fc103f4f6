using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Live transcription by Soniox.</summary>
public sealed record SonioxTranscriptionConfig() : TranscriptionEngineConfig("Soniox")
{
    /// <summary>Whether the end of an utterance is recognised.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("enable_endpoint_detection")]
    public bool? EnableEndpointDetection { get; init; }

    /// <summary>Whether unfinished results are delivered too.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("interim_results")]
    public bool? InterimResults { get; init; }

    /// <summary>The language.</summary>
    /// <value>Null, the default, is <c>auto</c>.</value>
    [JsonPropertyName("language")]
    public string? Language { get; init; }

    /// <summary>The longest delay until the end of an utterance is told, in milliseconds.</summary>
    /// <value>500 to 3000. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("max_endpoint_delay_ms")]
    public int? MaxEndpointDelayMs { get; init; }

    /// <summary>The model.</summary>
    /// <value>Null, the default, is <c>soniox/stt-rt-v4</c>, the only one.</value>
    [JsonPropertyName("transcription_model")]
    public string? Model { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        violations.CheckRange(field + ".max_endpoint_delay_ms", MaxEndpointDelayMs, 500, 3000);
    }
}
