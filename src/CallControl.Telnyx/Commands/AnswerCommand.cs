using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Answers an incoming call.</summary>
/// <remarks>Refused with code 90102 on a leg that was dialled. <c>call.answered</c> follows.</remarks>
public sealed record AnswerCommand() : TelnyxRecordedCommand("answer")
{
    /// <summary>
    /// The codecs to offer, in order, with commas between: <c>G722</c>, <c>PCMU</c>, <c>PCMA</c>, <c>G729</c>, <c>OPUS</c>, <c>VP8</c>, <c>H264</c>,
    /// <c>AMR-WB</c>.
    /// </summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("preferred_codecs")]
    public string? PreferredCodecs { get; init; }

    /// <summary>Changes how a voice sounds.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("sound_modifications")]
    public SoundModifications? SoundModifications { get; init; }

    /// <summary>Whether silence is sent while nothing is played.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("send_silence_when_idle")]
    public bool? SendSilenceWhenIdle { get; init; }

    /// <summary>Has the far end's voice examined for being synthetic.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("deepfake_detection")]
    public DeepfakeDetection? DeepfakeDetection { get; init; }

    /// <summary>Your WebSocket server.</summary>
    /// <value>A ws or wss address. Null, the default, for no stream.</value>
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

    /// <summary>Which legs hear what you send.</summary>
    /// <value>Null, the default, is the opposite one: on a call of one leg nobody hears it.</value>
    [JsonPropertyName("stream_bidirectional_target_legs")]
    public TargetLegs? StreamBidirectionalTargetLegs { get; init; }

    /// <summary>Whether live transcription begins with the answer.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("transcription")]
    public bool? Transcription { get; init; }

    /// <summary>How it transcribes.</summary>
    /// <value>Null, the default, for the defaults.</value>
    [JsonPropertyName("transcription_config")]
    public TranscriptionOnAnswer? TranscriptionConfig { get; init; }

    /// <summary>A stored AI assistant that takes the call.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("assistant")]
    public CallAssistant? Assistant { get; init; }

    /// <summary>Starts Conversation Relay with the answer.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("conversation_relay_config")]
    public ConversationRelayConfig? ConversationRelayConfig { get; init; }

    /// <summary>Headers of the SIP message.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader>? CustomHeaders { get; init; }

    /// <summary>Headers with a meaning in SIP; only <c>User-to-User</c> may be sent.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader>? SipHeaders { get; init; }

    /// <summary>The billing group, which must exist.</summary>
    /// <value>A UUID. Null, the default, for none.</value>
    [JsonPropertyName("billing_group_id")]
    public string? BillingGroupId { get; init; }

    /// <summary>Where the call's webhooks go from now on, instead of to the application's address.</summary>
    /// <value>An http or https address of at most 2000 characters. Null, the default, for the application's.</value>
    [JsonPropertyName("webhook_url")]
    public Uri? WebhookUrl { get; init; }

    /// <summary>How they are delivered there.</summary>
    /// <value>Null, the default, is POST.</value>
    [JsonPropertyName("webhook_url_method")]
    public WebhookMethod? WebhookUrlMethod { get; init; }

    /// <summary>Where the webhooks of single events go, by the name of the event; the vendor refuses a name that is none (code 90057).</summary>
    /// <value>
    /// Http or https addresses of at most 2000 characters. Null, the default, for none. Unverified: whether of several addresses all are used, or one
    /// after the other.
    /// </value>
    [JsonPropertyName("webhook_urls")]
    public IReadOnlyDictionary<string, IReadOnlyList<Uri>>? WebhookUrls { get; init; }

    /// <summary>How they are delivered there.</summary>
    /// <value>Null, the default, is POST.</value>
    [JsonPropertyName("webhook_urls_method")]
    public WebhookMethod? WebhookUrlsMethod { get; init; }

    /// <summary>When webhooks that failed are delivered again, by the name of the event.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("webhook_retries_policies")]
    public IReadOnlyDictionary<string, WebhookRetryPolicy>? WebhookRetriesPolicies { get; init; }

    internal override void Validate(ViolationList violations)
    {
        base.Validate(violations);
        SoundModifications?.Validate(violations, "sound_modifications");
        DeepfakeDetection?.Validate(violations, "deepfake_detection");
        violations.CheckStream(StreamUrl);
        TranscriptionConfig?.Validate(violations, "transcription_config");
        Assistant?.Validate(violations, "assistant");
        ConversationRelayConfig?.Validate(violations, "conversation_relay_config");
        violations.CheckHeaders("custom_headers", CustomHeaders);
        violations.CheckSipHeaders("sip_headers", SipHeaders);
        violations.CheckWebhooks(WebhookUrl, WebhookUrls, WebhookRetriesPolicies);
    }
}
