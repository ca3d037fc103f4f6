using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.Telnyx;

/// <summary>Calls somebody, and bridges the new leg with this one.</summary>
/// <remarks><c>call.initiated</c>, <c>call.answered</c>, <c>call.bridged</c> and, if it fails, <c>call.hangup</c> of the new leg follow.</remarks>
public sealed record TransferCommand() : TelnyxRecordedCommand("transfer")
{
    /// <summary>Who is called; one only.</summary>
    /// <value>An E.164 number or a SIP address. Not empty.</value>
    [JsonPropertyName("to")]
    public required string To { get; init; }

    /// <summary>The caller's number that is shown.</summary>
    /// <value>E.164. Null, the default, is the number that was called.</value>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The caller's name that is shown.</summary>
    /// <value>At most 128 letters, digits, spaces and <c>-_~!.+</c>. Null, the default, for none.</value>
    [JsonPropertyName("from_display_name")]
    public string? FromDisplayName { get; init; }

    /// <summary>Whether the caller's number is hidden.</summary>
    /// <value>Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("privacy")]
    public CallerPrivacy? Privacy { get; init; }

    /// <summary>What the application attaches to the new leg.</summary>
    /// <value>Base64. Null, the default, for nothing.</value>
    [JsonPropertyName("target_leg_client_state")]
    public TelnyxClientState? TargetLegClientState { get; init; }

    /// <summary>How long it rings, in seconds; the call then ends with the cause <c>timeout</c>.</summary>
    /// <value>5 to 600. Null, the default, is 30.</value>
    [JsonPropertyName("timeout_secs")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The longest call, in seconds from the answer; it then ends with the cause <c>time_limit</c>.</summary>
    /// <value>30 to 14400; null, the default, is the most. The vendor's error table says 60 to 14000.</value>
    [JsonPropertyName("time_limit_secs")]
    public int? TimeLimitSeconds { get; init; }

    /// <summary>Whether the leg hears what comes before the answer.</summary>
    /// <value>Null, the default, is true.</value>
    [JsonPropertyName("early_media")]
    public bool? EarlyMedia { get; init; }

    /// <summary>Whether and how an answering machine is told from a person.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("answering_machine_detection")]
    public MachineDetectionMode? AnsweringMachineDetection { get; init; }

    /// <summary>Tunes the detection.</summary>
    /// <value>Null, the default, for its defaults.</value>
    [JsonPropertyName("answering_machine_detection_config")]
    public MachineDetectionConfig? AnsweringMachineDetectionConfig { get; init; }

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

    /// <summary>Changes how a voice sounds.</summary>
    /// <value>Null, the default, does not.</value>
    [JsonPropertyName("sound_modifications")]
    public SoundModifications? SoundModifications { get; init; }

    /// <summary>Whose keys are not passed on to the other leg; webhooks tell of them all the same.</summary>
    /// <value>Null, the default, for nobody's.</value>
    [JsonPropertyName("mute_dtmf")]
    public DtmfMute? MuteDtmf { get; init; }

    /// <summary>Which leg stays when the bridge ends.</summary>
    /// <value>Null, the default, hangs up.</value>
    [JsonPropertyName("park_after_unbridge")]
    public UnbridgeParking? ParkAfterUnbridge { get; init; }

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
        violations.CheckRequired("to", To);
        violations.CheckDisplayName("from_display_name", FromDisplayName);
        violations.CheckState("target_leg_client_state", TargetLegClientState);
        violations.CheckRange("timeout_secs", TimeoutSeconds, 5, 600);
        violations.CheckRange("time_limit_secs", TimeLimitSeconds, 30, 14_400);
        AnsweringMachineDetectionConfig?.Validate(violations, "answering_machine_detection_config");
        violations.CheckUrl("audio_url", AudioUrl);
        violations.CheckNotTogether("audio_url", AudioUrl is not null, "media_name", MediaName is not null);
        violations.CheckSendDigits("send_digits_on_answer", SendDigitsOnAnswer);
        SoundModifications?.Validate(violations, "sound_modifications");
        violations.CheckHeaders("custom_headers", CustomHeaders);
        violations.CheckSipHeaders("sip_headers", SipHeaders);
        violations.CheckWebhooks(WebhookUrl, WebhookUrls, WebhookRetriesPolicies);
    }
}
