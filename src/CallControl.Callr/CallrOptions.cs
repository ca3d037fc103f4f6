namespace CallControl.Callr;

/// <summary>One account at CALLR, and the Real-Time apps of it that call this application.</summary>
/// <remarks>Can be bound from configuration. All faults are reported at once when the application starts.</remarks>
public sealed class CallrOptions
{
    /// <summary>Where the vendor's JSON-RPC interface is.</summary>
    /// <value>Required: an absolute http or https address. The vendor's by default, which it retires on 30 June 2027.</value>
    public Uri? BaseUrl { get; set; } = new("https://api.callr.com/json-rpc/v1.1/");

    /// <summary>The account's login, for Basic authentication of commands.</summary>
    /// <value>Empty by default. No colon.</value>
    public string Login { get; set; } = "";

    /// <summary>The password that goes with <see cref="Login"/>.</summary>
    /// <value>Empty by default.</value>
    public string Password { get; set; } = "";

    /// <summary>A key for commands, in place of login and password.</summary>
    /// <value>Empty by default. The vendor's have 100 hexadecimal digits.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>The token of a session for commands, in place of login and password.</summary>
    /// <value>Empty by default.</value>
    public string SessionToken { get; set; } = "";

    /// <summary>The sub-user that commands are sent as, by login.</summary>
    /// <value>Empty, the default, for none. Not together with <see cref="LoginAsAccount"/>.</value>
    public string LoginAsUser { get; set; } = "";

    /// <summary>The sub-account that commands are sent as, by hash.</summary>
    /// <value>Empty, the default, for none. Not together with <see cref="LoginAsUser"/>.</value>
    public string LoginAsAccount { get; set; } = "";

    /// <summary>The Real-Time app that outbound calls are made with, by hash.</summary>
    /// <value>Empty by default: no calls are made. Eight characters of <c>A-Z</c> and <c>0-9</c>.</value>
    public string App { get; set; } = "";

    /// <summary>What the vendor's requests must be authenticated with: the login and password that were set at the Real-Time app.</summary>
    /// <value>
    /// Several are accepted at the same time: one for each app on the same address, or an old and a new password while it is changed. Empty by default, which is a fault
    /// unless <see cref="AllowUnauthenticatedRequests"/> is set.
    /// </value>
    public IList<CallrAppCredentials> Credentials { get; set; } = [];

    /// <summary>Whether the vendor's requests are taken without authentication when <see cref="Credentials"/> is empty.</summary>
    /// <value>False by default. For tests, and hosts where the network keeps strangers out.</value>
    public bool AllowUnauthenticatedRequests { get; set; }

    /// <summary>How long to wait for the answer to one JSON-RPC command, and for audio that is fetched from an address, each.</summary>
    /// <value>10 s by default; above zero, at most 24 days.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a request of the vendor's waits for the call's next command before it is answered with a short wait.</summary>
    /// <value>4 s by default; above zero, below 5 s: that is how long the vendor waits.</value>
    public TimeSpan ReplyWindow { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>How long a call is kept alive without a command before it is hung up.</summary>
    /// <value>10 minutes by default; above zero, at most 24 days. The caller hears silence meanwhile.</value>
    public TimeSpan ThinkingLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The voice of speech that names none: <c>TTS_EN-GB_SERENA</c>.</summary>
    /// <value>Empty by default: speech must name one.</value>
    public string DefaultVoice { get; set; } = "";

    /// <summary>The medium of the vendor's library that is played to whoever answers while it is found out who that is.</summary>
    /// <value>
    /// Its number, 1 or more; null, the default, for none: machine detection is refused. The vendor listens while it plays, so let it be as long as the detection may last: some seconds of
    /// silence, or a greeting.
    /// </value>
    public long? DetectionMedia { get; set; }

    /// <summary>The longest audio that is sent to the vendor as data, from an address or from memory.</summary>
    /// <value>1 minute by default; above zero, at most 10 minutes. A minute is 1.3 MB in the answer to the vendor. A file that is fetched may have 32 MiB. Unverified: what the vendor takes.</value>
    public TimeSpan MaxAudioDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long audio that was fetched from an address is used again without asking for it.</summary>
    /// <value>5 minutes by default; zero, which fetches it each time, to 1 day.</value>
    public TimeSpan AudioCacheLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether commands can be authenticated.</summary>
    internal bool HasApiCredentials => Login.Length > 0 || ApiKey.Length > 0 || SessionToken.Length > 0;

    /// <summary>The address and the app; nothing that is secret.</summary>
    public override string ToString() =>
        $"{nameof(CallrOptions)} {{ BaseUrl = {(BaseUrl is null ? "" : Redaction.Url(BaseUrl.OriginalString))}, App = {App} }}";
}
