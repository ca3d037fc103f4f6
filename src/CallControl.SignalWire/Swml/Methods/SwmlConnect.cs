using System.Text.Json.Serialization;
using CallControl.Providers;

namespace CallControl.SignalWire;

/// <summary>Calls somebody and connects the call to them; goes on once they have gone, or nobody answered.</summary>
/// <remarks>
/// What should run meanwhile has to be started before. Sets the variables <c>connect_result</c> (connected, failed), <c>connect_failed_reason</c> and <c>return_value</c>.
/// A long file: the vendor has 30 members here.
/// </remarks>
public sealed record SwmlConnect() : SwmlObjectMethod("connect")
{
    private const string QueuePrefix = "queue:";

    /// <summary>Calls one destination.</summary>
    /// <param name="to">See <see cref="To"/>.</param>
    public SwmlConnect(string to)
        : this() => To = to;

    /// <summary>The destination.</summary>
    /// <value>
    /// An E.164 number, a SIP address (<c>sip:bob@example.com</c>), an address of the space (<c>/public/…</c>, <c>/private/…</c>), a queue (<c>queue:support</c>, which needs
    /// <see cref="TransferAfterBridge"/>) or a socket for audio both ways (<c>stream:wss://…</c>). This, <see cref="Serial"/>, <see cref="Parallel"/> or <see cref="SerialParallel"/>: exactly one.
    /// </value>
    [JsonPropertyName("to")]
    public string? To { get; init; }

    /// <summary>Destinations that are called one after another until one answers.</summary>
    [JsonPropertyName("serial")]
    public IReadOnlyList<SwmlConnectDestination>? Serial { get; init; }

    /// <summary>Destinations that are called at the same time; the first to answer gets the call.</summary>
    [JsonPropertyName("parallel")]
    public IReadOnlyList<SwmlConnectDestination>? Parallel { get; init; }

    /// <summary>Groups of destinations: the groups one after another, those of a group at the same time.</summary>
    [JsonPropertyName("serial_parallel")]
    public IReadOnlyList<IReadOnlyList<SwmlConnectDestination>>? SerialParallel { get; init; }

    /// <summary>The caller's number that is shown.</summary>
    /// <value>Null, the default, is the number of this call's caller.</value>
    [JsonPropertyName("from")]
    public string? From { get; init; }

    /// <summary>The caller's name that is shown, to SIP destinations only.</summary>
    [JsonPropertyName("from_name")]
    public string? FromName { get; init; }

    /// <summary>How long it rings, in seconds.</summary>
    /// <value>Null, the default, is 60.</value>
    [JsonPropertyName("timeout")]
    public int? TimeoutSeconds { get; init; }

    /// <summary>The longest call, in seconds.</summary>
    /// <value>Null, the default, is 14400: 4 hours.</value>
    [JsonPropertyName("max_duration")]
    public int? MaxDurationSeconds { get; init; }

    /// <summary>Whether this call is answered only when the called party answers.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("answer_on_bridge")]
    public bool? AnswerOnBridge { get; init; }

    /// <summary>Where <c>calling.call.connect</c> is sent to; for <c>stream:</c> it is <c>calling.call.stream</c>.</summary>
    /// <value>An absolute http or https address. Null, the default, sends nothing.</value>
    [JsonPropertyName("status_url")]
    public Uri? StatusUrl { get; init; }

    /// <summary>Where <c>calling.call.state</c> of the called legs is sent to.</summary>
    /// <value>An absolute http or https address; may hold a user's name and password. Null, the default, sends nothing.</value>
    [JsonPropertyName("call_state_url")]
    public Uri? CallStateUrl { get; init; }

    /// <summary>Which states are sent to <see cref="CallStateUrl"/>.</summary>
    /// <value>Null, the default, is <see cref="SwmlLegState.Ended"/> only.</value>
    [JsonPropertyName("call_state_events")]
    public IReadOnlyList<SwmlLegState>? CallStateEvents { get; init; }

    /// <summary>SIP headers of the INVITE. Without effect on calls to numbers.</summary>
    [JsonPropertyName("headers")]
    public IReadOnlyList<SwmlHeader>? Headers { get; init; }

    /// <summary>The codecs that are offered, by preference, with commas between them. Without effect on calls to numbers.</summary>
    /// <value>Of PCMU, PCMA, G722, G729, AMR-WB, OPUS, VP8 and H264. Null, the default, leaves them to the vendor.</value>
    [JsonPropertyName("codecs")]
    public string? Codecs { get; init; }

    /// <summary>Whether media of WebRTC is offered to a SIP destination.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("webrtc_media")]
    public bool? WebRtcMedia { get; init; }

    /// <summary>The <c>Session-Expires</c> of the INVITE, in seconds. Without effect on calls to numbers.</summary>
    /// <value>1 or more. Null, the default, leaves it to the vendor.</value>
    [JsonPropertyName("session_timeout")]
    public int? SessionTimeoutSeconds { get; init; }

    /// <summary>The user's name for the authentication at a SIP destination.</summary>
    /// <remarks>Unverified: whether it holds for several destinations; the vendor's newest schema has it at each of them.</remarks>
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    /// <summary>The password that goes with <see cref="Username"/>.</summary>
    [JsonPropertyName("password")]
    public string? Password { get; init; }

    /// <summary>Whether the media of a SIP call is encrypted.</summary>
    /// <value>Null, the default, is <see cref="SwmlEncryption.Optional"/>.</value>
    [JsonPropertyName("encryption")]
    public SwmlEncryption? Encryption { get; init; }

