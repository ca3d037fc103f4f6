namespace CallControl.Testing;

/// <summary>How an emulated CALLR account is set up. Times run on <see cref="TimeProvider"/> unless they say otherwise.</summary>
/// <remarks><see cref="TalkDurationOf"/> runs with the calls locked: it must be quick and must not throw.</remarks>
public sealed class CallrEmulatorOptions
{
    /// <summary>The user name of JSON-RPC requests by HTTP Basic. Default "callr-emulator".</summary>
    public string Login { get; init; } = "callr-emulator";

    /// <summary>The password of JSON-RPC requests by HTTP Basic. Default "callr-emulator-password".</summary>
    public string Password { get; init; } = "callr-emulator-password";

    /// <summary>The token of JSON-RPC requests by <c>Api-Key</c>, at the vendor 100 hexadecimal digits. Default such a one.</summary>
    public string ApiKey { get; init; } = string.Concat(Enumerable.Repeat("0123456789abcdef0123", 5));

    /// <summary>The token of JSON-RPC requests by <c>Session</c>. Default "callr-emulator-session".</summary>
    public string SessionToken { get; init; } = "callr-emulator-session";

    /// <summary>The address of the app that exists from the start. Null, the default, ends its calls until an address is set.</summary>
    public Uri? RealTimeUrl { get; init; }

    /// <summary>
    /// The user name sent with each POST of that app by HTTP Basic; empty sends no <c>Authorization</c>. Default "callr".
    /// </summary>
    public string RealTimeLogin { get; init; } = "callr";

    /// <summary>The password sent with each POST of that app. Default "callr-realtime-password".</summary>
    public string RealTimePassword { get; init; } = "callr-realtime-password";

    /// <summary>The account's numbers; none is assigned to an app at first. Default "+15550100002" and "+15550100003".</summary>
    public IReadOnlyList<string> Dids { get; init; } = ["+15550100002", "+15550100003"];

    /// <summary>
    /// The numbers that <c>cli</c> may name beside "BLOCKED" and the account's own. Null, the default, allows any number; the vendor's
    /// check is documented for <c>calls.realtime</c>.
    /// </summary>
    public IReadOnlyList<string>? AuthorizedClis { get; init; }

    /// <summary>The clock of calls, media and the limit of replies. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long the application may take to reply to a POST. Default 5 s, the vendor's limit. On a manual clock a reply is late when the
    /// clock moves that far before it has arrived, so move it in steps while a reply is awaited.
    /// </summary>
    public TimeSpan ReplyLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the application may take to reply in real time, whatever <see cref="TimeProvider"/> shows, so that a reply that never
    /// comes does not hang a test on a manual clock. Default 30 s.
    /// </summary>
    public TimeSpan SafetyLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a reply that names no command leads to. Default <see cref="CallrEmulatorBadReply.HangUp"/>.</summary>
    public CallrEmulatorBadReply OnBadReply { get; init; } = CallrEmulatorBadReply.HangUp;

    /// <summary>
    /// What the POST that reports a hang-up tells of the interrupted command. Default <see cref="CallrEmulatorInterruption.KnownResult"/>.
    /// </summary>
    public CallrEmulatorInterruption InterruptedResults { get; init; } = CallrEmulatorInterruption.KnownResult;

    /// <summary>
    /// Whether <c>variables</c> without members are sent as an empty list, which a PHP server may do (unverified), instead of an empty
    /// object. Default false.
    /// </summary>
    public bool EmptyVariablesAsList { get; init; }

    /// <summary>The <c>cli_name</c> of incoming calls. Default empty.</summary>
    public string CallerName { get; init; } = "";

    /// <summary>The first call's id; it counts up from there and may exceed the largest signed number. Default 421889.</summary>
    public ulong FirstCallId { get; init; } = 421889;

    /// <summary>How long everything plays but speech. Null, the default, plays media as long as they are.</summary>
    public TimeSpan? MediaDuration { get; init; }

    /// <summary>How long a text takes to speak. Default 200 ms.</summary>
    public TimeSpan SpeechDuration { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long what somebody says takes when <see cref="TalkDurationOf"/> is null. Default 600 ms.</summary>
    public TimeSpan TalkDuration { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>How long what somebody says takes, by the words. Default null: all alike.</summary>
    public Func<string, TimeSpan>? TalkDurationOf { get; init; }

    /// <summary>How long an answering machine talks once it has answered. Default 3 s.</summary>
    public TimeSpan MachineGreeting { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a called party rings before it does what <see cref="CalleeBehavior"/> says. Default 20 ms.</summary>
    public TimeSpan RingTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>How long new content of the media library takes to be ready. Default 20 ms.</summary>
    public TimeSpan MediaProcessingTime { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Fixes identifiers. Default 1.</summary>
    public int Seed { get; init; } = 1;
}
