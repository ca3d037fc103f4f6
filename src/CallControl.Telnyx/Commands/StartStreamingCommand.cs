using System.Globalization;
using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Streams a leg's audio to your WebSocket server, and from there.</summary>
/// <remarks>
/// <c>streaming.started</c>, <c>streaming.stopped</c> or <c>streaming.failed</c> is expected to follow. A leg has one stream or fork: a fork ends the
/// stream.
/// </remarks>
public sealed record StartStreamingCommand() : TelnyxCallCommand("streaming_start")
{
    /// <summary>Your WebSocket server.</summary>
    /// <value>A ws or wss address. Needed unless <see cref="EnableDialogflow"/> is set. Unverified: the vendor requires no field.</value>
    [JsonPropertyName("stream_url")]
    public Uri? StreamUrl { get; init; }

    /// <summary>What you receive.</summary>
    /// <value>Null, the default, is inbound.</value>
    [JsonPropertyName("stream_track")]
    public StreamTrack? StreamTrack { get; init; }

    /// <summary>The codec of what you receive.</summary>
    /// <value>Null, the default, is that of the call leg.</value>
    [JsonPropertyName("stream_codec")]
    public StreamCodec? StreamCodec { get; init; }

    /// <summary>What you send.</summary>
    /// <value>Null, the default, is MP3 files.</value>
    [JsonPropertyName("stream_bidirectional_mode")]
    public StreamBidirectionalMode? StreamBidirectionalMode { get; init; }

    /// <summary>The codec of what you send; with <see cref="StreamBidirectionalMode.Rtp"/> only.</summary>
    /// <value>Null, the default, is PCMU.</value>
    [JsonPropertyName("stream_bidirectional_codec")]
    public StreamCodec? StreamBidirectionalCodec { get; init; }

    /// <summary>The sample rate of what you send, in hertz.</summary>
    /// <value>8000, 16000, 22050, 24000 or 48000. Null, the default, is 8000.</value>
    [JsonPropertyName("stream_bidirectional_sampling_rate")]
    public int? StreamBidirectionalSamplingRateHz { get; init; }

    /// <summary>Which legs hear what you send.</summary>
    /// <value>Null, the default, is the opposite one: on a call of one leg nobody hears it.</value>
    [JsonPropertyName("stream_bidirectional_target_legs")]
    public TargetLegs? StreamBidirectionalTargetLegs { get; init; }

    /// <summary>Handed to your WebSocket server when the stream begins. Unverified: whether in a header or in the query.</summary>
    /// <value>At most 4000 characters. Null, the default, for none.</value>
    [JsonPropertyName("stream_auth_token")]
    public string? StreamAuthToken { get; init; }

    /// <summary>Handed to your server when the stream begins.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_parameters")]
    public IReadOnlyList<StreamParameter>? CustomParameters { get; init; }

    /// <summary>Whether Dialogflow takes part.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("enable_dialogflow")]
    public bool? EnableDialogflow { get; init; }

    /// <summary>How Dialogflow takes part.</summary>
    /// <value>Null, the default, for its defaults.</value>
    [JsonPropertyName("dialogflow_config")]
    public DialogflowConfig? DialogflowConfig { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        violations.CheckStream(StreamUrl, StreamBidirectionalSamplingRateHz, StreamAuthToken);
        for (var i = 0; i < CustomParameters?.Count; i++)
            CustomParameters[i].Validate(violations, string.Create(CultureInfo.InvariantCulture, $"custom_parameters[{i}]"));
    }
}
