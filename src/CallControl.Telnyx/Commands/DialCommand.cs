using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Calls somebody: a new leg.</summary>
/// <remarks>
/// Accepted at once; <c>call.initiated</c>, then <c>call.answered</c> or <c>call.hangup</c> follow. The answer names the leg. A repetition with the
/// same command id is ignored for 60 s. Unverified: whether its answer names the leg of the first. A long file: the vendor has 65 fields here.
/// </remarks>
public sealed record DialCommand() : TelnyxRecordedCommand("dial")
{
    /// <summary>The Call Control application.</summary>
    /// <value>Its id: digits, more than a JSON number holds exactly. Not empty.</value>
    [JsonPropertyName("connection_id")]
    public required string ConnectionId { get; init; }

    /// <summary>The caller's number that is shown.</summary>
    /// <value>E.164. Not empty.</value>
    [JsonPropertyName("from")]
    public required string From { get; init; }

    /// <summary>Who is called: one, or several of which the first to answer gets the call.</summary>
    /// <value>E.164 numbers or SIP addresses.</value>
    [JsonPropertyName("to")]
    public required DialTargets To { get; init; }

    /// <summary>The caller's name that is shown.</summary>
    /// <value>At most 128 letters, digits, spaces and <c>-_~!.+</c>. Null, the default, for none.</value>
    [JsonPropertyName("from_display_name")]
    public string? FromDisplayName { get; init; }

    /// <summary>Whether the caller's number is hidden.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("privacy")]
    public CallerPrivacy? Privacy { get; init; }