    /// <summary>What the caller hears while it rings.</summary>
    /// <value>At least one sound. Null, the default, is what comes from the called side.</value>
    [JsonPropertyName("ringback")]
    public IReadOnlyList<SwmlSound>? Ringback { get; init; }

    /// <summary>What runs on the called leg before it is connected.</summary>
    [JsonPropertyName("confirm")]
    public SwmlConfirm? Confirm { get; init; }

    /// <summary>How long <see cref="Confirm"/> may take, in seconds.</summary>
    /// <value>Null, the default, is that of <see cref="TimeoutSeconds"/>.</value>
    [JsonPropertyName("confirm_timeout")]
    public int? ConfirmTimeoutSeconds { get; init; }

    /// <summary>How it goes on, by the result, once the called leg has ended.</summary>
    /// <value>A switch without a variable looks at <c>connect_result</c>. Null, the default, goes on with the next step.</value>
    [JsonPropertyName("result")]
    public SwmlBranch? Result { get; init; }

    /// <summary>What runs after the two are parted.</summary>
    /// <value>An absolute http or https address of a document, or a document as JSON (<see cref="SwmlDocument.ToJson"/>). Needed for <c>queue:</c>.</value>
    [JsonPropertyName("transfer_after_bridge")]
    public string? TransferAfterBridge { get; init; }

    /// <summary>The stream's name. For <c>stream:</c> only.</summary>
    [JsonPropertyName("name")]
    public string? StreamName { get; init; }

    /// <summary>The stream's codec. For <c>stream:</c> only.</summary>
    /// <value>PCMU, PCMA, G722 or L16; the rate behind <c>@</c> and before <c>h</c>, the packets' milliseconds behind <c>@</c> and before <c>i</c>: <c>L16@24000h@40i</c>. Null, the default, is PCMU.</value>
    [JsonPropertyName("codec")]
    public string? Codec { get; init; }

    /// <summary>Whether the stream is in real time, both ways. For <c>stream:</c> only.</summary>
    /// <value>Null, the default, is false.</value>
    [JsonPropertyName("realtime")]
    public bool? Realtime { get; init; }

    /// <summary>How <c>calling.call.stream</c> is sent. For <c>stream:</c> only.</summary>
    /// <value>GET or POST. Null, the default, is POST.</value>
    [JsonPropertyName("status_url_method")]
    public SwmlHttpMethod? StatusUrlMethod { get; init; }

    /// <summary>The token that the socket's server is given in the header <c>Authorization</c>. For <c>stream:</c> only.</summary>
    [JsonPropertyName("authorization_bearer_token")]
    public string? AuthorizationBearerToken { get; init; }

    /// <summary>What the socket's server is told at the start. For <c>stream:</c> only.</summary>
    [JsonPropertyName("custom_parameters")]
    public IReadOnlyDictionary<string, string>? CustomParameters { get; init; }

    internal override void Validate(ViolationList violations, string field)
    {
        base.Validate(violations, field);
        SwmlRules.ExactlyOne(
            violations, field, ("to", To is not null), ("serial", Serial is not null), ("parallel", Parallel is not null), ("serial_parallel", SerialParallel is not null));
        SwmlConnectDestination.ValidateTo(violations, field + ".to", To);
        ValidateDestinations(violations, field);
        if (string.IsNullOrWhiteSpace(TransferAfterBridge) && Destinations().Any(to => to?.StartsWith(QueuePrefix, StringComparison.OrdinalIgnoreCase) == true))
            violations.Add(field + ".transfer_after_bridge", "must be given for a queue");

        violations.CheckId(field + ".from", From);
        violations.CheckAtLeast(field + ".timeout", TimeoutSeconds, 0);
        violations.CheckAtLeast(field + ".max_duration", MaxDurationSeconds, 0);
        SwmlRules.Url(violations, field + ".status_url", StatusUrl);
        SwmlRules.Url(violations, field + ".call_state_url", CallStateUrl);
        SwmlRules.Headers(violations, field + ".headers", Headers);
        violations.CheckId(field + ".codecs", Codecs);
        violations.CheckAtLeast(field + ".session_timeout", SessionTimeoutSeconds, 1);
        SwmlRules.Sounds(violations, field + ".ringback", Ringback);
        Confirm?.Validate(violations, field + ".confirm");
        violations.CheckAtLeast(field + ".confirm_timeout", ConfirmTimeoutSeconds, 0);
        SwmlRules.Branch(violations, field + ".result", Result);
        violations.CheckWords(field + ".call_state_events", CallStateEvents);
        violations.CheckWord(field + ".encryption", Encryption);
        violations.CheckWord(field + ".status_url_method", StatusUrlMethod);
    }

    private IEnumerable<string?> Destinations() =>
        [To, .. (Serial ?? []).Concat(Parallel ?? []).Concat((SerialParallel ?? []).SelectMany(group => group ?? [])).Select(destination => destination?.To)];

    private void ValidateDestinations(ViolationList violations, string field)
    {
        SwmlConnectDestination.Validate(violations, field + ".serial", Serial);
        SwmlConnectDestination.Validate(violations, field + ".parallel", Parallel);
        SwmlRules.NotEmpty(violations, field + ".serial_parallel", SerialParallel);
        for (var i = 0; i < SerialParallel?.Count; i++)
            SwmlConnectDestination.Validate(violations, ViolationListExtensions.Item(field + ".serial_parallel", i), SerialParallel[i] ?? []);
    }
}
