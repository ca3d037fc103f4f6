namespace CallControl.Testing;

/// <summary>How an emulated Telnyx account is set up. Times run on <see cref="TimeProvider"/> unless they say otherwise.</summary>
/// <remarks>The media functions run with the calls locked: they must be quick and must not throw.</remarks>
public sealed class TelnyxEmulatorOptions
{
    /// <summary>The API key, sent as a bearer token. Default "KEY-emulator-0123456789".</summary>
    public string ApiKey { get; init; } = "KEY-emulator-0123456789";

    /// <summary>The id of the Call Control application. Default "2737430951239058641", which no double can hold.</summary>
    public string ConnectionId { get; init; } = "2737430951239058641";

    /// <summary>
    /// Where the application's webhooks go at first; null, the default, turns them off until an address is set, and makes
    /// <c>dial</c> fail unless it brings an address of its own.
    /// </summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>
    /// The application's <c>webhook_api_version</c>: "2", the default, or "1", the flat format that the vendor sends unless told
    /// otherwise. Only the main members of the latter are known.
    /// </summary>
    public string WebhookApiVersion { get; init; } = "2";

    /// <summary>The application's <c>call_cost_in_webhooks</c>: whether each ended leg raises <c>call.cost</c>. Default false.</summary>
    public bool CallCostInWebhooks { get; init; }

    /// <summary>The clock of calls, media and retries. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long each media file plays when <see cref="MediaDurationOf"/> is null. Default 200 ms.</summary>
    public TimeSpan MediaDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a media file plays, by its <c>audio_url</c> or <c>media_name</c>. Default null: all alike.</summary>
    public Func<string, TimeSpan>? MediaDurationOf { get; init; }

    /// <summary>Whether a media file cannot be found, by its <c>audio_url</c> or <c>media_name</c>. Default null: all are found.</summary>
    public Func<string, bool>? IsMediaMissing { get; init; }

    /// <summary>
    /// The codec of the phone legs: "PCMU", the default, or "PCMA". Streams come in it unless they ask for another, and forks always.
    /// </summary>
    public string CallCodec { get; init; } = "PCMU";

    /// <summary>
    /// Whether L16 on streams has the more significant byte first, both ways. Default false. Unverified: the vendor does not say which
    /// order it is.
    /// </summary>
    public bool L16IsBigEndian { get; init; }

    /// <summary>
    /// Whether errors on streams come in the older of the two shapes the vendor has documented: <c>error</c> with the code as a text, in
    /// place of <c>payload</c> with the code as a number. Default false.
    /// </summary>
    public bool SendsOldStreamErrors { get; init; }

    /// <summary>
    /// Whether <c>fork_start</c> takes <c>target</c>, one address for both directions, whose packets bear a STREP header. Default true;
    /// the vendor's schema has been without it since June 2024, and its text still names it.
    /// </summary>
    public bool AcceptsForkTarget { get; init; } = true;

    /// <summary>
    /// Where the media really go that a stream (<c>ws:</c>, <c>wss:</c>) or a fork (<c>udp:</c>) is to send to an address; null for an
    /// address that nothing is sent to: its stream is reported as started and stopped, and carries nothing. Default null: all go where
    /// they are to, but for the names and networks reserved for documentation (<c>*.example.com</c>, <c>*.invalid</c>,
    /// <c>192.0.2.0/24</c>).
    /// </summary>
    public Func<Uri, Uri?>? MediaAddressOf { get; init; }

    /// <summary>How long a text takes to speak. Default 200 ms.</summary>
    public TimeSpan SpeechDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a file takes to fetch, or a text to synthesise, before it is heard. Default 10 ms.</summary>
    public TimeSpan FetchDelay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long an <c>answer</c> takes to take effect. Default zero.</summary>
    public TimeSpan AnswerDelay { get; init; } = TimeSpan.Zero;

    /// <summary>How long a called number rings before it does what <see cref="CalleeBehavior"/> says. Default 20 ms.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// How long after the answer answering-machine and deepfake detection report, and how much later a greeting's end. Default 50 ms.
    /// </summary>
    public TimeSpan DetectionTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long <c>gather_using_ai</c>, each step of <c>pay</c>, and <c>refer</c> take. Default 50 ms.</summary>
    public TimeSpan ServiceTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How long an incoming call waits for its first command before it ends; null, the default, for ever. The vendor's own value is
    /// 30 s where it is switched on.
    /// </summary>
    public TimeSpan? FirstCommandTimeout { get; init; }

    /// <summary>
    /// How many dials a second the account allows, counted as a sum over five seconds; more earn 429. Null, the default, does not limit
    /// them; the vendor's own value is 30.
    /// </summary>
    public int? DialsPerSecond { get; init; }

    /// <summary>Whether fields that the vendor does not document are refused with 422. Default true.</summary>
    public bool RefuseUnknownFields { get; init; } = true;

    /// <summary>
    /// Whether webhooks name what they report by <c>playback_id</c>, <c>speak_id</c> and <c>recording_id</c>, which captures show and the vendor does
    /// not promise. Default true; turn it off to see that an application does without.
    /// </summary>
    public bool SendObservedIds { get; init; } = true;

    /// <summary>How many times a webhook is tried before it is put aside, at least 1. Default 5.</summary>
    public int MaxWebhookAttempts { get; init; } = 5;

    /// <summary>The wait before a webhook's second delivery; it doubles before each further one. Default 200 ms.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// How long the application may take to answer a webhook, in real time even on a manual clock, because the answer travels over a
    /// real socket. Default 5 s; the vendor's is 2 s.
    /// </summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Fixes identifiers, the signing key, and the order of shuffled webhooks. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