    /// <summary>How long it rings, in seconds; the call then ends with the cause <c>timeout</c>.</summary>
    /// <value>5 to 600. Null, the default, is 30.</value>
    [JsonPropertyName("timeout_secs")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The longest call, in seconds from the answer; it then ends with the cause <c>time_limit</c>.</summary>
    /// <value>30 to 14400; null, the default, is the most. The vendor's error table says 60 to 14000.</value>
    [JsonPropertyName("time_limit_secs")]
    public int? TimeLimitSeconds { get; init; }

    /// <summary>Whether another route is tried when one does not answer; false ends the attempt.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("retry_on_timeout")]
    public bool? RetryOnTimeout { get; init; }

    /// <summary>A leg whose session the new one joins, by its call control id.</summary>
    /// <value>
    /// Needed by <see cref="BridgeIntent"/>, <see cref="BridgeOnAnswer"/> and <see cref="ParkAfterUnbridge"/>. Null, the default, for none.
    /// </value>
    [JsonPropertyName("link_to")]
    public string? LinkTo { get; init; }

    /// <summary>Whether the new leg is meant to be bridged with <see cref="LinkTo"/>; <c>from</c> is then taken from there.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("bridge_intent")]
    public bool? BridgeIntent { get; init; }

    /// <summary>Whether the new leg is bridged with <see cref="LinkTo"/> as soon as it is answered.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("bridge_on_answer")]
    public bool? BridgeOnAnswer { get; init; }

    /// <summary>Which leg stays when the bridge ends.</summary>
    /// <value>Null, the default, hangs up.</value>
    [JsonPropertyName("park_after_unbridge")]
    public UnbridgeParking? ParkAfterUnbridge { get; init; }

    /// <summary>Whether the new leg is hung up when the one it would be bridged with is bridged already.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("prevent_double_bridge")]
    public bool? PreventDoubleBridge { get; init; }

    /// <summary>Puts the called party into a conference.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("conference_config")]
    public ConferenceConfig? ConferenceConfig { get; init; }

    /// <summary>A leg that the called party supervises, by its call control id.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("supervise_call_control_id")]
    public string? SuperviseCallControlId { get; init; }

    /// <summary>What the supervisor may do.</summary>
    /// <value>Null, the default, is to barge in.</value>
    [JsonPropertyName("supervisor_role")]
    public SupervisorRole? SupervisorRole { get; init; }

    /// <summary>Whether and how an answering machine is told from a person.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("answering_machine_detection")]
    public MachineDetectionMode? AnsweringMachineDetection { get; init; }

    /// <summary>Tunes the detection.</summary>
    /// <value>Null, the default, for its defaults.</value>
    [JsonPropertyName("answering_machine_detection_config")]
    public MachineDetectionConfig? AnsweringMachineDetectionConfig { get; init; }

    /// <summary>Has the far end's voice examined for being synthetic.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("deepfake_detection")]
    public DeepfakeDetection? DeepfakeDetection { get; init; }

    /// <summary>A WAV or MP3 file to play when the call is answered.</summary>
    /// <value>An http or https address of at most 2000 characters, not together with <see cref="MediaName"/>. Null, the default, for none.</value>
    [JsonPropertyName("audio_url")]
    public Uri? AudioUrl { get; init; }

    /// <summary>A file in the vendor's media storage to play when the call is answered.</summary>
    /// <value>Not together with <see cref="AudioUrl"/>. Null, the default, for none.</value>
    [JsonPropertyName("media_name")]
    public string? MediaName { get; init; }

    /// <summary>Keys that are pressed when the call is answered.</summary>
    /// <value>At most 64 of <c>0-9A-D*#</c>, <c>w</c> for half a second and <c>W</c> for a second. Null, the default, for none.</value>
    [JsonPropertyName("send_digits_on_answer")]
    public string? SendDigitsOnAnswer { get; init; }

    /// <summary>Whether silence is sent while nothing is played.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("send_silence_when_idle")]
    public bool? SendSilenceWhenIdle { get; init; }

    /// <summary>Changes how a voice sounds.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("sound_modifications")]
    public SoundModifications? SoundModifications { get; init; }

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

    /// <summary>Whether the WebSocket is opened before the call is made.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("stream_establish_before_call_originate")]
    public bool? StreamEstablishBeforeCallOriginate { get; init; }

    /// <summary>Whether Dialogflow takes part.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("enable_dialogflow")]
    public bool? EnableDialogflow { get; init; }

    /// <summary>How Dialogflow takes part.</summary>
    /// <value>Null, the default, for its defaults.</value>
    [JsonPropertyName("dialogflow_config")]
    public DialogflowConfig? DialogflowConfig { get; init; }

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

    /// <summary>
    /// The codecs to offer, in order, with commas between: <c>G722</c>, <c>PCMU</c>, <c>PCMA</c>, <c>G729</c>, <c>OPUS</c>, <c>VP8</c>, <c>H264</c>,
    /// <c>AMR-WB</c>.
    /// </summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("preferred_codecs")]
    public string? PreferredCodecs { get; init; }

    /// <summary>How the new leg's audio is encrypted.</summary>
    /// <value>Null, the default: not at all. A SIP address may say so itself, by <c>;secure=srtp</c> or <c>;secure=dtls</c>.</value>
    [JsonPropertyName("media_encryption")]
    public MediaEncryption? MediaEncryption { get; init; }

    /// <summary>The user name for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_auth_username")]
    public string? SipAuthUsername { get; init; }

    /// <summary>The password for a SIP server that asks.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_auth_password")]
    public string? SipAuthPassword { get; init; }

    /// <summary>Headers of the SIP message.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("custom_headers")]
    public IReadOnlyList<SipHeader>? CustomHeaders { get; init; }

    /// <summary>Headers with a meaning in SIP; only <c>User-to-User</c> may be sent.</summary>
    /// <value>Null, the default, for none.</value>
    [JsonPropertyName("sip_headers")]
    public IReadOnlyList<SipHeader>? SipHeaders { get; init; }

    /// <summary>The region the leg is routed through.</summary>
    /// <value>Null, the default, is the United States.</value>
    [JsonPropertyName("sip_region")]
    public SipRegion? SipRegion { get; init; }

    /// <summary>The transport of SIP.</summary>
    /// <value>Null, the default, is UDP.</value>
    [JsonPropertyName("sip_transport_protocol")]
    public SipTransport? SipTransportProtocol { get; init; }

    /// <summary>Whether a mobile number of the vendor's is called without the call being intercepted.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("route_to_mobile")]
    public bool? RouteToMobile { get; init; }

    /// <summary>The called number of a live incoming call, by which <c>from</c> counts as verified.</summary>
    /// <value>E.164. Null, the default, for none.</value>
    [JsonPropertyName("diversion")]
    public string? Diversion { get; init; }

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
        violations.CheckRequired("connection_id", ConnectionId);
        violations.CheckRequired("from", From);
        if (To is null)
            violations.Add("to", "must be given");
        else
            To.Validate(violations, "to");

        violations.CheckDisplayName("from_display_name", FromDisplayName);
        violations.CheckRange("timeout_secs", TimeoutSeconds, 5, 600);
        violations.CheckRange("time_limit_secs", TimeLimitSeconds, 30, 14_400);
        CheckLink(violations);
        ConferenceConfig?.Validate(violations, "conference_config");
        AnsweringMachineDetectionConfig?.Validate(violations, "answering_machine_detection_config");
        DeepfakeDetection?.Validate(violations, "deepfake_detection");
        violations.CheckUrl("audio_url", AudioUrl);
        violations.CheckNotTogether("audio_url", AudioUrl is not null, "media_name", MediaName is not null);
        violations.CheckSendDigits("send_digits_on_answer", SendDigitsOnAnswer);
        SoundModifications?.Validate(violations, "sound_modifications");
        violations.CheckStream(StreamUrl, StreamBidirectionalSamplingRateHz, StreamAuthToken);
        TranscriptionConfig?.Validate(violations, "transcription_config");
        Assistant?.Validate(violations, "assistant");
        ConversationRelayConfig?.Validate(violations, "conversation_relay_config");
        violations.CheckHeaders("custom_headers", CustomHeaders);
        violations.CheckSipHeaders("sip_headers", SipHeaders);
        violations.CheckWebhooks(WebhookUrl, WebhookUrls, WebhookRetriesPolicies);
    }

    private void CheckLink(ViolationList violations)
    {
        if (!string.IsNullOrEmpty(LinkTo))
            return;

        foreach (var (field, needsIt) in new[]
        {
            ("bridge_intent", BridgeIntent == true),
            ("bridge_on_answer", BridgeOnAnswer == true),
            ("park_after_unbridge", ParkAfterUnbridge is not null),
        })
        {
            if (needsIt)
                violations.Add(field, "needs link_to");
        }
    }
}
