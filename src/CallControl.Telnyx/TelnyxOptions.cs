namespace CallControl.Telnyx;

/// <summary>One account at Telnyx.</summary>
/// <remarks>Can be bound from configuration. All faults are reported at once when the application starts.</remarks>
public sealed class TelnyxOptions
{
    /// <summary>The European host: closer for calls in Europe. Unverified: its <c>/v2</c>.</summary>
    /// <value><c>https://api.telnyx.eu/v2</c>.</value>
    /// <remarks>The vendor asks for an application whose AnchorSite is European too, and for all legs of a conference or queue in one region.</remarks>
    public static Uri EuropeanBaseUrl { get; } = new("https://api.telnyx.eu/v2");

    /// <summary>Where the vendor's interface is, with its version.</summary>
    /// <value><c>https://api.telnyx.com/v2</c> by default; an absolute http or https address.</value>
    public Uri BaseUrl { get; set; } = new("https://api.telnyx.com/v2");

    /// <summary>The account's key, sent as a bearer token.</summary>
    /// <value>Required: printable ASCII characters without spaces.</value>
    public string ApiKey { get; set; } = "";

    /// <summary>The Call Control application that dials, where a dial does not name one.</summary>
    /// <value>Its id: digits, beyond 2^53 and so kept as text. Null, the default, for none.</value>
    public string? ConnectionId { get; set; }

    /// <summary>How long to wait for the answer to one command.</summary>
    /// <value>10 s by default; above zero, at most 24 days. The vendor answers as soon as it has taken a command, so this need not cover what the command does.</value>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The account's public keys, by which webhooks are verified.</summary>
    /// <value>
    /// As the vendor's portal shows it: base64 of 32 bytes; also base64 of the SPKI form, and PEM. Several are accepted at the same time, so that a key can be changed without losing an event. Empty
    /// by default, which is a fault unless <see cref="AllowUnsignedWebhooks"/> is set.
    /// </value>
    public IList<string> PublicKeys { get; set; } = [];

    /// <summary>How far the time in a webhook's signature may be from now, either way.</summary>
    /// <value>300 s by default, as in the vendor's SDKs; above zero, at most 24 days.</value>
    public TimeSpan SignatureTolerance { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Whether webhooks are taken without a signature when <see cref="PublicKeys"/> is empty.</summary>
    /// <value>False by default. For tests, and hosts where the network keeps strangers out.</value>
    public bool AllowUnsignedWebhooks { get; set; }

    /// <summary>The voice of speech that names none.</summary>
    /// <value><c>Telnyx.KokoroTTS.af</c> by default; not empty.</value>
    public string DefaultVoice { get; set; } = "Telnyx.KokoroTTS.af";

    /// <summary>The address; no key.</summary>
    public override string ToString() =>
        $"{nameof(TelnyxOptions)} {{ BaseUrl = {(BaseUrl is null ? "" : Redaction.Url(BaseUrl.OriginalString))} }}";
}
