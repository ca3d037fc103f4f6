namespace CallControl.Testing;

/// <summary>How an emulated SignalWire project is set up. Times run on <see cref="TimeProvider"/> unless they say otherwise.</summary>
/// <remarks>The media functions run with the calls locked: they must be quick and must not throw.</remarks>
public sealed class SignalWireEmulatorOptions
{
    /// <summary>The project's id, the user name of commands. Default "5e7d1a60-0000-4000-8000-00000000c0de".</summary>
    public string ProjectId { get; init; } = "5e7d1a60-0000-4000-8000-00000000c0de";

    /// <summary>The API token, the password of commands. Default "PTemulator0123456789".</summary>
    public string ApiToken { get; init; } = "PTemulator0123456789";

    /// <summary>The key that signs what the vendor sends. Default "PSKemulator0123456789".</summary>
    public string SigningKey { get; init; } = "PSKemulator0123456789";

    /// <summary>
    /// Where the SWML document of an incoming call is fetched at first: the resource's <c>primary_request_url</c>. Null, the default,
    /// ends incoming calls with an error until an address is set.
    /// </summary>
    public Uri? SwmlUrl { get; init; }

    /// <summary>Where the document is fetched when the first fetch fails: the resource's <c>fallback_request_url</c>. Default null.</summary>
    public Uri? FallbackUrl { get; init; }

    /// <summary>Where the states of incoming calls go: the resource's <c>status_callback_url</c>. Default null: nowhere.</summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>
    /// How long the application may take to answer the fetch of a document, in real time even on a manual clock. Default 5 s; the
    /// vendor's value is not documented for SWML.
    /// </summary>
    public TimeSpan FetchTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether callbacks are flat objects, as two sources show those of <c>dial</c>, instead of the documented envelope. Default false.
    /// </summary>
    public bool FlatCallbacks { get; init; }

    /// <summary>
    /// Whether status callbacks are signed; the vendor's sources disagree. Fetches of documents always are. Default true.
    /// </summary>
    public bool SignCallbacks { get; init; } = true;

    /// <summary>The clock of calls, media and retries. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long each file or ringtone plays when <see cref="MediaDurationOf"/> is null. Default 200 ms.</summary>
    public TimeSpan MediaDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a file plays, by its address. Default null: all alike.</summary>
    public Func<string, TimeSpan>? MediaDurationOf { get; init; }

    /// <summary>Whether a file cannot be found, by its address. Default null: all are found.</summary>
    public Func<string, bool>? IsMediaMissing { get; init; }

    /// <summary>
    /// Whether L16 on streams has the more significant byte first, both ways. Default false. Unverified: the vendor does not say which
    /// order it is.
    /// </summary>
    public bool L16IsBigEndian { get; init; }

    /// <summary>
    /// Whether the numbers in the messages of streams are texts, as those of a vendor with the same protocol are. Default false.
    /// </summary>
    public bool SendsStreamNumbersAsText { get; init; }

    /// <summary>
    /// Where the media really go that a stream (<c>wss:</c>) or a tap (<c>udp:</c>) is to send to an address, so that a test needs no
    /// certificate; null for an address that nothing is sent to: its stream is told as streaming and finished, and carries nothing.
    /// Default null: all go where they are to, but for the names and networks reserved for documentation (<c>*.example.com</c>,
    /// <c>*.invalid</c>, <c>203.0.113.0/24</c>).
    /// </summary>
    public Func<Uri, Uri?>? MediaAddressOf { get; init; }

    /// <summary>How long a text takes to speak. Default 200 ms.</summary>
    public TimeSpan SpeechDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a playback takes to be heard. Default 10 ms.</summary>
    public TimeSpan FetchDelay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How long a called party rings before it does what <see cref="CalleeBehavior"/> says. Default 20 ms.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long detection takes to tell a person from a machine, and again to hear the end of a greeting. Default 50 ms.</summary>
    public TimeSpan DetectionTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How long a REFER takes. Default 50 ms.</summary>
    public TimeSpan ServiceTime { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// The silence that ends what a caller says where the command names none; the vendor's default is not documented. Default 50 ms.
    /// </summary>
    public TimeSpan EndSilence { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How many calls a second the space makes; further ones wait in line. Null, the default, does not hold them back; the vendor's own
    /// value is 1.
    /// </summary>
    public int? DialsPerSecond { get; init; }

    /// <summary>How many calls may wait in line before more are refused, at least 0. Default 10 000.</summary>
    public int MaxQueuedDials { get; init; } = 10_000;

    /// <summary>Whether fields that the vendor does not document are refused with 422. Default true.</summary>
    public bool RefuseUnknownFields { get; init; } = true;

    /// <summary>
    /// Whether <c>update</c> may carry a <c>status</c> alone: the vendor's prose allows it, its schema does not. Default true.
    /// </summary>
    public bool AllowStatusOnlyUpdate { get; init; } = true;

    /// <summary>
    /// Whether <c>calling.tap</c> may send to private and loopback addresses, which the vendor refuses. Default false.
    /// </summary>
    public bool AllowPrivateTapAddresses { get; init; }

    /// <summary>
    /// Whether every command is answered in the shape of a fabric subscriber's device leg. Default false: only calls to a fabric address
    /// are (unverified).
    /// </summary>
    public bool AnswerWithDeviceLegs { get; init; }

    /// <summary>
    /// Whether a recording's address, length and size stand inside of <c>record</c>, as one page shows them, instead of beside it.
    /// Default false.
    /// </summary>
    public bool NestRecordingDetails { get; init; }

    /// <summary>
    /// Whether reasons are spelled <c>no_answer</c> and <c>declined</c>, as the pages on SWML have them, instead of <c>noAnswer</c> and
    /// <c>decline</c>. Default false.
    /// </summary>
    public bool SpellReasonsAsSwml { get; init; }

    /// <summary>How many times a callback is tried before it is put aside, at least 1. Default 3; the vendor's is not documented.</summary>
    public int MaxWebhookAttempts { get; init; } = 3;

    /// <summary>The wait before a callback's second delivery; it doubles before each further one. Default 200 ms.</summary>
    public TimeSpan WebhookRetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the application may take to answer a callback, in real time even on a manual clock. Default 5 s.</summary>
    public TimeSpan WebhookTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Fixes identifiers and the order of shuffled callbacks. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
